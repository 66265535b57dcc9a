// What the core asks of whoever can speak: voices, and where they come from.
import type {
  Failure,
  Price,
  ProviderName,
  SpokenPart,
  Voice,
  VoiceId,
  VoiceKind,
} from '../../contract/index.ts'
import type { PreparedTake, SpoolFile } from './takes.ts'

/** One segment, or a part of it, as a voice is asked to speak it. */
export type SpeechRequest = {
  voice: Voice
  spoken: readonly SpokenPart[]
  /** Factor on the voice's own pace; 1 is its own. */
  rate: number
  /** How it should be spoken, in words; only of a provider whose voices understand that (`styles`). */
  style?: string
  /** Which of the provider's endpoints; absent: its first. */
  endpoint?: string
  /** Who makes the sound, as the recipe has it; only a source whose makers come and go looks at it. */
  endpointId?: string
  /** Tells answers to the same wish apart, `1` or `2.1`: its rendition, and how often what came was bad. */
  answer?: string
  /** How soon somebody wants it, as it is now; absent: when it comes. */
  haste?: () => Haste
}

/** `now`: somebody waits to hear it · `next`: close to the play-head · `seen`: on a page · `rest`. */
export type Haste = 'now' | 'next' | 'seen' | 'rest'

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
  /** The same, decoded and checked already; its file is `file`. */
  prepared?: PreparedTake
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
  /** Understands how it should be spoken; absent: it knows its pace alone. */
  styles?: boolean
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
  /**
   * Segments at once of an endpoint whose places come and go, such as machines that help: as it is now, and
   * `VoiceSources` tells when it has changed. Null, or absent: as `capabilities` says.
   */
  lanesOf?(endpoint: string): number | null
  /** Why its endpoints have no lanes, where that is known. */
  whyNoLanes?(): Failure | null
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
