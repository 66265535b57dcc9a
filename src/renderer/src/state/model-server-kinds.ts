// The two kinds of servers of a model that can be set, and what sets their forms apart.
import { scriptWords } from '../script-words.ts'
import type { MinuteAmount, ModelServer, TokenAmount } from './model-server.ts'

export type ModelServerKind<P extends string> = {
  /** Of its price, as they stand in its form. */
  amounts: readonly P[]
  /** Of a program where it is usual. */
  exampleAddress: string
  say: Omit<typeof scriptWords.script.model, 'amounts'> & { amounts: Record<P, string> }
  priceText(price: NonNullable<ModelServer<P>['price']>): string
}

export const languageModelKind: ModelServerKind<TokenAmount> = {
  amounts: ['perMillionIn', 'perMillionOut'],
  exampleAddress: 'http://127.0.0.1:11434/v1',
  say: scriptWords.script.model,
  priceText: ({ perMillionIn, perMillionOut, currency }) =>
    scriptWords.script.price(perMillionIn, perMillionOut, currency),
}

export const transcriberKind: ModelServerKind<MinuteAmount> = {
  amounts: ['perMinute'],
  exampleAddress: 'http://127.0.0.1:8000/v1',
  say: scriptWords.listening.server,
  priceText: ({ perMinute, currency }) => scriptWords.listening.price(perMinute, currency),
}
