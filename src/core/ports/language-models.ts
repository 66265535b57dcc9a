// What the core asks of a language model.
import type { LanguageModel, LanguageModelView, TokenPrice } from '../../contract/index.ts'
import type { RateLimits } from './speech.ts'

export type ModelQuestion = {
  /** What it is to do. */
  system: string
  /** What that is done to, as JSON. */
  user: string
  /** What its answer looks like: JSON Schema, strict. */
  schema: { name: string; json: Record<string, unknown> }
}

/** What is written is no JSON: nothing is said of its shape. */
export type WritingQuestion = Pick<ModelQuestion, 'system' | 'user'>

export type Tokens = { in: number; out: number }

export type ModelAnswer = {
  /** As it was written; nothing of it is checked. */
  text: string
  isRefused: boolean
  /** The model stopped in the midst of it, or was stopped where it would not end. */
  isCut?: boolean
  /** Null where the server does not count. */
  tokens: Tokens | null
  limits?: RateLimits
}

/** The model that is set now. Another setting makes another one. */
export type ModelInUse = {
  /** For people: the server's host. */
  readonly label: string
  readonly model: string
  readonly price: TokenPrice | null
  /**
   * Fails with `server-*`, `model-timeout`, `key-refused`, `quota-spent`, `model-gone`; aborts by the signal. A
   * server that knows no schema is asked in a way that it knows.
   */
  ask(question: ModelQuestion, signal: AbortSignal): Promise<ModelAnswer>
  /**
   * The same for a text, told piece by piece as it comes; at once by a server that does not stream. One that breaks
   * off fails with `server-failed`: what came of it counts for nothing.
   */
  write(
    question: WritingQuestion,
    onText: (piece: string) => void,
    signal: AbortSignal,
  ): Promise<ModelAnswer>
}

/** The person's language model. Its key goes in and never comes out. */
export type LanguageModels = {
  view(): Promise<LanguageModelView>
  /** Null: none, and its key is forgotten. Fails with `address-refused`, `folder-not-writable`, `disk-full`. */
  set(model: LanguageModel | null): Promise<LanguageModelView>
  /** Null forgets it. Fails with `no-language-model`. */
  setKey(key: string | null): Promise<LanguageModelView>
  /** A failure is part of the answer. Fails with `no-language-model`. */
  check(signal: AbortSignal): Promise<LanguageModelView>
  /** Null where none is set: nothing is sent anywhere. */
  inUse(): ModelInUse | null
}
