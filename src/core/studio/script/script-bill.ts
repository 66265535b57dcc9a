// What calls to a model cost: told before by an estimate, and after by what its server counts.
import type { TokenPrice } from '../../../contract/index.ts'
import type { ModelAnswer, Tokens, WritingQuestion } from '../../ports/language-models.ts'
import type { KindRules } from '../../script/kind-rules.ts'
import type { ScriptItem } from '../../script/script-item.ts'
import { tokensOf } from '../../script/tokens.ts'

/** Of a call about these items, before it is made. */
export const expectedTokens = (
  { system, user }: WritingQuestion,
  { answerTokens }: Pick<KindRules, 'answerTokens'>,
  items: readonly ScriptItem[],
): Tokens => ({
  in: tokensOf(system) + tokensOf(user),
  out: items.reduce((all, item) => all + answerTokens(item), 0),
})

/** As the server counts; estimated where it does not. */
export const usedTokens = ({ system, user }: WritingQuestion, answer: ModelAnswer): Tokens =>
  answer.tokens ?? { in: tokensOf(system) + tokensOf(user), out: tokensOf(answer.text) }

export const costOf = (tokens: Tokens, price: TokenPrice | null): number =>
  price ? (tokens.in * price.perMillionIn + tokens.out * price.perMillionOut) / 1e6 : 0

export const sum = (a: Tokens, b: Tokens): Tokens => ({ in: a.in + b.in, out: a.out + b.out })
