// The language model that helps with the script: any OpenAI-compatible chat server. Its key never stands here.
import { z } from 'zod'
import { Failure } from './failure.ts'
import { KeyPlace } from './speech-server.ts'

/** What it costs, as a person has told; tokens are counted as the server counts them. */
export const TokenPrice = z.object({
  perMillionIn: z.number().min(0),
  perMillionOut: z.number().min(0),
  /** ISO 4217. */
  currency: z.string().regex(/^[A-Z]{3}$/),
})
export type TokenPrice = z.infer<typeof TokenPrice>

export const LanguageModel = z.object({
  /** Base address, with or without `/v1`. */
  address: z.string().min(1).max(400),
  model: z.string().trim().min(1).max(200),
  /** Whether plain http beyond this machine was allowed. */
  allowPlain: z.boolean(),
  /** Null: it costs nothing, or nobody knows. */
  price: TokenPrice.nullable(),
})
export type LanguageModel = z.infer<typeof LanguageModel>

/** What it did with one short question, none of a book's text in it. */
export const LanguageModelCheck = z.object({
  /** Milliseconds since the epoch. */
  at: z.number(),
  failure: Failure.nullable(),
  latencyMs: z.number().nullable(),
  /** All that the server lists; empty: it lists none. */
  models: z.array(z.string()),
})
export type LanguageModelCheck = z.infer<typeof LanguageModelCheck>

export const LanguageModelView = z.object({
  /** Null: none is set, and nothing is ever sent. */
  model: LanguageModel.nullable(),
  hasKey: z.boolean(),
  /** Where keys rest. */
  keys: KeyPlace,
  check: LanguageModelCheck.nullable(),
})
export type LanguageModelView = z.infer<typeof LanguageModelView>
