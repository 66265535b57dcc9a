// The listener that hears takes back: any OpenAI-compatible transcription server, whose key never stands here, or
// a model on this computer.
import { z } from 'zod'
import { Failure } from './failure.ts'
import { KeyPlace } from './speech-server.ts'

export const MinutePrice = z.object({
  perMinute: z.number().min(0),
  /** ISO 4217. */
  currency: z.string().regex(/^[A-Z]{3}$/),
})
export type MinutePrice = z.infer<typeof MinutePrice>

export const Transcriber = z.object({
  /** Base address, with or without `/v1`. */
  address: z.string().min(1).max(400),
  model: z.string().trim().min(1).max(200),
  /** Whether plain http beyond this machine was allowed. */
  allowPlain: z.boolean(),
  /** Null: it costs nothing, or nobody knows. */
  price: MinutePrice.nullable(),
})
export type Transcriber = z.infer<typeof Transcriber>

/** What it did with a second of silence. */
export const TranscriberCheck = z.object({
  /** Milliseconds since the epoch. */
  at: z.number(),
  failure: Failure.nullable(),
  latencyMs: z.number().nullable(),
  /** All that the server lists; empty: it lists none. */
  models: z.array(z.string()),
})
export type TranscriberCheck = z.infer<typeof TranscriberCheck>

/** How a model on the disk is built, which decides the files it needs. */
export const ListenerFamily = z.enum([
  'whisper',
  'nemo-transducer',
  'nemo-ctc',
  'sense-voice',
  'moonshine',
])
export type ListenerFamily = z.infer<typeof ListenerFamily>

/** As their makers call them, in every language. */
export const listenerFamilyNames: Record<ListenerFamily, string> = {
  whisper: 'Whisper',
  'nemo-transducer': 'NeMo Parakeet',
  'nemo-ctc': 'NeMo CTC',
  'sense-voice': 'SenseVoice',
  moonshine: 'Moonshine',
}

/** A folder with a model. It stays where it is; nothing is sent anywhere, and nothing costs. */
export const ListenerModel = z.object({
  /** Of its folder. */
  name: z.string(),
  family: ListenerFamily,
  /** Whether it says when it hears each word. */
  timesWords: z.boolean(),
  /** On the disk. */
  bytes: z.number().int().nonnegative(),
})
export type ListenerModel = z.infer<typeof ListenerModel>

export const TranscriberView = z.object({
  /** The server that is set. Null: none is, and no sound is ever sent. */
  transcriber: Transcriber.nullable(),
  /** Hears in the server's place, where one is set. */
  onDisk: ListenerModel.nullable(),
  hasKey: z.boolean(),
  /** Where keys rest. */
  keys: KeyPlace,
  check: TranscriberCheck.nullable(),
})
export type TranscriberView = z.infer<typeof TranscriberView>

export const ListenRequest = z.object({
  projectId: z.string(),
  /** Absent: the ticked ones. */
  chapterIds: z.array(z.string()).min(1).optional(),
  /** Most that may be spent, in the price's currency. */
  budget: z.number().min(0).optional(),
})
export type ListenRequest = z.infer<typeof ListenRequest>

/** What listening would need. */
export const ListenEstimate = z.object({
  /** Of spoken segments; equal ones share one. */
  takes: z.number().int(),
  /** Of them, listened to before. */
  known: z.number().int(),
  /** Of the others, heard once; what seems wrong is heard again. */
  seconds: z.number(),
  cost: z.object({ amount: z.number(), currency: z.string() }).nullable(),
})
export type ListenEstimate = z.infer<typeof ListenEstimate>

/** One difference between a take and its text. */
export const HeardDifference = z.object({
  kind: z.enum(['missing', 'added', 'swapped', 'other']),
  /** Number of the word of the text, or of the one behind which something was added (-1: at its beginning). */
  at: z.number().int(),
  /** As it stands in the text; empty where something was added. */
  expected: z.string(),
  /** Empty where something is missing. */
  heard: z.string(),
})
export type HeardDifference = z.infer<typeof HeardDifference>
