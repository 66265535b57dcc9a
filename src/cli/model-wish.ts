// The options that name a language model, and what asking it needs, in words.
import type { LanguageModel, ScriptEstimate, TokenPrice } from '../contract/index.ts'
import { fail } from '../core/base/failure-error.ts'
import { environment } from '../io/environment.ts'
import type { Call } from './follow-job.ts'

export const modelOptions = {
  llm: { type: 'string' },
  model: { type: 'string' },
  'allow-plain': { type: 'boolean' },
  price: { type: 'string' },
} as const

type ModelWords = {
  llm?: string | undefined
  model?: string | undefined
  'allow-plain'?: boolean | undefined
  price?: string | undefined
}

/**
 * What is named is saved with the library, its key from OPENAI_API_KEY; a price that is known stays. Fails with
 * `option-invalid`, also for a budget that nobody could keep to.
 */
export async function setModel(
  call: Call,
  words: ModelWords,
  budget: number | undefined,
): Promise<void> {
  const [model, told] = [modelOf(words), priceOf(words.price)]
  const { model: saved } = await call('script.model', {})
  if (model || words.model !== undefined || told) {
    const wanted = model ?? (saved ? { ...saved, model: words.model ?? saved.model } : null)
    if (!wanted) throw fail('option-invalid', { option: '--llm', value: '' })
    const price = told ?? (saved?.model === wanted.model ? saved.price : null)
    await call('script.setModel', { model: { ...wanted, price } })
    const key = environment('OPENAI_API_KEY')
    if (model && key !== null) await call('script.setKey', { key })
  }
  const { model: now } = await call('script.model', {})
  if (budget !== undefined && now && !now.price)
    throw fail('option-invalid', { option: '--budget', value: 'without --price' })
}

function modelOf({
  llm,
  model,
  'allow-plain': allowPlain = false,
}: ModelWords): LanguageModel | null {
  if (llm === undefined) return null
  if (model === undefined) throw fail('option-invalid', { option: '--model', value: '' })
  return { address: llm, model, allowPlain, price: null }
}

/** `0.15/0.60`, or `0.15/0.60 EUR`: a million tokens there and back. Fails with `option-invalid`. */
function priceOf(word: string | undefined): TokenPrice | null {
  if (word === undefined) return null
  const [, there, back, currency = 'USD'] =
    /^(\d+(?:\.\d+)?)\/(\d+(?:\.\d+)?)(?: ([A-Z]{3}))?$/.exec(word) ?? []
  if (there === undefined) throw fail('option-invalid', { option: '--price', value: word })
  return { perMillionIn: Number(there), perMillionOut: Number(back), currency }
}

/** `3 calls, about 1200 tokens there and 900 back, about 0.0012 USD` */
export function neededWords({
  calls,
  tokensIn,
  tokensOut,
  cost,
}: Pick<ScriptEstimate, 'calls' | 'tokensIn' | 'tokensOut' | 'cost'>): string {
  const money = cost ? `, about ${cost.amount.toFixed(4)} ${cost.currency}` : ''
  return `${calls} calls, about ${tokensIn} tokens there and ${tokensOut} back${money}`
}
