// Mirrors the queue of books, changes it, and asks before books whose voice costs money join it.
import type { CommandArgs, ProjectSummary, Queue, VoiceId } from '../../../contract/index.ts'
import type { Connection } from '../client/connection.ts'
import { readOnOpen } from '../client/read-on-open.ts'
import { words } from '../words.ts'
import type { News } from './news.ts'
import { createStore, type Readable } from '../client/store.ts'

/** Books that a person wants queued, some of which cost money. */
export type CostAsked = {
  books: readonly ProjectSummary[]
  paid: readonly ProjectSummary[]
  /** Of the paid ones together, in words; null where nobody knows. */
  amount: string | null
}

export type QueueMirror = Readable<Queue> & {
  /** The question that is open; null: none is. */
  asked: Readable<CostAsked | null>
  /** Adds them, or asks first where a voice costs money. */
  add(books: readonly ProjectSummary[]): Promise<void>
  /** Without agreement only those join that cost nothing. */
  answer(agreed: boolean): Promise<void>
  remove(projectIds: string[]): Promise<void>
  move(projectId: string, places: number): Promise<void>
  pause(): Promise<void>
  /** All of it; with a project, that one has another turn. */
  resume(projectId?: string): Promise<void>
  setExports(exports: boolean): Promise<void>
}

export const emptyQueue: Queue = {
  entries: [],
  state: 'resting',
  etaSeconds: null,
  exports: false,
}

type QueueCommand = Extract<keyof QueueCalls, string>
type QueueCalls = {
  [N in `queue.${'add' | 'remove' | 'move' | 'pause' | 'resume' | 'export'}`]: CommandArgs<N>
}

export function mirrorQueue(
  connection: Connection,
  news: News,
  isPaid: (voice: VoiceId) => boolean,
): QueueMirror {
  const store = createStore<Queue>(emptyQueue)
  const asked = createStore<CostAsked | null>(null)
  connection.on('queue.changed', ({ queue }) => store.set(queue))
  readOnOpen(connection, { name: 'queue.read', args: {}, events: ['queue.changed'] }, (reply) => {
    if (reply.ok) store.set(reply.value)
  })
  const change = async <N extends QueueCommand>(name: N, args: QueueCalls[N]): Promise<boolean> => {
    const queue = news.settle(await connection.call(name, args)) as Queue | null
    if (queue !== null) store.set(queue)
    return queue !== null
  }
  const join = async (books: readonly ProjectSummary[], mayCost: boolean) => {
    if (books.length === 0) return
    const projectIds = books.map(({ id }) => id)
    if (await change('queue.add', { projectIds, mayCost }))
      news.say(words.queue.added(books.length))
  }
  /** One after the other: each is a walk through a book. */
  const costOf = async (books: readonly ProjectSummary[]): Promise<string | null> => {
    let sum = 0
    let currency: string | null = null
    for (const { id } of books) {
      const wish = { projectId: id, scope: { kind: 'ticked' } } as const
      const reply = await connection.call('speech.estimate', wish)
      const cost = reply.ok ? reply.value.cost : null
      if (cost === null) return null
      if (currency !== null && currency !== cost.price.currency) return null
      currency = cost.price.currency
      sum += cost.amount
    }
    return currency === null ? null : words.money(sum, currency)
  }
  return {
    get: store.get,
    subscribe: store.subscribe,
    asked,
    async add(books) {
      const paid = books.filter(({ voice }) => isPaid(voice))
      if (paid.length === 0) return join(books, false)
      asked.set({ books, paid, amount: await costOf(paid) })
    },
    async answer(agreed) {
      const question = asked.get()
      asked.set(null)
      if (question === null) return
      const { books, paid } = question
      await join(agreed ? books : books.filter((book) => !paid.includes(book)), agreed)
    },
    async remove(projectIds) {
      if (projectIds.length > 0) await change('queue.remove', { projectIds })
    },
    async move(projectId, places) {
      if (!(await change('queue.move', { projectId, places }))) return
      const { entries } = store.get()
      const at = entries.findIndex((entry) => entry.projectId === projectId)
      const title = entries[at]?.title
      if (title !== undefined) news.say(words.queue.moved(title, at + 1, entries.length))
    },
    pause: async () => void (await change('queue.pause', {})),
    resume: async (projectId) =>
      void (await change('queue.resume', projectId === undefined ? {} : { projectId })),
    setExports: async (exports) => void (await change('queue.export', { exports })),
  }
}
