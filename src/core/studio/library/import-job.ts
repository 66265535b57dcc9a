// Read → segment → store: a book becomes a project, chapter by chapter, or leaves nothing behind.
import {
  type Cue,
  soundPresets,
  type BookHeader,
  type Chapter,
  type ChapterEntry,
  type DescribedCover,
  type Project,
  type ReadWarning,
  type Segment,
} from '../../../contract/index.ts'
import { createBreath } from '../../base/breath.ts'
import { coverOf } from '../../base/cover-address.ts'
import { fail } from '../../base/failure-error.ts'
import type { Picture, Thumbnail } from '../../ports/projects.ts'
import { countText } from '../../segment/count-text.ts'
import { createChapterSegmenter } from '../../segment/segment-chapter.ts'
import { discardUnfinished } from './discard-unfinished.ts'
import { chosenTakes, findEdition, withTicksOf } from './editions.ts'
import type { RunningJob } from '../job-registry.ts'
import { dropUnusedSources, isKeptFormat } from './kept-sources.ts'
import type { StudioContext } from '../studio-context.ts'
import { makeThumbnail } from './make-thumbnail.ts'
import type { VoiceDesk } from '../voices/voice-desk.ts'

type Found = {
  header: BookHeader | null
  cover: Picture | null
  /** Being made while the book is read; never fails. */
  thumbnail: Promise<Thumbnail | null>
  warnings: ReadWarning[]
  chapters: ChapterEntry[]
  sha256: string
  /** Another edition of it in the library, and the takes that were chosen for its same lines. */
  earlier: Project | null
  pins: { segmentId: string; takeId: string }[]
}

/** What it needs of the job that it is part of. */
type Importing = Pick<RunningJob, 'signal' | 'update'> & { job: Pick<RunningJob['job'], 'name'> }

export type ImportWish = {
  voicesFrom?: 'anywhere' | 'disk'
  /** A script that was written here: what is known of it need not be told from it. */
  script?: Pick<BookHeader, 'title' | 'language'> & { speakers: readonly string[] }
}

/**
 * Imports the book at `path`; the job's projectId is set when it is known. The same book again is
 * the project it has already, with the voice that it has; another edition goes on with the voices of the
 * one before it. Fails with what the reader says, and with `book-without-text`.
 */
export async function importBook(
  context: StudioContext,
  voices: VoiceDesk,
  running: Importing,
  path: string,
  { voicesFrom = 'anywhere', script }: ImportWish = {},
): Promise<Project> {
  const { projects, clock, keptBooks } = context
  const projectId = context.newId()
  await projects.begin(projectId)
  let release = () => {}
  try {
    const found = await readInto(context, running, path, projectId, script)
    if (isKeptFormat(found.header?.format ?? ''))
      release = await keptBooks.keep(path, found.sha256, running.signal)
    const known = await projects.findByBook(found.sha256)
    if (known) {
      await projects.discard(projectId)
      await projects.touch(known.id, clock.now())
      running.update({ projectId: known.id })
      return known
    }
    const { header } = found
    const segments = found.chapters.reduce((sum, chapter) => sum + chapter.segments, 0)
    if (!header || segments === 0) throw fail('book-without-text', { name: running.job.name ?? '' })
    const { earlier } = found
    const thumbnail = await found.thumbnail
    const voice = earlier?.voice ?? (await voices.initialFor(header.language, voicesFrom))
    // Sources may take their time to answer: who has cancelled meanwhile wants no book.
    running.signal.throwIfAborted()
    const project: Project = {
      ...header,
      id: projectId,
      bookDigest: found.sha256,
      cover: coverOf(
        projectId,
        found.cover && {
          mediaType: found.cover.mediaType as DescribedCover['mediaType'],
          picture: null,
          thumbnail: thumbnail?.key ?? null,
        },
      ),
      voice,
      fallbackVoice: earlier?.fallbackVoice ?? null,
      notePlace: 'apart',
      sound: earlier?.sound ?? soundPresets.standard,
      // What stands at chapters and segments of the earlier one has no place in this one.
      cast: earlier?.cast ?? [],
      dictionary: earlier?.dictionary ?? [],
      music: (earlier?.music ?? []).filter(isOfWholeBook),
      ...(earlier && { editionOf: earlier.id }),
      chapters: ensureSomethingSpoken(withTicksOf(earlier, found.chapters)),
      warnings: found.warnings,
      createdAt: clock.now(),
      openedAt: clock.now(),
      revision: 0,
    }
    // First, so that no sweep takes what is about to be chosen.
    if (found.pins.length > 0) await context.takes.refer(projectId, found.pins)
    await projects.finish(project, found.cover && { ...found.cover, thumbnail }, found.pins)
    running.update({ projectId })
    return project
  } catch (error) {
    await discardUnfinished(context, projectId)
    release()
    await dropUnusedSources(context)
    throw error
  } finally {
    release()
  }
}

async function readInto(
  context: StudioContext,
  running: Importing,
  path: string,
  projectId: string,
  script: ImportWish['script'],
): Promise<Found> {
  const found: Found = {
    ...{ header: null, cover: null, warnings: [], chapters: [], sha256: '' },
    ...{ earlier: null, pins: [], thumbnail: Promise.resolve(null) },
  }
  let chosenFor: (text: string) => string | null = () => null
  let position = 0
  const { speakers, ...told } = script ?? {}
  for await (const event of context.reader.read(path, running.signal, speakers && { speakers })) {
    running.signal.throwIfAborted()
    if (event.kind === 'header') {
      found.header = { ...event.header, ...told }
      const earlier = await findEdition(context.projects, found.header)
      // The notes of a script are no edition of it, though they may have its title.
      found.earlier = script && earlier?.format !== 'script' ? null : earlier
      if (found.earlier) chosenFor = await chosenTakes(context.projects, found.earlier)
    } else if (event.kind === 'cover') {
      found.cover = event
      found.thumbnail = makeThumbnail(context, event, running.signal)
    } else if (event.kind === 'warning') found.warnings.push(event.warning)
    else if (event.kind === 'end') found.sha256 = event.sha256
    else if (event.kind === 'progress')
      running.update({ done: event.doneBytes, total: event.totalBytes })
    else {
      const place = {
        projectId,
        id: `c${found.chapters.length + 1}`,
        language: found.header?.language ?? 'und',
        firstPosition: position,
        onSegment({ id, text }: Segment) {
          const takeId = chosenFor(text)
          if (takeId !== null) found.pins.push({ segmentId: id, takeId })
        },
      }
      const entry = await context.measures.around('segment', undefined, () =>
        addChapter(context, event.chapter, place),
      )
      position += entry.segments
      found.chapters.push(entry)
      running.update({ chapters: found.chapters.length })
    }
  }
  return found
}

/** Segments sent to the store at a time: a chapter may be as long as a book. */
const pieceSize = 100

/** Segments a chapter into the store, piece by piece; answers with its index entry. */
async function addChapter(
  { projects, clock }: StudioContext,
  chapter: Chapter,
  place: {
    projectId: string
    id: string
    language: string
    firstPosition: number
    /** Told of every segment that is heard. */
    onSegment: (segment: Segment) => void
  },
): Promise<ChapterEntry> {
  const { projectId, id, language, firstPosition } = place
  const { title, level, matter } = chapter
  const entry: ChapterEntry = {
    ...{ id, title, level, matter, firstPosition },
    ...{ spoken: false, words: 0, characters: 0, segments: 0 },
  }
  const segmenter = createChapterSegmenter(id, language)
  let piece: Segment[] = []
  let isAdded = false
  const send = async (settled: readonly Segment[]) => {
    for (const segment of settled) if (!segment.leftOut) place.onSegment(segment)
    entry.segments += settled.length
    entry.spoken ||= chapter.spoken && settled.some(isHeard)
    if (isAdded) await projects.addSegments(projectId, settled)
    else await projects.addChapter(projectId, { entry, segments: [...settled] })
    isAdded = true
  }
  const breathe = createBreath(clock)
  for (const block of chapter.blocks) {
    if (!block.leftOut) {
      const { words, characters } = countText([block.text])
      entry.words += words
      entry.characters += characters
    }
    piece.push(...segmenter.add(block))
    const pause = breathe()
    if (pause) await pause
    if (piece.length < pieceSize) continue
    await send(piece)
    piece = []
  }
  await send([...piece, ...segmenter.end()])
  return entry
}

const isHeard = ({ spoken, leftOut }: Segment): boolean => spoken.length > 0 && !leftOut

/** A book whose every chapter came unticked is ticked whole: someone wanted to hear it. */
function ensureSomethingSpoken(chapters: ChapterEntry[]): ChapterEntry[] {
  if (chapters.some(({ spoken }) => spoken)) return chapters
  return chapters.map((chapter) => ({ ...chapter, spoken: chapter.segments > 0 }))
}

const isOfWholeBook = ({ place }: Cue): boolean =>
  'chapters' in place && place.chapters.kind !== 'one'
