import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Reading, SpokenText } from '../../../src/contract/index.ts'
import { cutByHand, cutSaid, joinSaid } from '../../../src/core/segment/cut-spoken.ts'
import { spokenOf } from '../../../src/core/segment/spoken-of.ts'
import { spokenLetters, spokenLength, spokenPlace } from '../../../src/core/segment/spoken-place.ts'

const saidOf = (text: string, readings: Reading[] = []) => ({
  text,
  ...spokenOf(text, 'en', readings),
})
const wordsOf = ({ spoken }: Pick<SpokenText, 'spoken'>) =>
  spokenLetters(spoken)
    .split(/\s+/)
    .filter((word) => /[\p{L}\p{N}]/u.test(word))
const careful = (said: { normalised?: SpokenText | undefined } & SpokenText) =>
  said.normalised ?? said

/** Texts as books have them, with all that is said otherwise than it is written. */
const word = fc.constantFrom(
  ...['the', 'lamp', 'Dr. Smith', 'in 1984', '3 kg', '$5.50', 'e.g.', '*so*', 'so.[12]', '😀'],
  ...['“Quoted,”', 'café', 'cafe\u0301', 'hy\u00adphen', '20 m²', '10³', '—', 'XIV', 'No. 5'],
)
const text = fc
  .array(fc.tuple(word, fc.constantFrom(' ', '  ', '\n')), { minLength: 2, maxLength: 12 })
  .map((pieces) => pieces.flat().join(''))
/** A text and a place between two of its pieces that are no parts of one thing. */
const cutText = fc.tuple(text, text).map(([head, rest]) => ({ text: head + rest, at: head.length }))

const expectSound = (said: SpokenText, shown: number) => {
  const length = spokenLength(said.spoken)
  if (length === 0) return expect(said).toEqual({ spoken: [], map: [] })
  expect(said.map[0]?.[0]).toBe(0)
  for (const [index, [at, display]] of said.map.entries()) {
    expect(at).toBeLessThan(length)
    expect(display).toBeLessThan(shown)
    if (index === 0) continue
    expect(at).toBeGreaterThan(said.map[index - 1]?.[0] ?? Infinity)
    expect(display).toBeGreaterThan(said.map[index - 1]?.[1] ?? Infinity)
  }
}

describe('what is said, cut with its text', () => {
  test('is what is said of either part, and together all of it', () => {
    fc.assert(
      fc.property(cutText, ({ text, at }) => {
        const whole = saidOf(text)
        const [left, right] = cutSaid(whole, at)
        for (const of of [(said: typeof left) => said, careful])
          expect([...wordsOf(of(left)), ...wordsOf(of(right))]).toEqual(wordsOf(of(whole)))
      }),
    )
  })

  test('has maps that ascend, and lead every plain letter back to itself', () => {
    fc.assert(
      fc.property(cutText, ({ text, at }) => {
        const shown = [text.slice(0, at), text.slice(at)] as const
        for (const [index, part] of cutSaid(saidOf(text), at).entries()) {
          const own = shown[index] ?? ''
          expectSound(part, own.length)
          if (part.normalised) expectSound(part.normalised, own.length)
          const { spoken, map } = part
          const letters = spokenLetters(spoken)
          for (const [place, letter] of [...own].entries())
            if (/[a-z]/.test(letter) && own === [...own].join('').normalize('NFC')) {
              const place16 = [...own].slice(0, place).join('').length
              expect(letters[spokenPlace(map, place16, letters.length)]).toBe(letter)
            }
        }
      }),
    )
  })

  test('comes back with its words, in any place', () => {
    fc.assert(
      fc.property(cutText, ({ text, at }) => {
        const whole = saidOf(text)
        const joined = joinSaid(...cutSaid(whole, at), at)
        expect(wordsOf(joined)).toEqual(wordsOf(whole))
        expect(wordsOf(careful(joined))).toEqual(wordsOf(careful(whole)))
        expectSound(joined, text.length)
        if (joined.normalised) expectSound(joined.normalised, text.length)
      }),
    )
  })

  test('has sound maps wherever it is cut', () => {
    fc.assert(
      fc.property(text, fc.nat(), (given, seed) => {
        const at = 1 + (seed % (given.length - 1))
        const [left, right] = cutSaid(saidOf(given), at)
        for (const [said, shown] of [
          [left, at],
          [right, given.length - at],
        ] as const)
          for (const of of [said, said.normalised ?? said]) expectSound(of, shown)
      }),
    )
  })

  test.each([
    ['a year between its words', 'In 19|84 so', 'In nineteen', 'eighty-four so'],
    ['a number from its unit', 'For 3 |kg of tea', 'For three', 'kilograms of tea'],
    ['a short form to one side', 'So D|r. Smith', 'So', 'Doctor Smith'],
  ])('cuts %s', (_, marked, head, rest) => {
    const at = marked.indexOf('|')
    const [left, right] = cutSaid(saidOf(marked.replace('|', '')), at)
    expect([careful(left), careful(right)].map(({ spoken }) => spokenLetters(spoken))).toEqual([
      head,
      rest,
    ])
  })

  test('takes what is read for a word with it', () => {
    const whole = saidOf('漢字だ。 雨だ。', [{ at: 0, length: 2, say: 'かんじ' }])
    const [left, right] = cutSaid(whole, 5)
    expect([left, right].map(({ spoken }) => spokenLetters(spoken))).toEqual([
      'かんじだ。',
      '雨だ。',
    ])
    expect(left.map).toEqual([
      [0, 0],
      [3, 2],
    ])
    expect(right.map).toEqual([[0, 0]])
  })

  test('keeps phonemes whole and pauses where they are', () => {
    const spoken = [
      { text: 'A ' },
      { ipa: 'təˈmɑːtəʊ', text: 'tomato' },
      { pauseMs: 200 },
      { text: ' is red' },
    ]
    const whole = { text: 'A tomato is red', spoken, map: [[0, 0] as [number, number]] }
    expect(cutSaid(whole, 9).map((part) => part.spoken)).toEqual([
      [{ text: 'A ' }, { ipa: 'təˈmɑːtəʊ', text: 'tomato' }, { pauseMs: 200 }],
      [{ text: 'is red' }],
    ])
    expect(cutSaid(whole, 4).map((part) => part.spoken)).toEqual([
      [{ text: 'A ' }, { ipa: 'təˈmɑːtəʊ', text: 'tomato' }],
      [{ pauseMs: 200 }, { text: 'is red' }],
    ])
  })

  test('says nothing where no letter is left', () =>
    expect(cutSaid(saidOf('So it was. * * *'), 11)[1]).toEqual({ spoken: [], map: [] }))
})

describe('what was written by hand', () => {
  const byHand = (text: string, words: string) => ({
    text,
    spoken: [{ text: words }],
    map: [[0, 0] as [number, number]],
  })
  test.each([
    ['Dr. X came', 4, 'Doctor Ex arrived', ['Doctor', 'Ex arrived']],
    ['A very very long text, short', 4, 'Brief words', ['Brief', 'words']],
    ['Short then so very much more', 26, 'Brief words', ['Brief', 'words']],
    ['Two parts', 4, 'Unseparable', ['', 'Unseparable']],
  ])('is cut between two words: %j', (text, at, words, parts) =>
    expect(cutByHand(byHand(text, words), at).map(({ spoken }) => spokenLetters(spoken))).toEqual(
      parts,
    ),
  )
})
