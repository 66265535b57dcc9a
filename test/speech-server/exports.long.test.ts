// What is in an export: no sound that the server is known to have spoiled, unless its segment says so.
import { existsSync } from 'node:fs'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Job, SegmentRow } from '../../src/contract/index.ts'
import { profiles, type ProfileName } from './profiles.ts'
import { textDigest } from './request-log.ts'
import { startSpeechServer, type StartedSpeechServer } from './start-speech-server.ts'
import { openVerdictStudio, type VerdictStudio } from './verdict-studio.ts'
import { bookOf, paragraphsOf } from './verdict-texts.ts'

const speed = 60
/** A voice is known after thirty takes. */
const paragraphsLearned = 26
const paragraphs = 3
/** Books of this test, beyond those of the verdicts: no text is another's. */
const firstBook = 60

const spoiling = profiles.filter(
  ({ expect: { flags, failure } }) => flags !== undefined || failure === 'sound-refused',
)

let server: StartedSpeechServer
let studio: VerdictStudio

beforeAll(async () => {
  server = await startSpeechServer({ timeScale: 1 / speed })
  studio = await openVerdictStudio(server.url, speed)
  await studio.renewServer()
  const known = bookOf('Known', paragraphsOf(firstBook, paragraphsLearned))
  await narrated(await studio.addBook('known', known))
})
afterAll(async () => {
  await studio?.close()
  await server?.close()
})

async function narrated(projectId: string, chapterIds?: string[]): Promise<Job> {
  const jobId = await studio.narrate(projectId, chapterIds)
  return studio.jobThat(jobId, ({ state }) => state !== 'running')
}

/** Two chapters: one is spoken well, the other as the profile does. */
async function twoChapters(name: ProfileName, book: number) {
  const [well, spoiled] = [paragraphsOf(book, 1), paragraphsOf(book + 1, paragraphs)]
  const text =
    bookOf(
      `What the keeper of harbour lamp ${book} wrote to his sister in the first winter`,
      well,
    ) +
    bookOf(`What his sister answered from mill ${book}, when the snow had gone at last`, spoiled)
  const projectId = await studio.addBook(name, text)
  const { project } = await studio.call('project.open', { projectId })
  const [first, second] = project.chapters.map(({ id }) => id)
  if (!first || !second) throw new Error('there are two chapters')
  return { projectId, first, second }
}

const askedFor = ({ text, spokenText }: SegmentRow) => textDigest((spokenText ?? text).trim())
const isFlagged = ({ status }: SegmentRow) => status.state === 'ready' && status.flags.length > 0
const isFailed = ({ status }: SegmentRow) => status.state === 'failed'
const textOf = ({ text }: SegmentRow) => text

describe('an export of what was spoken by a server that', () => {
  it.each(spoiling.map(({ name, does }, index) => ({ name, does, index })))(
    'is $name holds nothing bad that is not flagged',
    async ({ name, index }) => {
      await server.reset()
      await studio.renewServer()
      const { projectId, first, second } = await twoChapters(name, firstBook + 1 + index * 2)
      await narrated(projectId, [first])
      await server.control(name)
      await narrated(projectId, [second])

      const { requests } = await server.stats()
      const wasSpoiled = new Set(
        requests.filter(({ profile }) => profile === name).map(({ text }) => text),
      )
      const rows = await studio.rows(projectId)
      const isSpoiled = (row: SegmentRow) => wasSpoiled.has(askedFor(row))
      const spoiled = rows.filter(isSpoiled)
      expect(spoiled.length).toBeGreaterThanOrEqual(paragraphs)
      const unsaid = spoiled.filter((row) => !isFlagged(row) && !isFailed(row))
      expect(unsaid.map(textOf)).toEqual([])
      expect(rows.filter((row) => isFlagged(row) && !isSpoiled(row)).map(textOf)).toEqual([])

      const failed = rows.filter(isFailed)
      const { job, target } = await studio.export(projectId, [first, second])
      if (failed.length === 0) {
        expect(job).toMatchObject({ state: 'done', result: { chapters: 2 } })
        return
      }
      const failure = { code: 'segments-unspoken', params: { count: failed.length } }
      expect(job).toMatchObject({ state: 'failed', failure })
      expect(existsSync(target)).toBe(false)
      const good = await studio.export(projectId, [first])
      expect(good.job).toMatchObject({ state: 'done', result: { chapters: 1 } })
    },
  )
})
