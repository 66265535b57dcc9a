// The language model as it is being written in its form: words, until they are a model again.
import type { Failure, LanguageModel, TokenPrice } from '../../../contract/index.ts'

export type ModelDraft = {
  address: string
  model: string
  allowPlain: boolean
  priceIn: string
  priceOut: string
  currency: string
}

/** Fields that can be wrong; a failure of the studio is put beside one of them, or below all. */
export type ModelField = Exclude<keyof ModelDraft, 'allowPlain'>
export type ModelProblem = 'address' | 'model' | 'price' | 'currency'
export type ModelProblems = Partial<Record<ModelField, ModelProblem>>

/** Null: none is set yet. */
export const draftOfModel = (model: LanguageModel | null): ModelDraft => ({
  address: model?.address ?? '',
  model: model?.model ?? '',
  allowPlain: model?.allowPlain ?? false,
  priceIn: model?.price ? String(model.price.perMillionIn) : '',
  priceOut: model?.price ? String(model.price.perMillionOut) : '',
  currency: model?.price?.currency ?? 'USD',
})

const amount = (text: string): number => Number(text.trim().replace(',', '.'))
const isAmount = (text: string): boolean => Number.isFinite(amount(text)) && amount(text) >= 0
const hasPrice = ({ priceIn, priceOut }: ModelDraft): boolean =>
  `${priceIn}${priceOut}`.trim() !== ''

/** What a person should mend before it can be saved. */
export function modelProblems(draft: ModelDraft): ModelProblems {
  const problems: ModelProblems = {}
  if (!/^https?:\/\/[^/\s]/i.test(draft.address.trim())) problems.address = 'address'
  if (draft.model.trim() === '') problems.model = 'model'
  if (!hasPrice(draft)) return problems
  // One of the two alone is a price as well: what is left empty costs nothing.
  if (!isAmount(draft.priceIn)) problems.priceIn = 'price'
  if (!isAmount(draft.priceOut)) problems.priceOut = 'price'
  if (!/^[a-z]{3}$/i.test(draft.currency.trim())) problems.currency = 'currency'
  return problems
}

/** The model that a draft without problems means. */
export function modelOfDraft(draft: ModelDraft): LanguageModel {
  const price: TokenPrice | null = hasPrice(draft)
    ? {
        perMillionIn: amount(draft.priceIn),
        perMillionOut: amount(draft.priceOut),
        currency: draft.currency.trim().toUpperCase(),
      }
    : null
  return {
    address: draft.address.trim(),
    model: draft.model.trim(),
    allowPlain: draft.allowPlain,
    price,
  }
}

/** Which field a refusal of the studio is about; null: none, or all of them. */
export function modelFieldOf({ code }: Failure): ModelField | 'key' | null {
  if (code === 'address-refused' || code === 'server-unreachable') return 'address'
  if (code === 'key-refused') return 'key'
  return code === 'model-gone' ? 'model' : null
}
