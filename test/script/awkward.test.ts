// Awkward moments of asking: equal short lines, a model that changes or refuses, a book that waits for a person.
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { readAnswer } from '../../src/core/script/read-answer.ts'
import { keptAnswers } from '../../src/core/studio/script/kept-answers.ts'
import { openChatServer, type ChatServer } from '../chat-server/chat-server.ts'
import { itemOf } from '../core/script/items.ts'
import { createMemoryAnswers } from '../fixtures/memory-answers.ts'
import { lines, withScriptBook } from '../fixtures/script-book.ts'

const answer = () => ({ tone: 'soft', phrase: '', confidence: 0.95 })
const kinds = ['how' as const]
const price = { perMillionIn: 1000, perMillionOut: 1000, currency: 'EUR' }

let server: ChatServer
beforeEach(async () => (server = await openChatServer({ answer })))
afterEach(() => server.close())

test('lines as short as “Yes.” are each asked about with the lines beside them', async () => {
  const book = [
    'Anna was asked whether she would come.',
    '“Yes.”',
    'Then Tom was asked too.',
    '“Yes.”',
  ]
  await withScriptBook(server, book, async ({ ask }) => {
    await ask(kinds)
    const asked = server.calls.flatMap(
      ({ user }) => (JSON.parse(user) as { items: object[] }).items,
    )
    expect(asked.length).toBe(4)
  })
})

test('a name that was likely in one book is not taken over to another that knows nobody of it', async () => {
  const store = createMemoryAnswers(() => 1)
  await store.keep([{ key: 'k', model: 'm', answer: '{"speaker":"Anna","confidence":0.9}' }], 1)
  const asked = [
    { key: 'k', kind: 'who' as const, item: itemOf('a', { shown: { text: '«Go.»' } }) },
  ]
  const about = { title: 'A Book', language: 'en', characters: ['Anna'] }
  expect((await keptAnswers(store, asked, about, 'm')).size).toBe(1)
  expect((await keptAnswers(store, asked, { ...about, characters: ['Tom'] }, 'm')).size).toBe(0)
})

describe('a book that waits for a person', () => {
  test('keeps no other from being asked, cancelled or removed', async () => {
    await withScriptBook(server, lines(60), async ({ ask, call, end, projectId }) => {
      const { model } = await call('script.model', {})
      if (!model) throw new Error('a model is set')
      await call('script.setModel', { model: { ...model, price } })
      const { cost } = await call('script.estimate', { projectId, kinds })
      const job = await ask(kinds, (cost?.amount ?? 0) / 4)
      expect(job.failure?.code).toBe('budget-spent')
      const copy = await call('project.duplicate', { projectId, title: 'A copy' })
      const { jobId } = await call('script.start', { projectId: copy.projectId, kinds })
      expect(await end(jobId)).toMatchObject({ state: 'done', done: 60 })
      await call('job.cancel', { jobId: job.id })
      expect(server.calls.length).toBe(6)
    })
  })

  test('goes on with the model that is set by then, and sends nothing to one that was removed', async () => {
    const other = await openChatServer({ answer })
    server.control({ key: 'nobody has it' })
    try {
      await withScriptBook(server, lines(20), async ({ ask, call, end }) => {
        const job = await ask(kinds)
        expect(job).toMatchObject({ state: 'paused', failure: { code: 'key-refused' } })
        await call('script.removeModel', {})
        await call('job.resume', { jobId: job.id })
        expect(await end(job.id)).toMatchObject({ failure: { code: 'no-language-model' } })
        const refused = server.calls.length
        const model = { address: other.address, model: 'other', allowPlain: false, price: null }
        await call('script.setModel', { model })
        await call('job.resume', { jobId: job.id })
        expect(await end(job.id)).toMatchObject({ state: 'done', done: 20, failed: 0 })
        expect([server.calls.length, other.calls.length]).toEqual([refused, 2])
      })
    } finally {
      await other.close()
    }
  })
})

test('a passage that the server refuses is named, and all others are answered', async () => {
  const refusal = { status: 400, body: { error: { message: 'content filter' } } }
  server.control({
    fault: (_, items) =>
      items.some(({ text }) => String(text).includes('number 13,')) ? { refusal } : null,
  })
  await withScriptBook(server, lines(30), async ({ ask, call, projectId }) => {
    expect(await ask(kinds)).toMatchObject({ state: 'done', done: 30, failed: 1 })
    const { unanswered, totals } = await call('script.proposals', { projectId, kinds, most: 50 })
    expect(unanswered.map(({ reason, position }) => [reason, position])).toEqual([['refused', 13]])
    expect(totals.how).toBe(29)
  })
})

test.each([
  ['white space', `{"items":[{"id":"a","tone":"soft"}${'\n '.repeat(90_000)}]}`, 1],
  ['quotation marks', `{"items":[{"id":"a","tone":"soft"}],"x":${'"\\"'.repeat(60_000)}`, 0],
  ['brackets', '{'.repeat(190_000), 0],
])('a flood of %s is read in the time of one pass', (_, text, entries) => {
  expect(readAnswer(text).length).toBe(entries)
})

test('a server that is not there is told as that when it is checked', async () => {
  const { address } = server
  await withScriptBook(server, lines(2), async ({ call }) => {
    const model = { address: 'http://127.0.0.1:9', model: 'm', allowPlain: false, price: null }
    await call('script.setModel', { model })
    expect((await call('script.check', {})).check?.failure?.code).toBe('server-unreachable')
    await call('script.setModel', { model: { ...model, address } })
    expect((await call('script.check', {})).check?.failure).toBeNull()
  })
})
