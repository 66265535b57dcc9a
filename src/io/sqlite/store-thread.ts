// The store's thread from outside: started again when it dies, and asked again what may be asked twice.
import type { Clock } from '../../core/base/scope.ts'
import { fail, failure, failureOf, FailureError } from '../../core/base/failure-error.ts'
import type { Log } from '../../core/ports/machine.ts'
import type { Launch } from '../process/channel.ts'
import { connect, type Remote } from '../process/remote.ts'
import type { SlowStatement } from './database.ts'
import type { StoreOpening, StoreParameters } from './store-operations.ts'

export type StoreThread = {
  /**
   * While the thread is being started again, calls wait for it. One that was under way when it died is made
   * again where `repeatable`, and fails with `data-interrupted` where not.
   */
  call<T>(operation: string, args: unknown, repeatable: boolean): Promise<T>
  close(): Promise<void>
}

/** Milliseconds before each try to start it again. */
const pauses = [0, 250, 1000, 4000]
/** Dying so often within a minute it is left alone, until a minute has passed. */
const mostDeaths = 5
const deathsWithinMs = 60_000
/** How often one call is made anew: what kills the thread each time is not worth another one. */
const repeats = 2

/**
 * Starts it and opens both databases; `onOpen` hears what opening had to do, also each later time. Fails as
 * `openStores` does.
 */
export async function startStoreThread(options: {
  entry: URL
  parameters: StoreParameters
  log: Log
  clock: Clock
  start: Launch
  onOpen: (opening: StoreOpening) => void
}): Promise<StoreThread> {
  const { entry, parameters, log, clock, start, onOpen } = options
  const deaths: number[] = []
  let isClosing = false
  let closed: Promise<void> | null = null
  /** Whatever is to be called next: the thread, or the one that is being started. */
  let current: Promise<Remote>

  /** `isAgain`: the studio runs; nothing is restored or made anew under it. */
  const open = async (isAgain: boolean): Promise<Remote> => {
    let isOpen = false
    const thread = start(entry, { name: 'lectern-store', parameters, heapMegabytes: 192 })
    const remote = connect(thread, (code) => {
      const reason = failure('data-interrupted', {}, `the store's thread ended with ${code}`)
      if (isOpen && !isClosing) {
        log.error('the store ended by itself and is started again', { code })
        deaths.push(clock.monotonic())
        current = again()
        // Whoever calls hears of it; until then nobody needs to.
        current.catch(() => {})
      }
      return reason
    })
    try {
      onOpen(await remote.call<StoreOpening>('open', [isAgain]))
    } catch (error) {
      remote.kill()
      throw error
    }
    isOpen = true
    remote
      .call('slowStatements', [], {
        onReport: (slow: SlowStatement) =>
          log.warn('slow statement', { slow: 'statement', ...slow }),
      })
      // Nothing is told any more of a thread that has ended.
      .catch(() => {})
    return remote
  }
  const again = async (): Promise<Remote> => {
    const since = clock.monotonic() - deathsWithinMs
    while (deaths[0] !== undefined && deaths[0] < since) deaths.shift()
    if (deaths.length > mostDeaths) throw fail('data-interrupted', {}, 'it dies too often')
    let trouble: unknown
    for (const pause of pauses) {
      await new Promise<void>((resolve) => void clock.after(pause, resolve))
      if (isClosing) break
      try {
        const remote = await open(true)
        log.warn('the store was started again')
        return remote
      } catch (error) {
        trouble = error
        log.error('the store could not be started again', { failure: failureOf(error) })
      }
    }
    throw trouble ?? fail('cancelled')
  }
  /** After it was given up, a later call tries anew. */
  const alive = (): Promise<Remote> =>
    (current = current.catch((error: unknown) => {
      if (isClosing) throw error
      return again()
    }))

  // Damage that only shows while it is being opened is noted by then, and mended the second time.
  current = open(false).catch((error: unknown) => {
    if (failureOf(error).code !== 'data-damaged') throw error
    return open(false)
  })
  await current

  const close = async () => {
    isClosing = true
    const remote = await current.catch(() => null)
    if (!remote || remote.ended) return
    try {
      await remote.call('close', [])
    } finally {
      remote.kill()
    }
  }
  return {
    async call<T>(operation: string, args: unknown, repeatable: boolean): Promise<T> {
      for (let attempt = 0; ; attempt++) {
        const remote = await alive()
        try {
          return await remote.call<T>(operation, args)
        } catch (error) {
          const hasDied = error instanceof FailureError && error.failure.code === 'data-interrupted'
          if (!hasDied || !repeatable || isClosing || attempt === repeats) throw error
        }
      }
    },
    close: () => (closed ??= close()),
  }
}
