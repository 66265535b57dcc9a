// Which keys do what: the table's, where the person has chosen no others.
import type { KeyBindings, Reply } from '../../../contract/index.ts'
import type { Connection } from '../client/connection.ts'
import { deedIds, deedTable, meet, type DeedId } from './deed-table.ts'
import type { SettingValues } from './settings.ts'
import { createStore, type Readable } from '../client/store.ts'

export type KeyMap = Readonly<Record<DeedId, readonly string[]>>

/** A person's key goes before a usual one: what was taken away has no key until it gets another. */
export function keysInForce(bindings: KeyBindings): KeyMap {
  const isTaken = (deed: DeedId, key: string) =>
    deedIds.some((other) => other !== deed && meet(deed, other) && bindings[other]?.includes(key))
  const keysOf = (deed: DeedId) => {
    const { keys, fixed } = deedTable[deed]
    if (fixed === true) return keys
    return bindings[deed] ?? keys.filter((key) => !isTaken(deed, key))
  }
  return Object.fromEntries(deedIds.map((deed) => [deed, keysOf(deed)])) as Record<
    DeedId,
    readonly string[]
  >
}

export const deedsOfKey = (keys: KeyMap, key: string): DeedId[] =>
  deedIds.filter((deed) => deedTable[deed].fixed !== true && keys[deed].includes(key))

/** The deed that has the key already, where both could be meant by it. */
export const ownerOf = (keys: KeyMap, deed: DeedId, key: string): DeedId | null =>
  deedIds.find((other) => other !== deed && meet(deed, other) && keys[other].includes(key)) ?? null

const isUsual = (deed: DeedId, keys: readonly string[]): boolean =>
  keys.join('\n') === deedTable[deed].keys.join('\n')

export const hasOwnKeys = (bindings: KeyBindings, deed: DeedId): boolean =>
  bindings[deed] !== undefined

/** Gives a deed these keys, and takes them from whoever the person had given them to. */
export function bind(
  bindings: KeyBindings,
  deed: DeedId,
  keys: readonly string[] | 'usual',
): KeyBindings {
  const wanted = keys === 'usual' ? deedTable[deed].keys : keys
  const next: KeyBindings = {}
  for (const [id, known] of Object.entries(bindings)) {
    const isOther = id in deedTable && id !== deed && meet(id as DeedId, deed)
    next[id] = isOther ? known.filter((key) => !wanted.includes(key)) : known
  }
  if (isUsual(deed, wanted)) delete next[deed]
  else next[deed] = [...wanted]
  return next
}

export type Keys = Readable<KeyMap> & {
  /** What the person has chosen. */
  bindings(): KeyBindings
  /** Shown at once, and as it was when the studio refuses. */
  change(next: KeyBindings): Promise<Reply<unknown>>
}

export function mirrorKeys(connection: Connection, settings: Readable<SettingValues>): Keys {
  let text = '{}'
  let bindings: KeyBindings = {}
  const store = createStore(keysInForce(bindings))
  const show = (next: string) => {
    if (next === text) return
    text = next
    // The studio has checked it; a schema here would bring its library to the first screen.
    bindings = JSON.parse(next) as KeyBindings
    store.set(keysInForce(bindings))
  }
  const saved = () => String(settings.get().get('keys')?.value ?? '{}')
  settings.subscribe(() => show(saved()))
  return {
    get: store.get,
    subscribe: store.subscribe,
    bindings: () => bindings,
    async change(next) {
      const wanted = JSON.stringify(next)
      show(wanted)
      const reply = await connection.call('settings.change', { name: 'keys', value: wanted })
      if (!reply.ok) show(saved())
      return reply
    },
  }
}
