// The queue as a page has it: mirrored whole, changed by calls, and asked about where it costs money.
import { describe, expect, it } from 'vitest'
import type { ProjectSummary, Queue, QueueEntry } from '../../src/contract/index.ts'
import { createNews } from '../../src/renderer/src/state/news.ts'
import { emptyQueue, mirrorQueue } from '../../src/renderer/src/state/queue.ts'
import { settle, studioByHand } from './studio-by-hand.ts'

const book = (id: string, voice = 'espeak:gmw/en'): ProjectSummary => ({
  ...{ id, title: id, authors: [], cover: null, voice, createdAt: 0, openedAt: 0 },
  ...{ segments: 10, ready: 0, failed: 0, flagged: 0, archived: false },
  ...{ seconds: 0, wholeSeconds: 0, bytes: 0 },
})
const entry = (projectId: string): QueueEntry => ({
  ...{ projectId, title: projectId, state: 'waiting' },
  ...{ segments: 10, left: 10, failed: 0, etaSeconds: null },
})
const queueOf = (...ids: string[]): Queue => ({
  ...emptyQueue,
  state: 'running',
  entries: ids.map(entry),
})

async function open() {
  const studio = studioByHand()
  const news = createNews(() => false)
  const queue = mirrorQueue(studio.connection, news, (voice) => voice.startsWith('paid:'))
  await studio.waiting[0]?.answer(emptyQueue)
  const answer = async (value: unknown) => {
    await settle()
    await studio.waiting[0]?.answer(value)
  }
  const ids = () => queue.get().entries.map(({ projectId }) => projectId)
  return { studio, news, queue, answer, ids }
}

describe('the queue of the page', () => {
  it('is read when the studio answers, and follows its events and replies', async () => {
    const { studio, queue, answer, ids } = await open()
    studio.say('queue.changed', { queue: queueOf('a') })
    expect(ids()).toEqual(['a'])
    void queue.add([book('b')])
    expect(studio.waiting[0]?.args).toEqual({ projectIds: ['b'], mayCost: false })
    await answer(queueOf('a', 'b'))
    expect(ids()).toEqual(['a', 'b'])
    studio.link.set('lost')
    studio.link.set('open')
    await answer(queueOf('b'))
    expect(ids()).toEqual(['b'])
  })

  it('says where a book that was moved is now', async () => {
    const { news, queue, answer } = await open()
    void queue.move('b', -1)
    await answer(queueOf('b', 'a'))
    await settle()
    expect(news.said.get()).toBe('b is number 1 of 2.')
  })

  it('asks before a voice that costs money joins it, with what is known of the costs', async () => {
    const { studio, queue, answer } = await open()
    void queue.add([book('a'), book('b', 'paid:one'), book('c', 'paid:one')])
    const price = { perMillionCharacters: 15, currency: 'USD', asOf: '', source: '' }
    await answer({ cost: { amount: 1.25, price } })
    await answer({ cost: { amount: 1, price } })
    await settle()
    expect(queue.asked.get()).toMatchObject({ amount: '$2.25', paid: [{ id: 'b' }, { id: 'c' }] })
    expect(studio.waiting).toEqual([])
    void queue.answer(true)
    expect(studio.waiting[0]?.args).toEqual({ projectIds: ['a', 'b', 'c'], mayCost: true })
    expect(queue.asked.get()).toBeNull()
  })

  it('takes only what costs nothing where a person does not agree', async () => {
    const { studio, queue, answer } = await open()
    void queue.add([book('a'), book('b', 'paid:one')])
    await answer({ cost: null })
    await settle()
    expect(queue.asked.get()).toMatchObject({ amount: null })
    void queue.answer(false)
    expect(studio.waiting[0]?.args).toEqual({ projectIds: ['a'], mayCost: false })
  })
})
