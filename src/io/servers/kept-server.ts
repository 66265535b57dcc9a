// One server that a person has set for one purpose: kept in a file, given a key, checked, connected with when asked.
import { fail, FailureError, failureOf } from '../../core/base/failure-error.ts'
import type { Clock } from '../../core/base/scope.ts'
import type { KeyStore } from '../../core/ports/servers.ts'
import type { Failure, FailureCode, KeyPlace } from '../../contract/index.ts'
import { openJsonFile } from '../json-file.ts'
import { listModels } from './list-models.ts'
import { serverAddress } from './server-address.ts'
import {
  createServerConnections,
  type Connected,
  type ServerConnections,
} from './server-connections.ts'
import { createServerKeys } from './server-keys.ts'

type Settable = { address: string; model: string; allowPlain: boolean }

export type ServerCheck = {
  /** Milliseconds since the epoch. */
  at: number
  failure: Failure | null
  latencyMs: number | null
  models: string[]
}

export type KeptServerOptions<S extends Settable, U> = {
  /** Absolute path of the file that it is kept in; no key is in it. */
  path: string
  /** Null for what cannot be understood: nothing is set then, and nothing is sent. */
  parse: (server: unknown) => S | null
  parseCheck: (check: unknown) => ServerCheck | null
  keys: KeyStore
  /** With a space, so that it is no speech server's name. */
  keyId: string
  clock: Clock
  /** How many calls may be under way; read when the server is connected with. */
  concurrency: () => number
  /** Why nothing can be done where none is set. */
  missing: FailureCode
  /** What the core gets of it. */
  use(server: S, label: string, connections: ServerConnections): U
  /** Asks it something that is nobody's. Fails as asking does. */
  tryOut(server: S, label: string, connected: Connected, signal: AbortSignal): Promise<unknown>
}

export type KeptServer<S, U> = {
  view(): Promise<{ server: S | null; hasKey: boolean; keys: KeyPlace; check: ServerCheck | null }>
  /** Null: none, and its key is forgotten. Fails with `address-refused`, `folder-not-writable`, `disk-full`. */
  set(server: S | null): Promise<void>
  /** Null forgets it. Fails with what is `missing`. */
  setKey(key: string | null): Promise<void>
  /** A failure is kept as what it came to. Fails with what is `missing`. */
  check(signal: AbortSignal): Promise<void>
  /** Another setting makes another one. */
  inUse(): U | null
  close(): Promise<void>
}

/** Null where its address is none that may be asked: a file can be written by anybody. */
function placed<S extends Settable>(server: S | null): S | null {
  try {
    return server && { ...server, address: serverAddress(server.address, server.allowPlain) }
  } catch {
    return null
  }
}

/** Opens nothing but its file. */
export function openKeptServer<S extends Settable, U>(
  options: KeptServerOptions<S, U>,
): KeptServer<S, U> {
  const { clock, keyId, parse, parseCheck } = options
  type Saved = { server: S | null; check: ServerCheck | null }
  const file = openJsonFile<Saved>(options.path, (found) => {
    const saved = (found ?? {}) as { server?: unknown; check?: unknown }
    const server = placed(parse(saved.server))
    return { server, check: server && parseCheck(saved.check) }
  })
  const keys = createServerKeys(options.keys)
  const keyed = ({ address }: S) => ({ id: keyId, addresses: [address] })
  const labelOf = ({ address }: S) => new URL(address).host
  const open = (server: S) => {
    const connections = createServerConnections(() => keys.get(keyed(server)), options.concurrency)
    return { server, connections, inUse: options.use(server, labelOf(server), connections) }
  }
  const saved = file.read().server
  let opened = saved && open(saved)
  const present = () => {
    if (!opened) throw fail(options.missing)
    return opened
  }

  return {
    async view() {
      const { server, check } = file.read()
      const hasKey = server !== null && (await keys.get(keyed(server))) !== null
      return { server, hasKey, keys: await options.keys.place(), check }
    },
    async set(given) {
      const server = given && { ...given, address: serverAddress(given.address, given.allowPlain) }
      const before = file.read()
      const isSame =
        before.server?.address === server?.address && before.server?.model === server?.model
      await file.change(() => ({ server, check: isSame ? before.check : null }))
      if (server) await keys.forgetElsewhere(keyed(server))
      else await options.keys.clear(keyId)
      // What is under way comes to its end with the old one.
      opened?.connections.renew()
      opened = server && open(server)
    },
    async setKey(key) {
      const { server, connections } = present()
      await keys.set(keyed(server), key)
      connections.renew()
    },
    async check(signal) {
      const asked = present()
      const { server, connections } = asked
      const check: ServerCheck = { at: clock.now(), failure: null, latencyMs: null, models: [] }
      try {
        await connections.use(server.address, async (connected) => {
          check.models = await listModels(connected.client, clock, signal)
          const startedAt = clock.monotonic()
          await options.tryOut(server, labelOf(server), connected, signal)
          check.latencyMs = Math.round(clock.monotonic() - startedAt)
        })
      } catch (error) {
        if (!(error instanceof FailureError)) throw error
        check.failure = failureOf(error)
      }
      if (asked === opened) await file.change((now) => ({ ...now, check }))
    },
    inUse: () => opened?.inUse ?? null,
    close: async () => opened?.connections.close(),
  }
}
