// Takes that a team shares, wherever they are kept: looked for before a voice is asked, given when one was.
import { createLimiter } from '../../core/base/limiter.ts'
import type { Log } from '../../core/ports/machine.ts'
import type { SharedTakes } from '../../core/ports/farm.ts'
import { longestSoundBytes } from './packed-sound.ts'
import { spoolFlac } from './spool-flac.ts'

/** Given away at once, and at most waiting to be: beside the speaking, never in its way. */
const givenAtOnce = 4
const mostWaiting = 200

/** Where takes are kept for everybody. What is gone, or not there, is nobody's loss. */
export type SharedStore = {
  /** Whether it makes sense to ask it now. */
  isThere(): boolean
  /**
   * What lies there as this take, whatever it is; null where nothing does, or more than a sound can have. Rejects
   * where it does not answer in good time.
   */
  get(takeId: string, signal: AbortSignal): Promise<Uint8Array | null>
  /** What is there already stays. Rejects where it cannot be kept. */
  put(takeId: string, flac: Uint8Array): Promise<void>
  close(): Promise<void>
}

export type CountedTakes = SharedTakes & { counts(): { hits: number; misses: number } }

/** Its failures are no failures of a take: then there is none to be had. */
export function createSharedTakes(store: SharedStore, spool: string, log: Log): CountedTakes {
  const giving = createLimiter(givenAtOnce, (error) =>
    log.debug('a take could not be shared', { error: String(error) }),
  )
  let waiting = 0
  let hits = 0
  let misses = 0
  const give = async (takeId: string, flac: () => Promise<Uint8Array | null>) => {
    if (!store.isThere()) return
    const bytes = await flac()
    if (bytes && bytes.length <= longestSoundBytes) await store.put(takeId, bytes)
  }
  return {
    async find(takeId, signal) {
      if (!store.isThere()) return null
      try {
        const flac = await store.get(takeId, signal)
        // It is decoded and measured like all that a voice answers: what is none is asked for anew.
        if (signal.aborted || !flac || !isSound(flac)) {
          misses += 1
          return null
        }
        const file = await spoolFlac(spool, flac)
        hits += 1
        return { file }
      } catch (error) {
        log.debug('a shared take could not be had', { error: String(error) })
        misses += 1
        return null
      }
    },
    offer(takeId, flac) {
      if (waiting >= mostWaiting) return
      waiting += 1
      void giving
        .begin(() =>
          give(takeId, flac).catch((error: unknown) => {
            log.debug('a take could not be shared', { error: String(error) })
          }),
        )
        .finally(() => (waiting -= 1))
    },
    counts: () => ({ hits, misses }),
  }
}

const isSound = (bytes: Uint8Array): boolean =>
  bytes.length <= longestSoundBytes &&
  Buffer.from(bytes.subarray(0, 4)).toString('latin1') === 'fLaC'
