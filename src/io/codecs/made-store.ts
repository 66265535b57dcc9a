// Counts, finds and drops the files of one kind that can be made again; least recently used first.
import { mkdir, readdir, rm, stat, utimes } from 'node:fs/promises'
import { join } from 'node:path'
import type { CacheKindStats } from '../../contract/index.ts'
import { createAgeClock } from '../../core/base/age-clock.ts'
import type { Clock } from '../../core/base/scope.ts'
import { isAlive } from './part-files.ts'

export type MadeStore = {
  /** Whether the file is there and `isWhole`; counts as used, and in the statistics. */
  find(path: string, isWhole: (bytes: number) => boolean | Promise<boolean>): Promise<boolean>
  /** After a file was made. */
  added(bytes: number): void
  stats(): Promise<CacheKindStats>
  /** Bytes now, by the last look at the folder and what was made since. */
  bytes(): Promise<number>
  /** Drops what was not used for `unusedMs`, then the oldest until `wantedBytes` are left. */
  trim(unusedMs: number, wantedBytes: number): Promise<number>
  clear(): Promise<number>
}

/** A part of a file that no living process can still be writing. */
const keptPartMs = 3_600_000

type Found = { path: string; bytes: number; usedAt: number }

export function createMadeStore(
  kind: 'encodes' | 'previews',
  root: string,
  clock: Clock,
): MadeStore {
  const age = createAgeClock(clock)
  const counts = { hits: 0, misses: 0, evictions: 0, expiries: 0 }
  let totals: { entries: number; bytes: number } | null = null

  const look = async (): Promise<Found[]> => {
    const found: Found[] = []
    for (const name of await readdir(root).catch(() => []))
      found.push(...(await lookInto(join(root, name), age())))
    totals = { entries: found.length, bytes: found.reduce((sum, { bytes }) => sum + bytes, 0) }
    return found
  }
  const known = async () => {
    if (totals === null) await look()
    return totals ?? { entries: 0, bytes: 0 }
  }
  const drop = async (files: readonly Found[]): Promise<number> => {
    let freed = 0
    for (const { path, bytes } of files) {
      await rm(path, { force: true })
      freed += bytes
    }
    const { entries, bytes } = await known()
    totals = { entries: entries - files.length, bytes: bytes - freed }
    return freed
  }

  return {
    async find(path, isWhole) {
      const found = await stat(path).catch(() => null)
      if (!found || !(await isWhole(found.size))) {
        counts.misses += 1
        return false
      }
      counts.hits += 1
      const now = age() / 1000
      // What cannot be touched was taken away this moment, or lies on a read-only disk.
      await utimes(path, now, now).catch(() => {})
      return true
    },
    added(bytes) {
      if (totals) totals = { entries: totals.entries + 1, bytes: totals.bytes + bytes }
    },
    stats: async () => ({ kind, ...(await known()), ...counts }),
    bytes: async () => (await known()).bytes,
    async trim(unusedMs, wantedBytes) {
      const files = (await look()).sort((a, b) => a.usedAt - b.usedAt)
      const expired = files.filter(({ usedAt }) => usedAt <= age() - unusedMs)
      counts.expiries += expired.length
      let left = (await known()).bytes - expired.reduce((sum, { bytes }) => sum + bytes, 0)
      const evicted: Found[] = []
      for (const file of files.slice(expired.length)) {
        if (left <= wantedBytes) break
        evicted.push(file)
        left -= file.bytes
      }
      counts.evictions += evicted.length
      return drop([...expired, ...evicted])
    },
    async clear() {
      const { bytes } = await known()
      await rm(root, { recursive: true, force: true })
      await mkdir(root, { recursive: true })
      totals = { entries: 0, bytes: 0 }
      return bytes
    },
  }
}

/** The files of one folder of two letters; parts that a crash has left are removed. */
async function lookInto(folder: string, now: number): Promise<Found[]> {
  const names = await readdir(folder).catch(() => [])
  const found = await Promise.all(
    names.map(async (name) => {
      const path = join(folder, name)
      const file = await stat(path).catch(() => null)
      if (!file?.isFile()) return null
      if (!name.endsWith('.part')) return { path, bytes: file.size, usedAt: file.mtimeMs }
      if (file.mtimeMs < now - keptPartMs || !isWritten(name)) await rm(path, { force: true })
      return null
    }),
  )
  return found.filter((file) => file !== null)
}

/** Whether the process that a part is named by is still there; one account alone writes here. */
const isWritten = (part: string): boolean => isAlive(Number(/\.(\d+)\.part$/.exec(part)?.[1] ?? 0))
