// What a chat server answers, read with care: many say less than OpenAI does.
import { z } from 'zod'
import type { ModelAnswer, Tokens } from '../../core/ports/language-models.ts'

const Usage = z
  .looseObject({
    prompt_tokens: z.number().int().min(0),
    completion_tokens: z.number().int().min(0),
  })
  .nullish()
  .catch(null)

const Completion = z.looseObject({
  choices: z
    .array(
      z.looseObject({
        finish_reason: z.string().nullish(),
        message: z.looseObject({
          content: z.string().nullish(),
          refusal: z.string().nullish(),
        }),
      }),
    )
    .min(1),
  usage: Usage,
})

/** Null where it is no completion at all. */
export function readCompletion(body: unknown): ModelAnswer | null {
  const { data } = Completion.safeParse(body)
  const choice = data?.choices[0]
  if (!data || !choice) return null
  const { usage } = data
  return {
    text: choice.message.content ?? '',
    isRefused: !!choice.message.refusal || choice.finish_reason === 'content_filter',
    ...(choice.finish_reason === 'length' && { isCut: true }),
    tokens: tokensOf(usage),
  }
}

const tokensOf = (usage: z.infer<typeof Usage>): Tokens | null =>
  usage ? { in: usage.prompt_tokens, out: usage.completion_tokens } : null

const Chunk = z.looseObject({
  choices: z.array(
    z.looseObject({
      finish_reason: z.string().nullish(),
      delta: z
        .looseObject({ content: z.string().nullish(), refusal: z.string().nullish() })
        .nullish(),
    }),
  ),
  usage: Usage,
})

/** A piece of an answer that streams. */
export type CompletionPiece = {
  text: string
  isRefusal: boolean
  /** Why it ended; null while it goes on. */
  finish: string | null
  tokens: Tokens | null
}

/** Null where it is no piece of one. */
export function readPiece(event: unknown): CompletionPiece | null {
  const { data } = Chunk.safeParse(event)
  if (!data) return null
  // The last one of all tells what it has used, and nothing else.
  const [choice] = data.choices
  return {
    text: choice?.delta?.content ?? '',
    isRefusal: !!choice?.delta?.refusal,
    finish: choice?.finish_reason || null,
    tokens: tokensOf(data.usage),
  }
}
