// What the core asks of the person's servers and their keys, whatever they are asked for.
import type { KeyPlace, ServerPreset, ServerView, SpeechServer } from '../../contract/index.ts'

/** The person's servers. Keys go in and never come out. */
export type SpeechServers = {
  list(): Promise<ServerView[]>
  /** What each kind of server begins with. */
  presets(): readonly ServerPreset[]
  /** Where keys rest. */
  keysRest(): Promise<KeyPlace>
  /** Adds or replaces by id; its provider is in `VoiceSources` afterwards. Fails with `address-refused`. */
  save(server: SpeechServer): Promise<ServerView>
  remove(id: string): Promise<void>
  /** Null forgets it. Fails with `folder-not-writable`, `disk-full`. */
  setKey(id: string, key: string | null): Promise<ServerView>
  /** Speaks one word and remembers what came back; a failure is part of the answer. */
  check(id: string, signal: AbortSignal): Promise<ServerView>
}

/** Keys of servers, by the server's id. They are in no reply, log, project or export. */
export type KeyStore = {
  place(): Promise<KeyPlace>
  has(id: string): Promise<boolean>
  /** Null where there is none, or it cannot be read any more. */
  get(id: string): Promise<string | null>
  /** Fails with `folder-not-writable`, `disk-full`. */
  set(id: string, key: string): Promise<void>
  clear(id: string): Promise<void>
}
