// Voices, and what they are asked and answer.
import type { SpokenPart, Voice } from '../../contract/index.ts'

/** A file in the data folder's spool, named by its maker, owned by whoever gets it. */
export type SpoolFile = string

/** One segment, as a voice is asked to speak it. */
export type SpeechRequest = {
  voice: Voice
  spoken: readonly SpokenPart[]
  /** Factor on the voice's own pace; 1 is its own. */
  rate: number
}

/** What came back, not yet checked: a file in a format that the codecs sniff. */
export type SpokenSound = {
  file: SpoolFile
  requestId?: string
}

export type ProviderCapabilities = {
  /** Longer spoken text is spoken in parts and joined. */
  maxCharacters: number
  lanes: { start: number; max: number }
  deterministic: boolean
  offline: boolean
  /** Reads numbers and abbreviations itself. */
  normalizesText: boolean
}

/** A source of voices. Embedded, remote and neural ones look the same from here. */
export type VoiceProvider = {
  readonly name: Voice['provider']
  /** Stable name and version of what makes the sound; part of every recipe. Not an address. */
  readonly endpointId: string
  readonly capabilities: ProviderCapabilities
  voices(signal: AbortSignal): Promise<Voice[]>
  /** Fails with `voice-failed`, `voice-crashed`, `voice-timeout`, `voice-unknown`; aborts by the signal. */
  speak(request: SpeechRequest, signal: AbortSignal): Promise<SpokenSound>
  /** Frees lanes that are not needed now; they come back by themselves. */
  rest(): Promise<void>
}
