// The farm: workers on other machines that speak for this studio, found through a Redis server. Its password never stands here.
import { z } from 'zod'
import { Failure } from './failure.ts'
import { KeyPlace } from './speech-server.ts'
import { storeTroubles, TakeStore } from './take-store.ts'

export const FarmSettings = z.object({
  /** `redis://` or `rediss://` (TLS), with an ACL user where there is one and without a password. */
  address: z.string().min(1).max(400),
  /** Before all its keys, so that several farms share one Redis. */
  prefix: z
    .string()
    .regex(/^[a-z0-9][a-z0-9_-]{0,39}$/)
    .default('lectern'),
  /** Whether a connection without TLS beyond this machine was allowed. */
  allowPlain: z.boolean(),
  /** Whether this machine's own voices speak beside the farm, and alone while it is away. */
  speakHere: z.boolean(),
  /** Where takes are kept for everybody who uses the same place, and looked for before a voice is asked. */
  shares: z.enum(['nowhere', 'redis', 'store']),
  /** Kept also while takes are shared elsewhere; there is one where they are shared in a store. */
  takeStore: TakeStore.optional(),
})
export type FarmSettings = z.infer<typeof FarmSettings>

/** Absent: it stays as it is; null: it is forgotten. */
const NewSecret = z.string().min(1).max(1000).nullable().optional()

/** How a farm is set, its secrets with it, so that it is opened once. */
export const FarmChange = z.object({
  /** Null: none, and all its secrets are forgotten. */
  settings: FarmSettings.nullable(),
  password: NewSecret,
  /** The secret access key of the store of takes. */
  storeKey: NewSecret,
})
export type FarmChange = z.infer<typeof FarmChange>

/** What a worker is asked to do: `pause` and `retire` let what it speaks come to its end. */
export const WorkerWish = z.enum(['work', 'pause', 'retire'])
export type WorkerWish = z.infer<typeof WorkerWish>

/** One source of voices of a worker. */
export const WorkerSource = z.object({
  label: z.string(),
  voices: z.number().int(),
  /** Why this studio does not use it; null: it does. */
  refused: Failure.nullable(),
})
export type WorkerSource = z.infer<typeof WorkerSource>

/** A worker as it announced itself a moment ago. */
export const FarmWorker = z.object({
  id: z.string(),
  /** For people: its machine's name, unless it was given another. */
  name: z.string(),
  version: z.string(),
  wish: WorkerWish,
  lanes: z.number().int(),
  busy: z.number().int(),
  /** Segments since it started. */
  spoken: z.number().int(),
  failed: z.number().int(),
  /** Over the last minute. */
  spokenPerMinute: z.number(),
  sources: z.array(WorkerSource),
  /** Answers of it that were no sound of what was asked; after three it is asked no more. */
  bad: z.number().int(),
})
export type FarmWorker = z.infer<typeof FarmWorker>

export const FarmView = z.object({
  /** Null: no farm is set, and nothing of it is loaded. */
  settings: FarmSettings.nullable(),
  hasPassword: z.boolean(),
  /** Where the password rests. */
  keys: KeyPlace,
  /** `off`: none is set, or it is left aside. */
  state: z.enum(['off', 'connecting', 'connected', 'away']),
  /** Why it is away. */
  failure: Failure.nullable(),
  /** Of the store of shared takes, where one is set; `off`: none is. */
  store: z.enum(['off', 'connecting', 'connected', 'away']),
  hasStoreKey: z.boolean(),
  /** What a person should change about the Redis server or the store of takes, though books are narrated. */
  warnings: z.array(z.enum(['evicts-jobs', 'memory-short', 'store-left-out', ...storeTroubles])),
  workers: z.array(FarmWorker),
  /** Jobs that wait for a worker, of all studios. */
  waiting: z.number().int(),
  /** Shared takes that were found and not, since the studio opened. */
  shared: z.object({ hits: z.number().int(), misses: z.number().int() }),
})
export type FarmView = z.infer<typeof FarmView>
