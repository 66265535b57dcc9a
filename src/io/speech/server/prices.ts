// What hosted speech costs, as data with a date: prices change, and a person may set their own.
import type { Price } from '../../../contract/index.ts'

const openAi = (perMillionCharacters: number): Price => ({
  perMillionCharacters,
  currency: 'USD',
  asOf: '2026-11-20',
  source: 'developers.openai.com/api/docs/pricing',
})

/**
 * By model. gpt-4o-mini-tts is billed by tokens of sound ($0.60 and $12 a million): about $0.90 an hour,
 * and an hour is about 57,000 characters.
 */
export const openAiPrices: Readonly<Record<string, Price>> = {
  'tts-1': openAi(15),
  'tts-1-hd': openAi(30),
  'gpt-4o-mini-tts': openAi(16),
}
