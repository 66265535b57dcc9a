// Answered sounds, put aside as second names of spool files: they cost no copy and stay when those go.
import { randomUUID } from 'node:crypto'
import { readdirSync, statSync } from 'node:fs'
import { link, mkdir, rename, rm, unlink } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import type { AnsweredSounds } from '../core/ports/answered-sounds.ts'

/** Nobody has gone on with the narration for so long. */
const keptMs = 7 * 24 * 3_600_000

/**
 * `folder` and `spool` exist, on one disk; where that has no second names nothing is put aside. What is
 * older than a week is removed.
 */
export function openAnsweredSounds(folder: string, spool: string, now: number): AnsweredSounds {
  const left = new Set<string>()
  const kept = new Set<string>()
  for (const name of readdirSync(folder)) {
    if (now - statSync(join(folder, name)).mtimeMs < keptMs) left.add(name)
    else void rm(join(folder, name), { recursive: true, force: true }).catch(() => {})
  }
  return {
    async keep(name, sound) {
      const path = join(folder, name)
      const put = () => link(resolve(spool, sound), path)
      left.delete(name)
      kept.add(name)
      await put()
        .catch(async () => {
          // An older one is replaced; a folder that was tidied away is made again.
          await mkdir(folder, { recursive: true })
          await unlink(path).catch(() => {})
          await put()
        })
        .catch(() => {})
    },
    async find(name) {
      if (!left.delete(name)) return null
      const sound = join(spool, `${randomUUID()}.sound`)
      try {
        await rename(join(folder, name), sound)
        return sound
      } catch {
        return null
      }
    },
    async forget(name) {
      if (!kept.delete(name)) return
      await unlink(join(folder, name)).catch(() => {})
    },
  }
}
