// Mirrors the farm for as long as somebody looks at it: its settings, how its Redis answers, and its workers.
import type { Failure, FarmChange, FarmView, Reply, WorkerWish } from '../../../contract/index.ts'
import type { Connection } from '../client/connection.ts'
import { readOnOpen } from '../client/read-on-open.ts'
import { createStore, type Readable } from '../client/store.ts'

export type FarmNow = {
  /** Null until it is known. */
  view: FarmView | null
  /** Why it is not known. */
  failure: Failure | null
}

export type FarmMirror = Readable<FarmNow> & {
  set(change: FarmChange): Promise<Reply<FarmView>>
  wish(workerId: string, wish: WorkerWish): Promise<Reply<FarmView>>
  /** Keeps it up to date until the function that it returns is called. */
  watch(): () => void
}

type Answer = { farm: FarmView }

export function mirrorFarm(connection: Connection): FarmMirror {
  const store = createStore<FarmNow>({ view: null, failure: null })
  /** Reads again what was on its way while a deed was done: it may be older than what the deed answered. */
  let again = () => {}
  const deed = async (asked: Promise<Reply<Answer>>): Promise<Reply<FarmView>> => {
    const reply = await asked
    if (!reply.ok) return reply
    store.set({ view: reply.value.farm, failure: null })
    again()
    return { ...reply, value: reply.value.farm }
  }
  return {
    get: store.get,
    subscribe: store.subscribe,
    set: (change) => deed(connection.call('farm.set', change)),
    wish: (workerId, wish) => deed(connection.call('farm.wish', { workerId, wish })),
    watch() {
      const stopEvent = connection.on('farm.changed', ({ farm }) =>
        store.set({ view: farm, failure: null }),
      )
      const reading = readOnOpen(
        connection,
        { name: 'farm.read', args: {}, events: ['farm.changed'] },
        (reply) => {
          if (reply.ok) store.set({ view: reply.value.farm, failure: null })
          else store.update((now) => ({ ...now, failure: now.view ? null : reply.failure }))
        },
      )
      again = reading.read
      return () => {
        stopEvent()
        reading.stop()
        again = () => {}
      }
    },
  }
}
