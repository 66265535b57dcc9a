// The person's servers and what their last checks said, in servers.json. No keys.
import { ServerCheck, SpeechServer } from '../../../contract/index.ts'
import { openJsonFile } from '../../json-file.ts'

export type SavedServer = { server: SpeechServer; check: ServerCheck | null }

export type ServersFile = {
  all(): readonly SavedServer[]
  find(id: string): SavedServer | null
  /** Adds or replaces. Fails with `folder-not-writable`, `disk-full`. */
  put(saved: SavedServer): Promise<void>
  remove(id: string): Promise<void>
}

/** Entries that cannot be understood are left out. */
export function openServersFile(path: string): ServersFile {
  const file = openJsonFile<readonly SavedServer[]>(path, (found) =>
    (Array.isArray(found) ? found : []).flatMap((entry: Partial<SavedServer> | null) => {
      const server = SpeechServer.safeParse(entry?.server).data
      return server ? [{ server, check: ServerCheck.safeParse(entry?.check).data ?? null }] : []
    }),
  )
  const find = (id: string) => file.read().find(({ server }) => server.id === id) ?? null
  return {
    all: () => file.read(),
    find,
    async put(saved) {
      const { id } = saved.server
      await file.change((now) =>
        now.some(({ server }) => server.id === id)
          ? now.map((each) => (each.server.id === id ? saved : each))
          : [...now, saved],
      )
    },
    async remove(id) {
      await file.change((now) => now.filter(({ server }) => server.id !== id))
    },
  }
}
