// What a whole narration comes to with each of the server's ways, in the real studio, with real sound.
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { failureSentences, type Job, type SegmentRow } from '../../src/contract/index.ts'
import type { ControlOptions } from './options.ts'
import { profiles, type Profile, type ProfileName } from './profiles.ts'
import { sampleRate } from './tone.ts'
import { startSpeechServer, type StartedSpeechServer } from './start-speech-server.ts'
import { openVerdictStudio, type VerdictStudio } from './verdict-studio.ts'
import { bookOf, paragraphsOf } from './verdict-texts.ts'

/** Of the studio's clock and the server's: a minute's pause is a second. */
const speed = 60
/** A voice is known after thirty takes. */
const paragraphsLearned = 40
/** More than the caps of the profiles let through at once. */
const paragraphs = 5
/** A server that refuses every text at first is approached ever more slowly: a short book. */
const paragraphsRefused = 2
const refusesEach: readonly ProfileName[] = [
  'error-500',
  'retry-after-1',
  'retry-after-90',
  'retry-after-date',
]
/** For what only a real clock ends; the shortest that can be set. */
const shortCallSeconds = 1
const usualCallSeconds = 60
/** Characters of a text whose sound tells all that is wrong with it. */
const longEnough = 60
/** What is no longer or shorter than this is whole. */
const tolerance = 0.05

const options: Partial<Record<ProfileName, ControlOptions>> = {
  // So slow that more than four are asked for at once.
  'cap-503': { latencyMs: 100 * speed },
  'cap-queue': { latencyMs: 100 * speed },
}
const hangs: readonly ProfileName[] = ['no-answer', 'stalled-body']

let server: StartedSpeechServer
let studio: VerdictStudio
const unhandled: unknown[] = []
const note = (reason: unknown) => void unhandled.push(reason)

beforeAll(async () => {
  process.on('unhandledRejection', note)
  server = await startSpeechServer({ timeScale: 1 / speed, retryAfterScale: 1 / speed })
  studio = await openVerdictStudio(server.url, speed)
  await studio.renewServer()
  const known = bookOf('Known', paragraphsOf(profiles.length, paragraphsLearned))
  const jobId = await studio.narrate(await studio.addBook('known', known))
  expect(await studio.jobThat(jobId, isOver)).toMatchObject({ state: 'done', failed: 0 })
})
afterAll(async () => {
  await studio?.close()
  await server?.close()
  process.off('unhandledRejection', note)
})

const isOver = ({ state }: Job) => state !== 'running' && state !== 'paused'
const isStill = (job: Job) => job.state !== 'running'
/** Where the trouble does not end by itself, a wait of the job is the verdict. */
const verdictOf = ({ expect: { book } }: Profile) =>
  book === 'waits' ? (job: Job) => isStill(job) || job.waiting !== undefined : isStill

/** The most that was asked for again of one text. */
async function retries(): Promise<number> {
  const counts = new Map<string, number>()
  for (const { text } of (await server.stats()).requests)
    counts.set(text, (counts.get(text) ?? 0) + 1)
  return Math.max(...counts.values()) - 1
}

/** Of the server's good sound. */
async function wholeSeconds({ spokenText, text }: SegmentRow): Promise<number> {
  const answer = await fetch(`${server.url}/audio/speech`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'x-profile': 'normal' },
    body: JSON.stringify({
      model: 'normal',
      voice: 'alloy',
      input: (spokenText ?? text).trim(),
      response_format: 'wav',
    }),
  })
  return ((await answer.arrayBuffer()).byteLength - 44) / 2 / sampleRate
}

const flagsOf = ({ status }: SegmentRow) =>
  status.state === 'ready' ? status.flags.map(({ code }) => code) : []
const statesOf = (rows: readonly SegmentRow[]) => [
  ...new Set(rows.map(({ status }) => status.state)),
]

function expectRetries(found: number, expected: Profile['expect']['retries']): void {
  if (expected === 'some') expect(found).toBeGreaterThan(0)
  else if (expected === 'hardly') expect(found).toBeLessThanOrEqual(2)
  else expect(found).toBe(expected)
}

function expectVerdict({ expect: { book, failure } }: Profile, job: Job, rows: SegmentRow[]): void {
  if (failure) expect(failureSentences[failure]({})).not.toBe('')
  switch (book) {
    case 'spoken':
      expect(job).toMatchObject({ state: 'done', failed: 0 })
      expect(statesOf(rows)).toEqual(['ready'])
      return
    case 'waits':
      expect(job).toMatchObject({
        state: 'running',
        failed: 0,
        waiting: { failure: { code: failure } },
      })
      return
    case 'pauses':
      expect(job).toMatchObject({ state: 'paused', failed: 0, failure: { code: failure } })
      return
    case 'fails':
      expect(job).toMatchObject({ state: 'done', failed: rows.length })
      for (const { status } of rows)
        expect(status).toMatchObject({ state: 'failed', failure: { code: failure } })
  }
}

/** What is not whole is flagged; what is long enough to tell says what is wrong with it. */
async function expectNothingBadUnsaid({ expect: { flags } }: Profile, rows: SegmentRow[]) {
  for (const row of rows) {
    if (row.status.state !== 'ready') continue
    const found = flagsOf(row)
    if (flags && row.text.length >= longEnough)
      expect(flags, row.text).toEqual(expect.arrayContaining(found.slice(0, 1)))
    if (flags && row.text.length >= longEnough) expect(found, row.text).not.toEqual([])
    if (!flags) expect(found, row.text).toEqual([])
    if (found.length > 0) continue
    const share = row.status.durationSeconds / (await wholeSeconds(row))
    expect(Math.abs(share - 1), row.text).toBeLessThan(tolerance)
  }
}

describe('a narration by a server that', () => {
  it.each(profiles.map((profile, index) => ({ ...profile, index })))(
    'is $name comes to what a person would want',
    async ({ index, ...profile }) => {
      const { name, expect: expected } = profile
      await server.reset()
      await studio.renewServer()
      const value = hangs.includes(name) ? shortCallSeconds : usualCallSeconds
      await studio.call('settings.change', { name: 'callTimeout', value })
      const count = refusesEach.includes(name) ? paragraphsRefused : paragraphs
      const projectId = await studio.addBook(
        name,
        bookOf(`The harbour lamp, part ${index + 1}`, paragraphsOf(index, count)),
      )
      await server.control(name, options[name] ?? {})
      const jobId = await studio.narrate(projectId)
      const job = await studio.jobThat(jobId, verdictOf(profile))
      const rows = await studio.rows(projectId)
      if (expected.book !== 'waits') expectRetries(await retries(), expected.retries)
      expectVerdict(profile, job, rows)
      await expectNothingBadUnsaid(profile, rows)
      expect((await server.stats()).tooEarly).toBe(0)

      await server.control('normal')
      if (job.state === 'paused') await studio.call('job.resume', { jobId })
      const next = isOver(job) ? await studio.narrate(projectId) : jobId
      expect(await studio.jobThat(next, isOver)).toMatchObject({ state: 'done', failed: 0 })
      expect(statesOf(await studio.rows(projectId))).toEqual(['ready'])
      if (expected.book === 'waits') expectRetries(await retries(), expected.retries)
      expect(studio.spooled()).toEqual([])
      expect(unhandled).toEqual([])
    },
  )
})
