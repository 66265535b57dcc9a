// A small JSON file that is never half written: held in memory, written beside, synced and renamed.
import { chmodSync, readFileSync, statSync } from 'node:fs'
import { open, rename } from 'node:fs/promises'
import { dirname } from 'node:path'
import { writeFailure } from './write-failure.ts'

export type JsonFile<T> = {
  read(): T
  /** One change after the other. Fails with `disk-full`, `folder-not-writable`; then nothing has changed. */
  change(next: (now: T) => T): Promise<T>
}

/**
 * `parse` makes a value of whatever the file holds, which is undefined where it is absent or damaged.
 * A file that is `secret` is readable by its owner alone, and is made so again where it is not.
 */
export function openJsonFile<T>(
  path: string,
  parse: (found: unknown) => T,
  { secret = false }: { secret?: boolean } = {},
): JsonFile<T> {
  if (secret) tighten(path)
  let value = parse(readJson(path))
  let writing: Promise<unknown> = Promise.resolve()
  const write = async (next: T): Promise<T> => {
    try {
      const file = await open(`${path}.new`, 'w', secret ? 0o600 : 0o666)
      try {
        // One that a crash has left behind keeps the mode it was made with.
        if (secret) await file.chmod(0o600)
        await file.writeFile(`${JSON.stringify(next, null, 2)}\n`)
        await file.sync()
      } finally {
        await file.close()
      }
      await rename(`${path}.new`, path)
    } catch (error) {
      throw writeFailure(error, dirname(path))
    }
    return (value = next)
  }
  return {
    read: () => value,
    change(next) {
      const turn = () => write(next(value))
      const done = writing.then(turn, turn)
      writing = done
      return done
    },
  }
}

function readJson(path: string): unknown {
  try {
    return JSON.parse(readFileSync(path, 'utf8'))
  } catch {
    return undefined
  }
}

function tighten(path: string): void {
  const found = statSync(path, { throwIfNoEntry: false })
  if (found && (found.mode & 0o077) !== 0) chmodSync(path, 0o600)
}
