// Takes that a team shares in Redis: looked for before a voice is asked, given when one was.
import { randomUUID } from 'node:crypto'
import { writeFile, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { createLimiter } from '../../core/base/limiter.ts'
import type { Log } from '../../core/ports/machine.ts'
import type { SharedTakes } from '../../core/ports/farm.ts'
import type { FarmLine } from './farm-line.ts'
import { longestSoundBytes } from './packed-sound.ts'

/** What nobody asked for in so long is forgotten; Redis itself forgets the least recent where memory ends. */
const lifeMs = 30 * 24 * 3_600_000
/** Given away at once, and at most waiting to be: beside the speaking, never in its way. */
const givenAtOnce = 4
const mostWaiting = 200

export type CountedTakes = SharedTakes & { counts(): { hits: number; misses: number } }

/** Its failures are no failures of a take: then there is none to be had. */
export function createSharedTakes(line: FarmLine, spool: string, log: Log): CountedTakes {
  const { redis, keys } = line
  const giving = createLimiter(givenAtOnce, (error) =>
    log.debug('a take could not be shared', { error: String(error) }),
  )
  let waiting = 0
  let hits = 0
  let misses = 0
  const give = async (takeId: string, flac: () => Promise<Uint8Array | null>) => {
    if (line.state !== 'connected') return
    const bytes = await flac()
    if (!bytes || bytes.length > longestSoundBytes) return
    await redis.set(keys.shared(takeId), Buffer.from(bytes), 'PX', lifeMs, 'NX')
  }
  return {
    async find(takeId, signal) {
      if (line.state !== 'connected') return null
      try {
        const flac = await redis.getrangeBuffer(keys.shared(takeId), 0, longestSoundBytes)
        // It is decoded and measured like all that a voice answers: what is none is asked for anew.
        const isSound = flac.subarray(0, 4).toString('latin1') === 'fLaC'
        if (signal.aborted || !isSound || flac.length > longestSoundBytes) {
          misses += 1
          return null
        }
        const file = join(spool, `${randomUUID()}.flac`)
        await writeFile(file, flac).catch(async (error: unknown) => {
          await rm(file, { force: true })
          throw error
        })
        hits += 1
        redis.pexpire(keys.shared(takeId), lifeMs).catch(() => {})
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
