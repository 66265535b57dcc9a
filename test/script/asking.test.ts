// What is asked of a language model, how often, and what it costs: each thing once, and nothing unasked.
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { callsOf } from '../fixtures/studio-calls.ts'
import { openStudio } from '../../src/core/studio/open-studio.ts'
import { systemClock } from '../../src/io/clock.ts'
import { openChatServer, type ChatServer } from '../chat-server/chat-server.ts'
import { lines, withScriptBook } from '../fixtures/script-book.ts'
import { readerOf, studioPorts } from '../fixtures/studio-ports.ts'

const answer = () => ({ tone: 'soft', phrase: '', confidence: 0.95 })
const kinds = ['how' as const]

let server: ChatServer
beforeEach(async () => (server = await openChatServer({ answer })))
afterEach(() => server.close())

describe('asking about a book', () => {
  test('is ten lines a call, three calls at most, and none the second time', async () => {
    server.control({ baseMs: 30 })
    await withScriptBook(server, lines(95), async ({ ask, call, projectId }) => {
      const wish = { projectId, kinds }
      expect(await call('script.estimate', wish)).toMatchObject({ items: 95, known: 0, calls: 10 })
      expect(server.calls.length).toBe(0)
      expect(await ask(kinds)).toMatchObject({ state: 'done', done: 95, total: 95 })
      expect(server.calls.length).toBe(10)
      expect(server.mostAtOnce).toBe(3)
      expect(await call('script.estimate', wish)).toMatchObject({
        items: 95,
        known: 95,
        calls: 0,
        sample: null,
      })
      await ask(kinds)
      expect(server.calls.length).toBe(10)
    })
  })

  test('asks for a changed line alone, with its neighbours beside it', async () => {
    await withScriptBook(server, lines(30), async ({ ask, call, projectId, rows }) => {
      await ask(kinds)
      server.reset()
      const row = (await rows())[11]
      const text = 'Now it says something else.'
      await call('segment.edit', { projectId, segmentId: row?.id ?? '', text })
      expect(await call('script.estimate', { projectId, kinds })).toMatchObject({
        known: 29,
        calls: 1,
      })
      await ask(kinds)
      expect(server.calls.length).toBe(1)
      const { items } = JSON.parse(server.calls[0]?.user ?? '') as {
        items: Record<string, unknown>[]
      }
      expect(items).toEqual([
        {
          id: row?.id,
          text,
          before: [lines(30)[9], lines(30)[10]],
          after: [lines(30)[12]],
        },
      ])
    })
  })

  test('sends exactly what the estimate has shown', async () => {
    await withScriptBook(server, lines(3), async ({ ask, call, projectId }) => {
      const { sample } = await call('script.estimate', { projectId, kinds })
      await ask(kinds)
      expect(server.calls[0]?.system).toBe(sample?.system)
      expect(JSON.parse(server.calls[0]?.user ?? '')).toEqual(JSON.parse(sample?.user ?? ''))
    })
  })

  test('of two copies of a book at once asks once', async () => {
    server.control({ baseMs: 50 })
    await withScriptBook(server, lines(20), async ({ call, end, projectId }) => {
      const copy = await call('project.duplicate', { projectId, title: 'A copy' })
      const jobs = await Promise.all(
        [projectId, copy.projectId].map((id) => call('script.start', { projectId: id, kinds })),
      )
      for (const { jobId } of jobs)
        expect(await end(jobId)).toMatchObject({ state: 'done', done: 20 })
      expect(server.calls.length).toBe(2)
    })
  })

  test('stops at its budget, and goes on when a person grants it once more', async () => {
    const price = { perMillionIn: 1000, perMillionOut: 1000, currency: 'EUR' }
    await withScriptBook(server, lines(60), async ({ ask, call, end, projectId }) => {
      const { model } = await call('script.model', {})
      if (!model) throw new Error('a model is set')
      await call('script.setModel', { model: { ...model, price } })
      const { cost } = await call('script.estimate', { projectId, kinds })
      const budget = (cost?.amount ?? 0) / 3
      const job = await ask(kinds, budget)
      expect(job).toMatchObject({ state: 'paused', failure: { code: 'budget-spent' } })
      const calls = server.calls.length
      expect(calls).toBeGreaterThan(0)
      expect(calls).toBeLessThan(6)
      // Never more than one call beyond it.
      expect(job.cost?.spent ?? 0).toBeLessThan(budget * 1.6)
      await call('job.resume', { jobId: job.id, budget: null })
      const over = await end(job.id)
      expect(over).toMatchObject({ state: 'done', done: 60 })
      expect(over.tokens?.in).toBeGreaterThan(0)
      expect(server.calls.length).toBe(6)
    })
  })

  test('waits for a person where the key is refused, and goes on with the right one', async () => {
    server.control({ key: 'right' })
    await withScriptBook(server, lines(20), async ({ ask, call, end }) => {
      const job = await ask(kinds)
      expect(job).toMatchObject({ state: 'paused', failure: { code: 'key-refused' } })
      await call('script.setKey', { key: 'right' })
      await call('job.resume', { jobId: job.id })
      expect(await end(job.id)).toMatchObject({ state: 'done', done: 20, failed: 0 })
      expect(JSON.stringify(await call('script.model', {}))).not.toContain('right')
    })
  })

  test('is kept when it is cancelled: what was answered is not asked again', async () => {
    server.control({ baseMs: 40 })
    await withScriptBook(server, lines(100), async ({ ask, call, end, jobThat, projectId }) => {
      const { jobId } = await call('script.start', { projectId, kinds })
      await jobThat(jobId, ({ done }) => done >= 30)
      await call('job.cancel', { jobId })
      expect(await end(jobId)).toMatchObject({ state: 'cancelled' })
      const answered = server.calls.filter(
        ({ status, aborted }) => status === 200 && !aborted,
      ).length
      await ask(kinds)
      expect(server.calls.filter(({ aborted }) => !aborted).length).toBeLessThanOrEqual(10 + 3)
      expect(answered).toBeGreaterThanOrEqual(3)
    })
  })
})

test('a line made for the eye is said as a sentence beside it, and is asked about no more', async () => {
  server.control({ answer: () => ({ say: 'Three times four is twelve.', confidence: 0.9 }) })
  const book = [...lines(2), '3 × 4 = 12', ...lines(4).slice(2)]
  await withScriptBook(server, book, async ({ ask, call, projectId, rows }) => {
    await ask(['ear'])
    expect(server.calls.map(({ items }) => items)).toEqual([1])
    const wish = { projectId, kinds: ['ear' as const], most: 10 }
    const { proposals } = await call('script.proposals', wish)
    await call('script.take', { projectId, keys: proposals.map(({ key }) => key) })
    const row = (await rows())[2]
    expect(row).toMatchObject({ text: '3 × 4 = 12', spokenText: 'Three times four is twelve.' })
    expect((await call('script.estimate', { projectId, kinds: ['ear'] })).items).toBe(0)
    await call('project.undo', { projectId })
    expect((await rows())[2]?.manner?.isSaidByHand).toBeUndefined()
    expect((await call('script.proposals', wish)).proposals).toEqual(proposals)
  })
})

test('a book is described once, for its finished files', async () => {
  const say = 'Lines, one after the other, and each of them stands alone.'
  server.control({ answer: () => ({ say: `\u202e${say}\u0000`, confidence: 0.9 }) })
  await withScriptBook(server, lines(200), async ({ ask, call, projectId }) => {
    await call('project.addCredits', { projectId })
    await ask(['description'])
    expect(server.calls).toHaveLength(1)
    const { items } = JSON.parse(server.calls[0]?.user ?? '') as {
      items: { text: string; chapters: string[] }[]
    }
    expect(items).toHaveLength(1)
    expect(items[0]?.text).toMatch(/^This is line number 0,/)
    expect(items[0]?.text.length).toBeLessThanOrEqual(3000)
    expect(items[0]?.chapters).toHaveLength(1)
    const wish = { projectId, kinds: ['description' as const], most: 10 }
    const { proposals } = await call('script.proposals', wish)
    await call('script.take', { projectId, keys: proposals.map(({ key }) => key) })
    expect((await call('export.tags', { projectId })).description).toBe(say)
    expect((await call('script.estimate', { projectId, kinds: ['description'] })).items).toBe(0)
    await call('project.undo', { projectId })
    expect((await call('export.tags', { projectId })).description).toBeUndefined()
    expect((await call('script.proposals', wish)).proposals).toEqual(proposals)
  })
})

test('a studio without a language model sends nothing, says so, and proposes what the book tells itself', async () => {
  const { ports, options } = studioPorts(systemClock, {
    reader: readerOf([['“Come here,” said Anna. “Now.”', '“No,” said Tom.']]),
  })
  const studio = await openStudio(ports, options)
  try {
    const { call, end } = callsOf(studio)
    const ticket = ports.tickets.issue('book', 'book.txt')
    const { projectId = '' } = await end((await call('book.import', { ticket })).jobId)
    await expect(call('script.start', { projectId, kinds })).rejects.toMatchObject({
      failure: { code: 'no-language-model' },
    })
    const { proposals } = await call('script.proposals', { projectId, kinds: ['who'], most: 10 })
    expect(proposals.map(({ source }) => source)).toEqual(['book', 'book'])
    const keys = proposals.map(({ key }) => key)
    await call('script.take', { projectId, keys })
    const { rows } = await call('segment.list', { projectId, from: 0, count: 20 })
    expect(rows.map(({ text, manner }) => [text.trim(), manner?.speaker ?? null])).toEqual([
      ['“Come here,”', 'anna'],
      ['said Anna.', null],
      ['“Now.”', 'anna'],
      ['“No,”', 'tom'],
      ['said Tom.', null],
    ])
    await call('project.undo', { projectId })
    const again = await call('script.proposals', { projectId, kinds: ['who'], most: 10 })
    expect(again.proposals.map(({ key }) => key)).toEqual(keys)
    await call('script.dismiss', { projectId, keys: keys.slice(0, 1), dismissed: true })
    const fewer = await call('script.proposals', { projectId, kinds: ['who'], most: 10 })
    expect(fewer.proposals.map(({ key }) => key)).toEqual(keys.slice(1))
  } finally {
    await studio.close()
  }
})
