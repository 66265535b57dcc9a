// Mirrors the person's speech servers. Each deed shows at once; what others do is told and fetched.
import type {
  Failure,
  KeyPlace,
  Reply,
  ServerPreset,
  ServerView,
  SpeechServer,
} from '../../../contract/index.ts'
import type { Connection } from '../client/connection.ts'
import { createLatestAnswer } from './latest-answer.ts'
import { createStore, type Readable } from '../client/store.ts'

export type Servers = {
  state: 'loading' | 'ready' | 'failed'
  servers: readonly ServerView[]
  presets: readonly ServerPreset[]
  keys: KeyPlace
  failure: Failure | null
  /** Ids of those that are being tested. */
  checking: ReadonlySet<string>
}

export type ServersMirror = Readable<Servers> & {
  refresh(): Promise<void>
  save(server: SpeechServer): Promise<Reply<ServerView>>
  /** Null forgets it. */
  setKey(id: string, key: string | null): Promise<Reply<ServerView>>
  check(id: string): Promise<Reply<ServerView>>
  remove(id: string): Promise<Reply<unknown>>
}

/** The list with one server put in the place of its older self, or at the end. */
export const withServer = (servers: readonly ServerView[], view: ServerView): ServerView[] =>
  servers.some(({ server }) => server.id === view.server.id)
    ? servers.map((other) => (other.server.id === view.server.id ? view : other))
    : [...servers, view]

export function mirrorServers(connection: Connection): ServersMirror {
  const store = createStore<Servers>({
    state: 'loading',
    servers: [],
    presets: [],
    keys: 'file',
    failure: null,
    checking: new Set(),
  })
  const latest = createLatestAnswer()
  const refresh = async () => {
    const reply = await latest(connection.call('server.list', {}))
    if (reply === null) return
    store.update((now) =>
      reply.ok
        ? { ...now, ...reply.value, state: 'ready', failure: null }
        : now.state === 'ready'
          ? now
          : { ...now, state: 'failed', failure: reply.failure },
    )
  }
  const take = (reply: Reply<ServerView>): Reply<ServerView> => {
    if (!reply.ok) return reply
    store.update((now) => ({ ...now, servers: withServer(now.servers, reply.value) }))
    return reply
  }
  connection.onOpen(() => void refresh())
  connection.on('voices.changed', () => void refresh())
  return {
    get: store.get,
    subscribe: store.subscribe,
    refresh,
    save: async (server) => take(await connection.call('server.save', { server })),
    setKey: async (id, key) => take(await connection.call('server.setKey', { id, key })),
    async check(id) {
      const mark = (change: (ids: Set<string>) => void) =>
        store.update((now) => {
          const checking = new Set(now.checking)
          change(checking)
          return { ...now, checking }
        })
      mark((ids) => ids.add(id))
      const reply = await connection.call('server.check', { id })
      mark((ids) => ids.delete(id))
      return take(reply)
    },
    async remove(id) {
      const reply = await connection.call('server.remove', { id })
      if (reply.ok)
        store.update((now) => ({
          ...now,
          servers: now.servers.filter(({ server }) => server.id !== id),
        }))
      return reply
    },
  }
}

/** What is to be said of the end of a server's model, or of its kind's speech. */
export type Ending = { what: 'model' | 'kind'; date: string; past: boolean }

const soonMs = 120 * 86_400_000

/** Null where nothing ends within about four months. `today`: milliseconds since the epoch. */
export function endingOf(
  { server, check }: Pick<ServerView, 'server' | 'check'>,
  presets: readonly ServerPreset[],
  today: number,
): Ending | null {
  const model = check?.models.find(({ id }) => id === server.model)?.shutdownDate ?? null
  const kind = presets.find((preset) => preset.kind === server.kind)?.endsAt ?? null
  const all = [
    { what: 'model' as const, date: model },
    { what: 'kind' as const, date: kind },
  ]
  for (const { what, date } of all) {
    const at = date === null ? NaN : Date.parse(date)
    if (date !== null && at - today < soonMs) return { what, date, past: at <= today }
  }
  return null
}
