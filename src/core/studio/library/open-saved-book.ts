// Opens a book that was saved with its takes: checked as what a stranger has sent, and nothing is spoken again.
import {
  savedBookEntries as entries,
  SavedBookHead,
  savedBookVersion,
  SavedTake,
  type Project,
} from '../../../contract/index.ts'
import { base64ToBytes } from '../../base/base64.ts'
import { fail, FailureError } from '../../base/failure-error.ts'
import type { SavedBook } from '../../ports/saved-books.ts'
import { recipeOfTake } from '../../speech/recipe.ts'
import { discardUnfinished } from './discard-unfinished.ts'
import type { RunningJob } from '../job-registry.ts'
import { dropUnusedSources } from './kept-sources.ts'
import { checkDocument, readDocument } from './saved-document.ts'
import { readJson } from './saved-text.ts'
import type { StudioContext } from '../studio-context.ts'

/** What is told of a batch of takes, with their waveforms. */
const maxBatchBytes = 64 * 1024 ** 2
const maxHeadBytes = 64 * 1024

/**
 * Another project each time, with the rows, pictures and takes of the file; nothing is left of it where any of it
 * is not as it should be. Fails with `book-damaged`, `book-hostile`, `book-newer`, and as reading a file does.
 */
export async function openSavedBook(
  context: StudioContext,
  running: RunningJob,
  path: string,
): Promise<Project> {
  const { projects, savedBooks, clock } = context
  const saved = await savedBooks.open(path)
  const projectId = context.newId()
  let release = () => {}
  try {
    await projects.begin(projectId)
    const head = await readHead(context, saved)
    running.update({ done: 0, total: soundBytes(saved, head.batches), chapters: 0 })
    await readDocument(context, saved, projectId, running.signal)
    const project = await checkDocument(context, projectId, running.signal)
    running.update({ chapters: project.chapters.length })
    for (let batch = 1; batch <= head.batches; batch++) await takeIn(context, running, saved, batch)
    if (head.hasBook) release = await keepSource(context, saved, project, running.signal)
    running.signal.throwIfAborted()
    await projects.finishRows(projectId, clock.now())
    running.update({ projectId })
    return await projects.read(projectId)
  } catch (error) {
    await discardUnfinished(context, projectId)
    release()
    await dropUnusedSources(context)
    throw named(error, saved.name)
  } finally {
    release()
    await saved.close()
  }
}

const soundBytes = ({ archive }: SavedBook, batches: number): number => {
  let bytes = 0
  for (let batch = 1; batch <= batches; batch++) bytes += archive.size(entries.sounds(batch))
  return bytes
}

/** The store does not know which file its rows came from. */
const named = (error: unknown, name: string): unknown =>
  error instanceof FailureError && error.failure.code === 'book-damaged'
    ? fail('book-damaged', { name }, error.failure.detail)
    : error

async function readHead({ projects }: StudioContext, saved: SavedBook): Promise<SavedBookHead> {
  const head = await readJson(saved, entries.head, SavedBookHead, maxHeadBytes)
  const known = await projects.documentVersion()
  if (head.version > savedBookVersion || head.document > known)
    throw fail('book-newer', { name: saved.name })
  return head
}

/** The takes of one batch, checked against their digests; what is here already stays as it is. */
async function takeIn(
  { takes, codecs }: StudioContext,
  running: RunningJob,
  saved: SavedBook,
  batch: number,
): Promise<void> {
  const damaged = (why: string) => fail('book-damaged', { name: saved.name }, why)
  if (!saved.archive.has(entries.sounds(batch))) throw damaged(`sounds ${batch} are missing`)
  const list = await readJson(saved, entries.takes(batch), SavedTake.array(), maxBatchBytes)
  const there = await takes.find(list.map(({ id }) => id))
  const lengths = list.map(({ bytes }) => bytes)
  if (!list.every(isNamed)) throw damaged('a take has another’s name')
  if (list.length === 0) return
  const parts = saved.cut(entries.sounds(batch), lengths)[Symbol.asyncIterator]()
  try {
    for (const { digest, peaks, analysisVersion, bytes, ...take } of list) {
      running.signal.throwIfAborted()
      const part = await parts.next()
      if (part.done === true) throw damaged('a sound is missing')
      const { file } = part.value
      const isRight = part.value.digest === digest && part.value.bytes === bytes
      if (isRight && !there.has(take.id)) {
        const { sampleRate, samples, audioDigest, analysis } = take
        const sound = { file, bytes, sampleRate, samples, audioDigest, analysis, analysisVersion }
        await takes.keep(take, { ...sound, peaks: base64ToBytes(peaks) }, null)
      } else await codecs.discard([{ file }])
      if (!isRight) throw damaged(`the sound of ${take.id}`)
      running.update({ done: running.job.done + bytes })
    }
  } finally {
    await parts.return?.(undefined)
  }
}

/** By its recipe and rendition, or a recording by its bytes. */
function isNamed({ id, recipeKey, rendition }: SavedTake): boolean {
  const known = recipeOfTake(id)
  if (known === null) return recipeKey === undefined && id.startsWith('sha256-')
  return known.recipeKey === recipeKey && known.rendition === rendition
}

/** The EPUB it was imported from, where the file has the one that its document means. Returns what `keep` does. */
async function keepSource(
  { keptBooks, codecs }: StudioContext,
  saved: SavedBook,
  { bookDigest }: Project,
  signal: AbortSignal,
): Promise<() => void> {
  const { archive, name } = saved
  if (!archive.has(entries.book)) throw fail('book-damaged', { name }, 'its EPUB is missing')
  for await (const { file, digest } of saved.cut(entries.book, [archive.size(entries.book)])) {
    try {
      if (digest !== bookDigest) throw fail('book-damaged', { name }, 'it is another EPUB')
      return await keptBooks.keep(file, digest, signal)
    } finally {
      await codecs.discard([{ file }])
    }
  }
  return () => {}
}
