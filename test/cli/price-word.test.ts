// What is typed behind --price and --budget.
import { describe, expect, it } from 'vitest'
import { checkBudget, minutePrice, tokenPrice } from '../../src/cli/price-word.ts'

describe('a price', () => {
  it('of tokens is of those there and of those back', () => {
    expect(tokenPrice(undefined)).toBeNull()
    expect(tokenPrice('0.15/0.60')).toEqual({
      ...{ perMillionIn: 0.15, perMillionOut: 0.6, currency: 'USD' },
    })
    expect(tokenPrice('1/2 EUR')).toMatchObject({ perMillionIn: 1, currency: 'EUR' })
  })

  it('of sound is of a minute', () => {
    expect(minutePrice(undefined)).toBeNull()
    expect(minutePrice('0.006')).toEqual({ perMinute: 0.006, currency: 'USD' })
    expect(minutePrice('0 EUR')).toEqual({ perMinute: 0, currency: 'EUR' })
  })

  it.each(['', '1', '1/2/3', '1/', '/1', '-1/2', '1/2 eur', '1/2  EUR', 'x/y', '1,5/2'])(
    'of tokens is not %j',
    (word) => expect(() => tokenPrice(word)).toThrow(/option-invalid/),
  )

  it.each(['', '1/2', '.5', '-1', '1 eur', '1 EUR ', '1e3'])('of a minute is not %j', (word) =>
    expect(() => minutePrice(word)).toThrow(/option-invalid/),
  )
})

it('a budget without a price is refused', () => {
  expect(() => checkBudget(1, null)).toThrow(/option-invalid/)
  checkBudget(undefined, null)
  checkBudget(1, { perMinute: 0 })
})
