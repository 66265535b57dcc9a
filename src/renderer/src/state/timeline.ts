// Mirrors where a chapter's segments are heard, and its waveform, while it is being made.
import type { CommandReply, SegmentSpan } from '../../../contract/index.ts'
import { after } from '../client/after.ts'
import type { Connection } from '../client/connection.ts'
import { createStore, type Readable } from '../client/store.ts'

export type Timeline = CommandReply<'chapter.timeline'>

export type Timelines = {
  /** The last known timeline of a chapter; null until it was fetched. */
  of(chapterId: string): Readable<Timeline | null>
  /** Fetches unless what is known is still true. */
  fresh(chapterId: string): Promise<Timeline | null>
  /** Keeps a chapter's timeline up to date while it is looked at. Returns the function that ends it. */
  watch(chapterId: string): () => void
  dispose(): void
}

/** While a chapter is being spoken its timeline changes ten times a second: this often is enough. */
const watchMs = 1500

export function mirrorTimelines(connection: Connection, projectId: string): Timelines {
  const stores = new Map<string, ReturnType<typeof createStore<Timeline | null>>>()
  const old = new Set<string>()
  const flying = new Map<string, Promise<Timeline | null>>()
  const watched = new Map<string, () => void>()

  const of = (chapterId: string) => {
    let store = stores.get(chapterId)
    if (store === undefined) {
      store = createStore<Timeline | null>(null)
      stores.set(chapterId, store)
      old.add(chapterId)
    }
    return store
  }
  const fresh = (chapterId: string): Promise<Timeline | null> => {
    const store = of(chapterId)
    const known = flying.get(chapterId)
    if (known !== undefined) return known
    if (!old.delete(chapterId)) return Promise.resolve(store.get())
    const flight = connection.call('chapter.timeline', { projectId, chapterId }).then((reply) => {
      flying.delete(chapterId)
      if (reply.ok) store.set(reply.value)
      else old.add(chapterId)
      return store.get()
    })
    flying.set(chapterId, flight)
    return flight
  }
  const makeOld = (chapterIds: Iterable<string>) => {
    for (const chapterId of chapterIds) {
      if (!stores.has(chapterId) || old.has(chapterId)) continue
      old.add(chapterId)
      if (watched.has(chapterId)) schedule(chapterId)
    }
  }
  const schedule = (chapterId: string) => {
    watched.get(chapterId)?.()
    watched.set(
      chapterId,
      after(watchMs, () => void fresh(chapterId)),
    )
  }

  const stops = [
    connection.on('segments.changed', (changed) => {
      if (changed.projectId === projectId)
        makeOld(new Set(changed.rows.map((row) => row.chapterId)))
    }),
    connection.on('project.changed', ({ project }) => {
      if (project.id === projectId) makeOld(stores.keys())
    }),
    connection.onOpen(() => makeOld(stores.keys())),
  ]

  return {
    of,
    fresh,
    watch(chapterId) {
      watched.set(chapterId, () => {})
      void fresh(chapterId)
      return () => {
        watched.get(chapterId)?.()
        watched.delete(chapterId)
      }
    },
    dispose() {
      for (const cancel of watched.values()) cancel()
      stops.forEach((stop) => stop())
    },
  }
}

/** The span that is heard at a moment of the chapter; the last one behind its end. */
export function spanAt(spans: readonly SegmentSpan[], seconds: number): SegmentSpan | undefined {
  let low = 0
  let high = spans.length - 1
  while (low < high) {
    const middle = Math.ceil((low + high) / 2)
    if ((spans[middle]?.startSeconds ?? 0) <= seconds) low = middle
    else high = middle - 1
  }
  return spans[low]
}
