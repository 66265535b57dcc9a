// Round after round of import, narrate, edit, export and delete, with a look at the whole tree after each.
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { startStudio, type KillableStudio } from '../kill/start-studio.ts'
import type { Plant } from '../kill/studio-process.ts'
import { startSpeechServer } from '../speech-server/start-speech-server.ts'
import { bookOf } from '../speech-server/verdict-texts.ts'
import { addServer, imported, narrate, rowsOf, type Trouble } from '../chaos/play.ts'
import { takeSample, type Sample } from './sample.ts'

/** How its folders are called, so that what an interrupted one has left is found. */
export const folderStem = 'lectern-soak-'

export type Looked = { segments: number; seconds: number; sample: Sample }

export type SoakOptions = {
  minutes: number
  segments: number
  /** Of each round's book, a segment each. */
  sentences: number
  /** What each round shall leave behind, to see that it is found. */
  plants?: readonly Plant[]
  onLook: (looked: Looked) => void
}

/** Nothing goes wrong here by itself. */
const none: Trouble = {
  over: async () => {},
  again: (failure) => Promise.reject(new Error(`in a soak: ${JSON.stringify(failure)}`)),
}

/** After a day a removed book is dropped for good. */
const aDayMs = 25 * 3_600_000
/** The embedded voices speak the first of so many rounds, the deterministic server the others. */
const roundsOfAVoice = 4
const editsOfARound = 5

export async function soak(options: SoakOptions): Promise<void> {
  const root = mkdtempSync(join(tmpdir(), folderStem))
  const data = join(root, 'data')
  mkdirSync(data)
  writeFileSync(join(data, 'settings.json'), JSON.stringify({ cacheSweep: 1 }))
  const server = await startSpeechServer({ sound: 'tone' })
  const studio = await startStudio(data)
  const began = performance.now()
  const seconds = () => (performance.now() - began) / 1000
  try {
    await addServer(studio, server.url)
    let segments = 0
    for (
      let round = 0;
      segments < options.segments && seconds() < options.minutes * 60;
      round += 1
    ) {
      segments += await playRound(studio, root, round, options.sentences)
      for (const kind of options.plants ?? []) await studio.plant(kind, 3)
      const sample = await takeSample(studio, data)
      options.onLook({ segments, seconds: seconds(), sample })
    }
    await studio.close()
  } finally {
    await studio.kill()
    await server.close()
    rmSync(root, { recursive: true, force: true })
  }
}

/** Short ones, so that the time goes into segments and not into seconds of sound; none stands in two rounds. */
const linesOf = (round: number, count: number): string[] =>
  Array.from({ length: count }, (_, index) => `Door ${index} of house ${round} was shut.`)

/** Answers how many segments were spoken. */
async function playRound(
  studio: KillableStudio,
  root: string,
  round: number,
  sentences: number,
): Promise<number> {
  const [book, target] = [join(root, 'book.md'), join(root, 'book.m4b')]
  writeFileSync(book, bookOf(`Round ${round}`, linesOf(round, sentences)))
  const projectId = await imported(studio, book, none)
  const voice = round % roundsOfAVoice === 0 ? 'espeak:gmw/en-US' : 'box:alloy'
  await studio.call('project.cast', { projectId, voice })
  const { done } = await narrate(studio, projectId, none)
  const edited = (await rowsOf(studio, projectId)).slice(-editsOfARound)
  for (const { id } of edited) {
    const text = `Round ${round} says of ${id} what nobody has said before.`
    await studio.call('segment.edit', { projectId, segmentId: id, text })
  }
  await narrate(studio, projectId, none)
  const ticket = await studio.ticket('target', target)
  const { jobId } = await studio.call('export.start', { projectId, ticket, format: 'm4b' })
  const { state, failure } = await studio.end(jobId)
  if (state !== 'done') throw new Error(`an export ended as ${state}: ${JSON.stringify(failure)}`)
  rmSync(target)
  await studio.call('project.remove', { projectId })
  await studio.jump(aDayMs)
  await studio.call('cache.clear', {})
  return done + edited.length
}
