// Speech servers: where a person's OpenAI-compatible voices come from. Keys never stand in these shapes.
import { z } from 'zod'
import { Failure } from './failure.ts'
import { ProviderName } from './voice.ts'

/** What is known of a kind of server; `other` is any base URL. */
export const serverKinds = [
  'openai',
  'kokoro-fastapi',
  'speaches',
  'localai',
  'openedai-speech',
  'orpheus',
  'chatterbox',
  'other',
] as const
export const ServerKind = z.enum(serverKinds)
export type ServerKind = z.infer<typeof ServerKind>

/** A price is data with a date and a source, and a person may change it. */
export const Price = z.object({
  perMillionCharacters: z.number().min(0),
  /** ISO 4217. */
  currency: z.string().length(3),
  /** `YYYY-MM-DD`. */
  asOf: z.string(),
  source: z.string(),
})
export type Price = z.infer<typeof Price>

/** Asked of a server, best first: lossless ones can be checked. `pcm` is 24 kHz, 16 bit, mono. */
export const SpeechFormat = z.enum(['wav', 'flac', 'pcm', 'mp3', 'opus'])
export type SpeechFormat = z.infer<typeof SpeechFormat>

export const SpeechServer = z.object({
  /** Stable: it stands in the keys of takes, the addresses do not. Also the prefix of its voices' ids. */
  id: ProviderName,
  name: z.string().min(1).max(80),
  kind: ServerKind,
  /** Base addresses, with or without `/v1`. Several are several machines with the same voices. */
  addresses: z.array(z.string().max(400)).min(1).max(16),
  model: z.string().max(200),
  /** Voices that the person typed, beside those that the server lists. */
  voices: z.array(z.string().max(200)).max(500),
  /** BCP 47 tags of what the voices speak; empty: not known. */
  languages: z.array(z.string().max(40)).max(100),
  format: SpeechFormat,
  /** How every segment should be spoken, for models that take instructions; empty: nothing is said. */
  instructions: z.string().max(4000),
  /** Whether plain http beyond this machine was allowed. */
  allowPlain: z.boolean(),
  /** Segments at once; 0: found by itself; null: the setting's. */
  lanes: z.number().int().min(0).max(64).nullable(),
  requestsPerMinute: z.number().int().min(1).nullable(),
  charactersPerMinute: z.number().int().min(1).nullable(),
  /** Null: it costs nothing, or nobody knows. */
  price: Price.nullable(),
})
export type SpeechServer = z.infer<typeof SpeechServer>

export const ServerModel = z.object({
  id: z.string(),
  /** The day it ends, `YYYY-MM-DD`. */
  shutdownDate: z.string().nullable(),
})
export type ServerModel = z.infer<typeof ServerModel>

/** What a server did with one word. */
export const ServerCheck = z.object({
  /** Milliseconds since the epoch. */
  at: z.number(),
  failure: Failure.nullable(),
  /** Until the sound was there. */
  latencyMs: z.number().nullable(),
  /** As the bytes say, whatever the content type said. */
  format: z.string().nullable(),
  sampleRate: z.number().int().nullable(),
  models: z.array(ServerModel),
  /** Empty: the server lists none, so a voice must be typed. */
  voices: z.array(z.string()),
})
export type ServerCheck = z.infer<typeof ServerCheck>

/** A server as the face sees it. */
export const ServerView = z.object({
  server: SpeechServer,
  hasKey: z.boolean(),
  /** Set by the environment, so not to be changed here. */
  fixed: z.boolean(),
  check: ServerCheck.nullable(),
})
export type ServerView = z.infer<typeof ServerView>

/** What a kind of server begins with. */
export const ServerPreset = z.object({
  kind: ServerKind,
  name: z.string(),
  address: z.string(),
  model: z.string(),
  needsKey: z.boolean(),
  lanes: SpeechServer.shape.lanes,
  maxCharacters: z.number().int(),
  price: Price.nullable(),
  /** The day its speech ends, `YYYY-MM-DD`. */
  endsAt: z.string().nullable(),
})
export type ServerPreset = z.infer<typeof ServerPreset>

/** Where keys rest: the system's keychain, or a file that only this account can read. */
export const KeyPlace = z.enum(['keychain', 'file'])
export type KeyPlace = z.infer<typeof KeyPlace>
