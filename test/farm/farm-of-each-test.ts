// Redis servers, stores, lines and workers that end with the test that started them, even where it fails.
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach } from 'vitest'
import { startCutLine } from './cut-line.ts'
import { startRedis, type RedisOptions } from './redis-server.ts'
import { startS3 } from './s3-server.ts'
import { startWorker, type WorkerOptions } from './worker-process.ts'

/** For a `describe`, or a whole file. */
export function farmOfEachTest() {
  const ends: (() => unknown)[] = []
  afterEach(async () => {
    // What was started last stands on what was started before.
    for (const end of ends.splice(0).toReversed()) await end()
  })
  const folder = () => {
    const made = mkdtempSync(join(tmpdir(), 'lectern-farm-'))
    ends.push(() => rmSync(made, { recursive: true, force: true }))
    return made
  }
  return {
    async redis(options?: RedisOptions) {
      const redis = await startRedis(options)
      ends.push(redis.end)
      return redis
    },
    async s3(...of: Parameters<typeof startS3>) {
      const store = await startS3(...of)
      ends.push(store.end)
      return store
    },
    async line(...to: Parameters<typeof startCutLine>) {
      const line = await startCutLine(...to)
      ends.push(line.end)
      return line
    },
    /** On a new data folder unless it is given one. */
    worker(options: Omit<WorkerOptions, 'data'> & { data?: string }) {
      const worker = startWorker({ data: folder(), ...options })
      ends.push(worker.kill)
      return worker
    },
    /** Gone after the test. */
    folder,
    /** Something else that ends with the test. */
    own: (end: () => unknown) => void ends.push(end),
  }
}
