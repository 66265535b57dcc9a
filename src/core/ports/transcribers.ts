// What the core asks of a listener: the words of a sound.
import type { MinutePrice, Transcriber, TranscriberView } from '../../contract/index.ts'
import type { RateLimits } from './speech.ts'

export type SoundToHear = {
  /** One channel, FLAC. */
  flac: Uint8Array
  /** BCP 47. */
  language: string
}

export type Heard = {
  text: string
  /** Seconds in the sound; absent where the server does not say. */
  words?: { word: string; start: number; end: number }[]
  limits?: RateLimits
}

/** The listener that is set now. Another setting makes another one. */
export type TranscriberInUse = {
  /** For people: the server's host. */
  readonly label: string
  readonly model: string
  readonly price: MinutePrice | null
  /** Fails with `server-*`, `model-timeout`, `key-refused`, `quota-spent`, `model-gone`; aborts by the signal. */
  hear(sound: SoundToHear, signal: AbortSignal): Promise<Heard>
}

/** The person's transcription server. Its key goes in and never comes out. */
export type Transcribers = {
  view(): Promise<TranscriberView>
  /** Null: none, and its key is forgotten. Fails with `address-refused`, `folder-not-writable`, `disk-full`. */
  set(transcriber: Transcriber | null): Promise<TranscriberView>
  /** Null forgets it. Fails with `no-transcriber`. */
  setKey(key: string | null): Promise<TranscriberView>
  /** A failure is part of the answer. Fails with `no-transcriber`. */
  check(signal: AbortSignal): Promise<TranscriberView>
  /** Null where none is set: no sound is sent anywhere. */
  inUse(): TranscriberInUse | null
}
