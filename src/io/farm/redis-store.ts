// Shared takes in the farm's Redis, which forgets what nobody asks for.
import type { FarmLine } from './farm-line.ts'
import { longestSoundBytes } from './packed-sound.ts'
import type { SharedStore } from './shared-takes.ts'

/** What nobody asked for in so long is forgotten; Redis itself forgets the least recent where memory ends. */
const lifeMs = 30 * 24 * 3_600_000

/** On a line that others own. */
export function openRedisStore(line: FarmLine): SharedStore {
  const { redis, keys } = line
  return {
    isThere: () => line.state === 'connected',
    async get(takeId) {
      const flac = await redis.getrangeBuffer(keys.shared(takeId), 0, longestSoundBytes)
      if (flac.length === 0 || flac.length > longestSoundBytes) return null
      redis.pexpire(keys.shared(takeId), lifeMs).catch(() => {})
      return flac
    },
    async put(takeId, flac) {
      await redis.set(keys.shared(takeId), Buffer.from(flac), 'PX', lifeMs, 'NX')
    },
    close: async () => {},
  }
}
