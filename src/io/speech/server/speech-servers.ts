// The person's speech servers: saved, checked, given keys, and each a source of voices.
import type {
  ServerCheck,
  ServerModel,
  ServerView,
  SpeechServer,
  Voice,
} from '../../../contract/index.ts'
import { canonicalJson } from '../../../core/base/digest.ts'
import { fail, failureOf } from '../../../core/base/failure-error.ts'
import type { Clock } from '../../../core/base/scope.ts'
import type { Log } from '../../../core/ports/machine.ts'
import type { KeyStore, SpeechServers } from '../../../core/ports/servers.ts'
import type { VoiceProvider } from '../../../core/ports/speech.ts'
import { checkServer } from './check-server.ts'
import { environmentServer } from './environment-server.ts'
import {
  addressesOf,
  findOrAdd,
  meetStranger,
  type FoundServer,
  type ServerWish,
} from './find-or-add.ts'
import { serverAddress } from '../../servers/server-address.ts'
import { isFreeId, serverAt } from './server-identity.ts'
import { createServerKeys } from '../../servers/server-keys.ts'
import { serverPresets } from './server-presets.ts'
import { createServerProvider, type ServerProvider } from './server-provider.ts'
import { openServersFile } from './servers-file.ts'
import { openVoiceListCache, type VoiceListCache } from './voice-list-cache.ts'

export type SpeechServersOptions = {
  /** Absolute paths. */
  folder: { servers: string; serverVoices: string; spool: string }
  keys: KeyStore
  clock: Clock
  log: Log
  usualLanes: () => number
  callTimeoutSeconds: () => number
  /** Called after the list of providers, or one of them, has changed. */
  changed: () => void
}

export type OpenedServers = SpeechServers & {
  providers(): readonly VoiceProvider[]
  /**
   * The server that addresses mean: a saved one that is there, a saved one that has moved there, or a
   * new one. Fails with `address-refused`; what the server says of itself is asked only when needed.
   */
  findOrAdd(wish: ServerWish, signal: AbortSignal): Promise<FoundServer>
  /** What such a server lists, asked now; nothing is kept. Fails as listing does. */
  lookAt(wish: ServerWish, signal: AbortSignal): Promise<SeenServer>
  close(): Promise<void>
}

export type SeenServer = { server: SpeechServer; models: ServerModel[]; voices: Voice[] }

/** Opens nothing but its files; a server is connected with when it is asked for something. */
export function openSpeechServers(options: SpeechServersOptions): OpenedServers {
  const { folder, clock, log } = options
  const file = openServersFile(folder.servers)
  const cache = openVoiceListCache(folder.serverVoices)
  const keys = createServerKeys(options.keys)
  const fixed = environmentServer(log)
  const opened = new Map<string, ServerProvider>()

  const keyOf = async (server: SpeechServer): Promise<string | null> =>
    fixed?.server === server ? fixed.key : keys.get(server)

  const { usualLanes, callTimeoutSeconds } = options
  const common = { spool: folder.spool, clock, usualLanes, callTimeoutSeconds }
  const open = (server: SpeechServer): ServerProvider =>
    createServerProvider({ ...common, server, key: () => keyOf(server), cache })
  /** What is under way may hold an old provider: it lives on until that has come to its end. */
  const retired = new Set<ServerProvider>()
  const retire = (id: string) => {
    const old = opened.get(id)
    opened.delete(id)
    if (!old) return
    retired.add(old)
    old.uses.whenIdle(() => {
      retired.delete(old)
      old
        .close()
        .catch((error: unknown) => log.debug('a server was not left well', failureOf(error)))
    })
  }
  const reopen = (server: SpeechServer) => {
    retire(server.id)
    opened.set(server.id, open(server))
  }
  if (fixed) reopen(fixed.server)
  for (const { server } of file.all()) reopen(server)

  const saved = () => file.all().map(({ server }) => server)
  const askListing = async (server: SpeechServer, key: string | null, signal: AbortSignal) => {
    const asked = createServerProvider({ ...common, server, key: async () => key, cache: noCache })
    try {
      return await asked.listing.read(signal, true)
    } finally {
      await asked.close()
    }
  }

  const find = (id: string): { server: SpeechServer; check: ServerCheck | null } => {
    if (fixed && id === fixed.server.id) return { server: fixed.server, check: fixedCheck }
    const saved = file.find(id)
    if (!saved) throw fail('not-found', { kind: 'server' })
    return saved
  }
  let fixedCheck: ServerCheck | null = null
  const view = async ({ server, check }: ReturnType<typeof find>): Promise<ServerView> => ({
    server,
    hasKey: (await keyOf(server)) !== null,
    fixed: server === fixed?.server,
    check,
  })
  const changeable = (id: string) => {
    if (!isFreeId(id)) throw fail('not-found', { kind: 'server' })
  }

  const servers: OpenedServers = {
    presets: () => serverPresets,
    keysRest: () => options.keys.place(),
    list: async () =>
      Promise.all([
        ...(fixed ? [view({ server: fixed.server, check: fixedCheck })] : []),
        ...file.all().map(view),
      ]),
    async save(given) {
      changeable(given.id)
      const typed = given.addresses.map((each) => serverAddress(each, given.allowPlain))
      const server = { ...given, addresses: [...new Set(typed)] }
      const before = file.find(server.id)
      const isSame = before !== null && canonicalJson(before.server) === canonicalJson(server)
      const check = before && asksTheSame(before.server, server) ? before.check : null
      await file.put({ server, check })
      await keys.forgetElsewhere(server)
      if (!isSame) {
        reopen(server)
        options.changed()
      }
      return view({ server, check })
    },
    async remove(id) {
      changeable(id)
      find(id)
      await options.keys.clear(id)
      await file.remove(id)
      await cache.forget(id)
      retire(id)
      options.changed()
    },
    async setKey(id, key) {
      changeable(id)
      const saved = find(id)
      await keys.set(saved.server, key)
      for (const each of [...retired, ...opened.values()])
        if (each.provider.name === id) each.renew()
      options.changed()
      return view(saved)
    },
    async check(id, signal) {
      const { server } = find(id)
      const provider = opened.get(id)
      if (!provider) throw fail('not-found', { kind: 'server' })
      const check = await provider.uses.during(() => checkServer(server, provider, clock, signal))
      if (server === fixed?.server) fixedCheck = check
      else if (file.find(id)?.server === server) await file.put({ server, check })
      // The list may be another one than before.
      options.changed()
      return view({ server, check })
    },
    providers: () => [...opened.values()].map(({ provider }) => provider),
    findOrAdd: (wish, signal) =>
      findOrAdd(
        {
          saved,
          knownListing: (server) => cache.find(server),
          askListing: (server, key) => askListing(server, key, signal),
          keepListing: (server, listing) => cache.keep(server, { ...listing, at: clock.now() }),
          save: servers.save,
          setKey: servers.setKey,
        },
        wish,
      ),
    async lookAt(wish, signal) {
      const ask = (server: SpeechServer, key: string | null) => askListing(server, key, signal)
      const known = serverAt(saved(), addressesOf(wish), wish.model)
      const { server, listing } = known
        ? { server: known, listing: await ask(known, wish.key ?? (await keyOf(known))) }
        : await meetStranger({ saved, askListing: ask }, wish)
      const cache = { ...noCache, find: () => ({ ...listing, at: clock.now() }) }
      const seen = createServerProvider({ ...common, server, key: async () => null, cache })
      try {
        return { server, models: listing.models, voices: await seen.provider.voices(signal) }
      } finally {
        await seen.close()
      }
    },
    close: async () =>
      void (await Promise.all([...retired, ...opened.values()].map((each) => each.close()))),
  }
  return servers
}

/** Whether what the last check said is still true. */
const asksTheSame = (a: SpeechServer, b: SpeechServer): boolean =>
  a.model === b.model &&
  a.format === b.format &&
  canonicalJson(a.addresses) === canonicalJson(b.addresses)

/** For a server that is only asked who it is. */
const noCache: VoiceListCache = { find: () => null, keep: async () => {}, forget: async () => {} }
