// What is known of a model that can listen by looking at its files.
import { z } from 'zod'
import { ListenerFamily } from '../../../contract/index.ts'
import { fail, type FailureError } from '../../../core/base/failure-error.ts'

const single = z.string().optional()

/** By their part in it: names in its folder. */
export const ListenerFiles = z.object({
  tokens: z.string(),
  model: single,
  preprocessor: single,
  encoder: single,
  decoder: single,
  joiner: single,
  uncachedDecoder: single,
  cachedDecoder: single,
})
export type ListenerFiles = z.infer<typeof ListenerFiles>

export const FoundListener = z.object({
  /** Absolute. */
  folder: z.string(),
  name: z.string(),
  family: ListenerFamily,
  files: ListenerFiles,
  bytes: z.number(),
  /** Codes that it can be told; empty where it is told none. */
  languages: z.array(z.string()),
})
export type FoundListener = z.infer<typeof FoundListener>

/** A model, but one that cannot be used; `reason` is for people. */
export const damagedListener = (name: string, reason: string, detail?: string): FailureError =>
  fail('listener-damaged', { name, reason }, detail)
