// SIGKILL amid the questions to a language model: what was answered is kept, and no more is paid for unasked.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { openChatServer, type ChatServer } from '../chat-server/chat-server.ts'
import { lines } from '../fixtures/script-book.ts'
import { startStudio } from './start-studio.ts'

const count = 200
const lanes = 3
const kinds = ['how' as const]
const price = { perMillionIn: 1, perMillionOut: 5, currency: 'EUR' }

let root: string
let server: ChatServer
beforeEach(async () => {
  root = mkdtempSync(join(tmpdir(), 'lectern-script-'))
  const answer = () => ({ tone: 'soft', phrase: '', confidence: 0.9 })
  server = await openChatServer({ answer, baseMs: 150 })
})
afterEach(async () => {
  await server.close()
  rmSync(root, { recursive: true, force: true })
})

it('goes on where it was, asks first where it costs, and pays again for what was under way alone', async () => {
  const book = join(root, 'book.txt')
  const data = join(root, 'data')
  writeFileSync(book, lines(count).join('\n\n'))
  let studio = await startStudio(data)
  const projectId = await studio.addBook(book, 'espeak:gmw/en-US')
  const model = { address: server.address, model: 'loopback', allowPlain: false, price }
  await studio.call('script.setModel', { model })
  const { items } = await studio.call('script.estimate', { projectId, kinds })
  await studio.call('script.start', { projectId, kinds })
  for (const moment of [30, 90, 140]) {
    await studio.jobThat({ kind: 'script', states: ['running'], done: moment })
    await studio.kill()
    const calls = server.calls.length
    studio = await startStudio(data)
    const {
      id: jobId,
      failure,
      done,
    } = await studio.jobThat({ kind: 'script', states: ['paused'] })
    expect(failure?.code).toBe('resume-costs')
    expect(done).toBeGreaterThanOrEqual(moment)
    // Nothing is sent before a person has said so.
    expect(server.calls.length).toBe(calls)
    await studio.call('job.resume', { jobId })
  }
  const end = await studio.jobThat({ kind: 'script', states: ['paused', 'done', 'failed'] })
  expect(end).toMatchObject({ state: 'done', failed: 0, total: items })
  await studio.close()
  const asked = server.calls.map(({ user }) =>
    (JSON.parse(user) as { items: { id: string }[] }).items.map(({ id }) => id),
  )
  const again = asked.length - Math.ceil(items / 10)
  // Three kills, and at most the calls in flight at each.
  expect(again).toBeLessThanOrEqual(3 * lanes)
  expect(new Set(asked.flat()).size).toBe(items)
})
