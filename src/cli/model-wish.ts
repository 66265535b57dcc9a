// The language model that a command names: saved with the library, its key from OPENAI_API_KEY.
import type { ScriptEstimate } from '../contract/index.ts'
import { fail } from '../core/base/failure-error.ts'
import { amount } from '../io/command-line/options.ts'
import { printLine } from '../io/command-line/report.ts'
import { environment } from '../io/environment.ts'
import type { Call } from './follow-job.ts'
import { checkBudget, tokenPrice } from './price-word.ts'

export const modelOptions = {
  llm: { type: 'string' },
  model: { type: 'string' },
  'allow-plain': { type: 'boolean' },
  price: { type: 'string' },
  budget: { type: 'string' },
} as const

type ModelValues = {
  llm?: string | undefined
  model?: string | undefined
  'allow-plain'?: boolean | undefined
  price?: string | undefined
  budget?: string | undefined
}

export type ModelWish = {
  /** Sets what was named, and answers whether any model is set now. */
  set(call: Call): Promise<boolean>
  /** For a request. */
  budget: { budget?: number }
}

/** A price that is known stays. Fails with `option-invalid`. */
export function modelWish(values: ModelValues): ModelWish {
  const { llm, model, 'allow-plain': allowPlain = false } = values
  const price = tokenPrice(values.price)
  const budget = amount('--budget', values.budget)
  if (llm !== undefined && model === undefined)
    throw fail('option-invalid', { option: '--model', value: '' })
  return {
    budget: budget === undefined ? {} : { budget },
    async set(call) {
      const { model: saved } = await call('script.model', {})
      const name = model ?? saved?.model
      const known = saved?.model === name ? (saved?.price ?? null) : null
      const isNamed = llm !== undefined || model !== undefined || price !== null
      const wanted =
        llm === undefined
          ? saved && { ...saved, model: name ?? '', price: price ?? known }
          : { address: llm, model: name ?? '', allowPlain, price: price ?? known }
      if (isNamed && !wanted) throw fail('option-invalid', { option: '--llm', value: '' })
      if (isNamed && wanted) await call('script.setModel', { model: wanted })
      const key = environment('OPENAI_API_KEY')
      if (llm !== undefined && key !== null) await call('script.setKey', { key })
      if (wanted) checkBudget(budget, wanted.price)
      return wanted !== null
    },
  }
}

/** What asking about a book needs, on a line for people. */
export const printEstimate = ({ items, known, ...needed }: ScriptEstimate): void =>
  printLine(`${items} to ask about, ${known} answered before; ${neededWords(needed)}`)

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
