// What the face holds of the studio: the two verbs, the door's abilities, and whether it answers.
import type {
  EventName,
  EventPayload,
  Failure,
  HostAbilities,
  StudioClient,
} from '../../../contract/index.ts'
import type { Store } from './store.ts'

/** `refused`: a studio answers, but not this page: it was started anew, with a link of its own. */
export type Link = 'opening' | 'open' | 'lost' | 'refused'

export type Connection = StudioClient & {
  host: HostAbilities
  /** Whether events arrive. While it is not open, calls fail and mirrors may be behind. */
  link: Store<Link>
  /**
   * Runs now if events arrive, and each time they begin to arrive again: mirrors fetch here, so that
   * nothing is missed between a fetch and the first event. Returns the function that stops it.
   */
  onOpen(run: () => void): () => void
}

/** Listeners by event name, for both transports. */
export type Dispatch = {
  on: StudioClient['on']
  dispatch(name: string, payload: unknown): void
}

export function createDispatch(): Dispatch {
  const listeners = new Map<string, Set<(payload: never) => void>>()
  return {
    on<N extends EventName>(name: N, listener: (payload: EventPayload<N>) => void) {
      const set = listeners.get(name) ?? new Set()
      listeners.set(name, set)
      set.add(listener)
      return () => void set.delete(listener)
    },
    dispatch(name, payload) {
      for (const listener of listeners.get(name) ?? []) listener(payload as never)
    },
  }
}

/** Runs listeners each time the link opens, and at once when it is open already. */
export function createOpenings(link: Connection['link']): Connection['onOpen'] {
  const runs = new Set<() => void>()
  link.subscribe(() => {
    if (link.get() === 'open') for (const run of runs) run()
  })
  return (run) => {
    runs.add(run)
    if (link.get() === 'open') run()
    return () => void runs.delete(run)
  }
}

/** What ends a call that the studio did not answer at all, which the banner says; and what a browser alone knows the reason of. */
export const unforeseen = (detail: string): Failure => ({
  code: 'unexpected',
  params: {},
  retry: 'later',
  detail,
})
