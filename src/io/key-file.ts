// Keys of speech servers in a file that only this account can read.
import type { KeyStore } from '../core/ports/servers.ts'
import { openJsonFile } from './json-file.ts'

type Keys = Record<string, string>

const parse = (found: unknown): Keys =>
  Object.fromEntries(
    Object.entries(found ?? {}).filter(
      (entry): entry is [string, string] => typeof entry[1] === 'string',
    ),
  )

/** `path` is absolute. A file that others may read is tightened when it is opened. */
export function openKeyFile(path: string): KeyStore {
  const file = openJsonFile<Keys>(path, parse, { secret: true })
  return {
    place: async () => 'file',
    has: async (id) => Object.hasOwn(file.read(), id),
    get: async (id) => (Object.hasOwn(file.read(), id) ? (file.read()[id] ?? null) : null),
    set: async (id, key) => void (await file.change((now) => ({ ...now, [id]: key }))),
    async clear(id) {
      if (!Object.hasOwn(file.read(), id)) return
      await file.change(({ [id]: _, ...others }) => others)
    },
  }
}
