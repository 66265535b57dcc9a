// Keys of speech servers in a file that only this account can read.
import type { KeyStore } from '../core/ports/servers.ts'
import { openJsonFile } from './json-file.ts'

/** By the id that each is kept under. */
export type Keys = Record<string, string>

/** Of whatever a file holds: what is no key is left out. */
export const parseKeys = (found: unknown): Keys =>
  Object.fromEntries(
    Object.entries(found ?? {}).filter(
      (entry): entry is [string, string] => typeof entry[1] === 'string',
    ),
  )

/** Null where none is kept under this id, whatever objects inherit. */
export const keyIn = (keys: Keys, id: string): string | null =>
  Object.hasOwn(keys, id) ? (keys[id] ?? null) : null

/** `path` is absolute. A file that others may read is tightened when it is opened. */
export function openKeyFile(path: string): KeyStore {
  const file = openJsonFile<Keys>(path, parseKeys, { secret: true })
  return {
    place: async () => 'file',
    has: async (id) => keyIn(file.read(), id) !== null,
    get: async (id) => keyIn(file.read(), id),
    set: async (id, key) => void (await file.change((now) => ({ ...now, [id]: key }))),
    async clear(id) {
      if (keyIn(file.read(), id) === null) return
      await file.change(({ [id]: _, ...others }) => others)
    },
  }
}
