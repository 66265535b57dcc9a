// What the core asks of whoever can speak: voices, where they come from, servers and their keys.
import type {
  KeyPlace,
  Price,
  ProviderName,
  ServerPreset,
  ServerView,
  SpeechServer,
  SpokenPart,
  Voice,
  VoiceId,
  VoiceKind,
} from '../../contract/index.ts'

/** A file in the data folder's spool, named by its maker, owned by whoever gets it. */
export type SpoolFile = string

/** One segment, or a part of it, as a voice is asked to speak it. */
export type SpeechRequest = {
  voice: Voice
  spoken: readonly SpokenPart[]
  /** Factor on the voice's own pace; 1 is its own. */
  rate: number
  /** Which of the provider's endpoints; absent: its first. */
  endpoint?: string
}

/** What a source said of its own limits while it answered: what is left, and when it is full again. */
export type RateLimits = {
  requests?: { remaining: number; limit?: number; resetMs: number }
  characters?: { remaining: number; limit?: number; resetMs: number }
}

/** What came back, not yet checked: a file in a format that the codecs sniff. */
export type SpokenSound = {
  file: SpoolFile
  requestId?: string
  limits?: RateLimits
}

export type ProviderCapabilities = {
  kind: VoiceKind
  /** Longer spoken text is asked for in parts and joined; `Infinity` where the provider does that. */
  maxCharacters: number
  /** Whether it makes the pauses among the spoken parts itself; else the parts are asked for one by one. */
  pauses: boolean
  /** Segments at once, an endpoint: to begin with, and at most. `start` 0: found while it runs. */
  lanes: { start: number; max: number }
  deterministic: boolean
  offline: boolean
  /** Reads numbers and abbreviations itself. */
  normalizesText: boolean
  /** Takes phonemes; absent: it gets the words that stand in for them. */
  ipa?: boolean
  /** Its voices that name no language speak whatever they are given; absent: nobody says so. */
  speaksAnyLanguage?: boolean
  /** Null: speaking costs nothing, or nobody knows the price. */
  price: Price | null
  /** Caps that the person set, for all endpoints together. */
  requestsPerMinute: number | null
  charactersPerMinute: number | null
}

/** A source of voices. Embedded, remote and neural ones look the same from here. */
export type VoiceProvider = {
  readonly name: ProviderName
  /** For people. */
  readonly label: string
  /** Stable name and version of what makes the sound; part of every recipe. Not an address. */
  readonly endpointId: string
  /** Where its voices are made by different things: the one of this voice, instead. */
  endpointOf?(voiceId: VoiceId): string
  /** Places that speak the same voices, by names that stay; most providers have one. */
  readonly endpoints: readonly string[]
  readonly capabilities: ProviderCapabilities
  /** Fails with `server-*`, `key-refused` where a source must be asked. `fresh`: not from any memory. */
  voices(signal: AbortSignal, options?: { fresh?: boolean }): Promise<Voice[]>
  /** Seconds, where the last list was an old one because the source did not answer; else null. */
  voicesAge?(): number | null
  /** Whether it did not answer when it was last asked for its voices. */
  isSilent?(): boolean
  /**
   * Fails with `voice-*`, `server-*`, `key-refused`, `quota-spent`, `model-gone`, `sound-refused`,
   * `disk-full`; aborts by the signal.
   */
  speak(request: SpeechRequest, signal: AbortSignal): Promise<SpokenSound>
  /** Frees lanes that are not needed now; they come back by themselves. */
  rest(): Promise<void>
}

/** All providers; servers and neural voices come and go while the studio is open. */
export type VoiceSources = {
  all(): readonly VoiceProvider[]
  /** Told after the list or a provider in it has changed. Returns the function that stops it. */
  onChange(listener: () => void): () => void
}

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
