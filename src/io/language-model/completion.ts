// What a chat server answers, read with care: many say less than OpenAI does.
import { z } from 'zod'
import type { ModelAnswer } from '../../core/ports/language-models.ts'

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
  usage: z
    .looseObject({
      prompt_tokens: z.number().int().min(0),
      completion_tokens: z.number().int().min(0),
    })
    .nullish()
    .catch(null),
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
    tokens: usage ? { in: usage.prompt_tokens, out: usage.completion_tokens } : null,
  }
}
