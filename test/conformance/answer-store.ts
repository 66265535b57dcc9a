// What every store of answers promises: kept by key and model, found again, forgotten when nobody asks.
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { AnswerStore } from '../../src/core/ports/model-answers.ts'

const hour = 3_600_000

/** `open` makes an empty store whose time is `now()`. */
export function describeAnswerStore(
  name: string,
  open: (now: () => number) => { store: AnswerStore; close: () => void },
): void {
  describe(`${name} keeps answers`, () => {
    let store: AnswerStore
    let close: () => void
    let now: number
    beforeEach(() => {
      now = 1_800_000_000_000
      ;({ store, close } = open(() => now))
    })
    afterEach(() => close())

    const keep = (key: string, model: string, answer: string) =>
      store.keep([{ key, model, answer }], now)
    const answers = async (keys: string[], model: string | null) =>
      (await store.find(keys, model)).map(({ model: of, answer }) => `${of} ${answer}`)

    test('by key, the own model’s before others’, and else the newest', async () => {
      await keep('a', 'old', '1')
      now += hour
      await keep('a', 'new', '2')
      await keep('b', 'new', '3')
      expect(await answers(['a', 'b', 'c'], 'old')).toEqual(['old 1', 'new 3'])
      expect(await answers(['a'], 'other')).toEqual(['new 2'])
      expect(await answers(['a'], null)).toEqual(['new 2'])
      await keep('a', 'old', '4')
      expect(await answers(['a'], 'old')).toEqual(['old 4'])
    })

    test('and forgets those that nobody has asked for since a time', async () => {
      await keep('used', 'm', '1')
      await keep('unused', 'm', '2')
      now += 2 * hour
      await store.find(['used'], 'm')
      expect(await store.sweep(now - hour)).toEqual({ forgotten: 1 })
      expect(await answers(['used', 'unused'], 'm')).toEqual(['m 1'])
    })

    test('and answers nothing for no keys', async () => {
      expect(await store.find([], 'm')).toEqual([])
      await store.keep([], now)
    })
  })
}
