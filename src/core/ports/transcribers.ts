// What the core asks of a listener: the words of a sound.
import type { MinutePrice, Transcriber, TranscriberView } from '../../contract/index.ts'
import type { RateLimits } from './speech.ts'

export type SoundToHear = {
  /** One channel, FLAC. */
  flac: Uint8Array
  /** BCP 47. */
  language: string
}

/** In seconds of the sound. */
export type TimedWord = { word: string; start: number; end: number }

export type Heard = {
  text: string
  /** Absent where the listener does not say when. */
  words?: TimedWord[]
  limits?: RateLimits
}

/** The listener that is set now. Another setting makes another one. */
export type TranscriberInUse = {
  /** For people: the server's host, or the model's name. */
  readonly label: string
  /** What is heard is kept by it. */
  readonly model: string
  readonly price: MinutePrice | null
  /**
   * Fails with `server-*`, `model-timeout`, `key-refused`, `quota-spent`, `model-gone`, a model on the disk with
   * `listener-*`; aborts by the signal.
   */
  hear(sound: SoundToHear, signal: AbortSignal): Promise<Heard>
}

/** The person's transcription server, whose key goes in and never comes out, or a model on the disk in its place. */
export type Transcribers = {
  view(): Promise<TranscriberView>
  /**
   * Takes a folder's place. Null: what hears now is forgotten, a server with its key. Fails with `address-refused`,
   * `folder-not-writable`, `disk-full`.
   */
  set(transcriber: Transcriber | null): Promise<TranscriberView>
  /**
   * Has a folder with a model hear, absolute. Fails with `not-a-listener`, `listener-damaged`, `folder-not-writable`,
   * `disk-full`.
   */
  choose(folder: string): Promise<TranscriberView>
  /** Null forgets it. Fails with `no-transcriber`. */
  setKey(key: string | null): Promise<TranscriberView>
  /** A failure is part of the answer. Fails with `no-transcriber`. */
  check(signal: AbortSignal): Promise<TranscriberView>
  /** Null where none is set: no sound is sent anywhere. */
  inUse(): TranscriberInUse | null
}
