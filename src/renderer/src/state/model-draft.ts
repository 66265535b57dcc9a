// A server of a model as it is being written in its form: words, until they are a server again.
import type { Failure } from '../../../contract/index.ts'
import type { ModelServer } from './model-server.ts'

export type ModelDraft<P extends string> = {
  address: string
  model: string
  allowPlain: boolean
  /** Of its price, each as it was written. */
  amounts: Record<P, string>
  currency: string
}

/** Fields that can be wrong; a failure of the studio is put beside one of them, or below all. */
export type ModelField<P extends string> = 'address' | 'model' | 'currency' | P
export type ModelProblem = 'address' | 'model' | 'price' | 'currency'
export type ModelProblems<P extends string> = Partial<Record<ModelField<P>, ModelProblem>>

const recordOf = <P extends string, V>(names: readonly P[], valueOf: (name: P) => V) =>
  Object.fromEntries(names.map((name) => [name, valueOf(name)])) as Record<P, V>
const namesOf = <P extends string>(amounts: Record<P, string>) => Object.keys(amounts) as P[]

/** Null: none is set yet. `amounts`: all that its price has. */
export const draftOfModel = <P extends string>(
  server: ModelServer<P> | null,
  amounts: readonly P[],
): ModelDraft<P> => ({
  address: server?.address ?? '',
  model: server?.model ?? '',
  allowPlain: server?.allowPlain ?? false,
  amounts: recordOf(amounts, (name) => (server?.price ? String(server.price[name]) : '')),
  currency: server?.price?.currency ?? 'USD',
})

const amount = (text: string): number => Number(text.trim().replace(',', '.'))
const isAmount = (text: string): boolean => Number.isFinite(amount(text)) && amount(text) >= 0
const hasPrice = ({ amounts }: ModelDraft<string>): boolean =>
  Object.values(amounts).join('').trim() !== ''

/** What a person should mend before it can be saved. */
export function modelProblems<P extends string>(draft: ModelDraft<P>): ModelProblems<P> {
  const problems: [ModelField<P>, ModelProblem][] = []
  if (!/^https?:\/\/[^/\s]/i.test(draft.address.trim())) problems.push(['address', 'address'])
  if (draft.model.trim() === '') problems.push(['model', 'model'])
  if (hasPrice(draft)) {
    // One of several alone is a price as well: what is left empty costs nothing.
    for (const name of namesOf(draft.amounts))
      if (!isAmount(draft.amounts[name])) problems.push([name, 'price'])
    if (!/^[a-z]{3}$/i.test(draft.currency.trim())) problems.push(['currency', 'currency'])
  }
  return Object.fromEntries(problems) as ModelProblems<P>
}

/** Whether nothing of what a person can write is another. */
export const isSameModel = <P extends string>(a: ModelDraft<P>, b: ModelDraft<P>): boolean =>
  a.address === b.address &&
  a.model === b.model &&
  a.allowPlain === b.allowPlain &&
  a.currency === b.currency &&
  namesOf(a.amounts).every((name) => a.amounts[name] === b.amounts[name])

/** The server that a draft without problems means. */
export function modelOfDraft<P extends string>(draft: ModelDraft<P>): ModelServer<P> {
  const { amounts } = draft
  return {
    address: draft.address.trim(),
    model: draft.model.trim(),
    allowPlain: draft.allowPlain,
    price: hasPrice(draft)
      ? {
          ...recordOf(namesOf(amounts), (name) => amount(amounts[name])),
          currency: draft.currency.trim().toUpperCase(),
        }
      : null,
  }
}

/** Which field a refusal of the studio is about; null: none, or all of them. */
export function modelFieldOf({ code }: Failure): 'address' | 'model' | 'key' | null {
  if (code === 'address-refused' || code === 'server-unreachable') return 'address'
  if (code === 'key-refused') return 'key'
  return code === 'model-gone' ? 'model' : null
}
