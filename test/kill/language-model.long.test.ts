// SIGKILL amid the work of a language model: what was answered is kept, and no more is paid for unasked.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { openChatServer, type ChatServer } from '../chat-server/chat-server.ts'
import { lines } from '../fixtures/script-book.ts'
import { request, wellWritten } from '../fixtures/writing-studio.ts'
import { startStudio, type KillableStudio } from './start-studio.ts'

const count = 200
const lanes = 3
const batch = 10
const kinds = ['how' as const]
const price = { perMillionIn: 1, perMillionOut: 5, currency: 'EUR' }

let root: string
let server: ChatServer
beforeEach(async () => {
  root = mkdtempSync(join(tmpdir(), 'lectern-model-'))
  server = await openChatServer({
    answer: ({ text, into }) =>
      into === undefined
        ? { tone: 'soft', phrase: '', confidence: 0.9 }
        : { text: `Auf Deutsch: ${String(text)}` },
    write: wellWritten,
    baseMs: 150,
  })
})
afterEach(async () => {
  await server.close()
  rmSync(root, { recursive: true, force: true })
})

type Work = {
  kind: 'script' | 'translation' | 'write'
  /** Killed when so much is done. */
  moments: number[]
  /** Calls that all of it needs, and that can be under way at once. */
  calls: number
  atOnce: number
  start(studio: KillableStudio, projectId: string): Promise<unknown>
}

const sections = Array.from(
  { length: 8 },
  (_, index) => `# Part ${index}\n\nNotes of part ${index}.`,
)
const works: Work[] = [
  {
    ...{ kind: 'script', moments: [30, 90, 140], calls: count / batch, atOnce: lanes },
    start: (studio, projectId) => studio.call('script.start', { projectId, kinds }),
  },
  {
    // With the titles of the book and of its chapter.
    ...{ kind: 'translation', moments: [50, 120], calls: (count + batch) / batch, atOnce: lanes },
    start: (studio, projectId) =>
      studio.call('translation.start', { projectId, language: 'de', glossary: [] }),
  },
  {
    ...{ kind: 'write', moments: [2, 5], calls: sections.length, atOnce: 1 },
    start: (studio) => studio.call('write.start', request({ notes: sections.join('\n\n') })),
  },
]

it.each(works)(
  '$kind goes on where it was, asks first where it costs, and pays again for what was under way alone',
  async ({ kind, moments, calls, atOnce, start }) => {
    const book = join(root, 'book.txt')
    const data = join(root, 'data')
    writeFileSync(book, lines(count).join('\n\n'))
    let studio = await startStudio(data)
    const projectId = await studio.addBook(book, 'espeak:gmw/en-US')
    const model = { address: server.address, model: 'loopback', allowPlain: false, price }
    await studio.call('script.setModel', { model })
    await start(studio, projectId)
    for (const moment of moments) {
      await studio.jobThat({ kind, states: ['running'], done: moment })
      await studio.kill()
      const sent = server.calls.length
      studio = await startStudio(data)
      const job = await studio.jobThat({ kind, states: ['paused'] })
      expect(job.failure?.code).toBe('resume-costs')
      expect(job.done).toBeGreaterThanOrEqual(moment)
      // Nothing is sent before a person has said so.
      expect(server.calls.length).toBe(sent)
      await studio.call('job.resume', { jobId: job.id })
    }
    const end = await studio.jobThat({ kind, states: ['paused', 'done', 'failed'] })
    expect(end).toMatchObject({ state: 'done', failed: 0, done: end.total })
    await studio.close()
    expect(server.calls.length).toBeGreaterThanOrEqual(calls)
    expect(server.calls.length - calls).toBeLessThanOrEqual(moments.length * atOnce)
  },
)
