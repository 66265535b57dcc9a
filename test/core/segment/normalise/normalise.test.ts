// What holds of the rules of every language, whatever the text.
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { normalise } from '../../../../src/core/segment/normalise/normalise.ts'
import { spokenOf } from '../../../../src/core/segment/spoken-of.ts'
import { languageTables } from './language-tables.ts'
import { said } from './score.ts'

describe.each(languageTables)('the rules of $name', ({ tag: language, cases, traps, signs }) => {
  const written = [...cases.map(([text]) => text), ...traps]
  /** Pieces of what the rules know, and anything at all. */
  const piece = fc.oneof(
    fc.constantFrom(...written.flatMap((text) => text.split(' '))),
    fc.constantFrom(...signs.split(/\s+/)),
    fc.constantFrom(' ', ' ', '  ', '\n', '', '\u00ad'),
    fc.string({ unit: 'binary', maxLength: 8 }),
  )
  const anyText = fc.array(piece, { maxLength: 12 }).map((pieces) => pieces.join(''))
  /** What the rules made must be nothing to them: whole sentences beside each other. */
  const sentences = fc.array(fc.constantFrom(...written), { minLength: 1, maxLength: 4 })

  test('find rewrites in order, apart from each other and within the text', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        let end = 0
        for (const { from, to } of normalise(text, language)) {
          expect(from).toBeGreaterThanOrEqual(end)
          expect(to).toBeGreaterThan(from)
          end = to
        }
        expect(end).toBeLessThanOrEqual(text.length)
      }),
      { numRuns: 2000 },
    )
  })

  test('lead back by a map that ascends in both texts and stays within them', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const { normalised } = spokenOf(text, language)
        const length = normalised?.spoken.reduce(
          (sum, part) => sum + ('text' in part ? part.text.length : 0),
          0,
        )
        let [lastSpoken, lastShown] = [-1, -1]
        for (const [spoken, shown] of normalised?.map ?? []) {
          expect(spoken).toBeGreaterThan(lastSpoken)
          expect(shown).toBeGreaterThan(lastShown)
          ;[lastSpoken, lastShown] = [spoken, shown]
        }
        expect(lastSpoken).toBeLessThan(length ?? 0)
        expect(lastShown).toBeLessThan(text.length)
      }),
      { numRuns: 2000 },
    )
  })

  test('lose and double no word that they leave alone', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        let at = 0
        const kept: string[] = []
        const rebuilt = normalise(text, language).map(({ from, to }) => {
          kept.push(text.slice(at, from))
          at = to
          return text.slice(from, to)
        })
        kept.push(text.slice(at))
        expect(kept.map((stretch, index) => stretch + (rebuilt[index] ?? '')).join('')).toBe(text)
      }),
    )
  })

  test('change nothing in words without digits, signs, capitals and short forms', () => {
    const word = fc.string({
      unit: fc.constantFrom(...'abcdefghijklmnopqrstuvwxyzäöüéáíóúñàèâêîôûëïç'),
      minLength: 4,
    })
    // str.: Straße.
    const long = word.filter((letters) => !letters.endsWith('str'))
    fc.assert(
      fc.property(fc.array(long, { minLength: 1 }), (words) => {
        expect(normalise(`${words.join(' ')}.`, language)).toEqual([])
      }),
    )
  })

  test('say what they said again in the same words', () => {
    fc.assert(
      fc.property(sentences, (texts) => {
        const spoken = said(texts.join(' '), language)
        expect(said(spoken, language)).toBe(spoken)
      }),
      { numRuns: 1000, seed: 20_261_127 },
    )
  })
})

test('a language without rules is left alone', () => {
  expect(normalise('1775 Mr. BBC', 'nl')).toEqual([])
  expect(normalise('1775 Mr. BBC', 'und')).toEqual([])
})

test('regions of a language share its rules', () => {
  expect(said('Mr. Darcy', 'en-GB')).toBe('Mister Darcy')
  expect(said('Mr. Darcy', 'EN')).toBe('Mister Darcy')
})

test('a map leads each word of a number to where the number stands', () => {
  const { normalised } = spokenOf('In 1775 it *rained* for 3 days.', 'en')
  expect(normalised?.spoken).toEqual([
    { text: 'In seventeen seventy-five it rained for three days.' },
  ])
  const display = 'In 1775 it *rained* for 3 days.'
  const spoken = 'In seventeen seventy-five it rained for three days.'
  for (const word of ['it', 'rained', 'for', 'days']) {
    const at = spoken.indexOf(word)
    const [from, shown] = normalised?.map.findLast(([offset]) => offset <= at) ?? [0, 0]
    expect(shown + at - from).toBe(display.indexOf(word))
  }
})

describe.each(languageTables)('the rules of $name and odd numerals', ({ tag: language }) => {
  const odd = '½ ² ₃ ٣ ९ 𝟗 Ⅷ ⅷ ① ㉈ 〇 𐄇 9½ 1² 12٣ ٣12 0½ ५.५ 1,٣ 00 007 999999999999999999999999'
  const near = `www. http:// @ .com .de .pdf a x I V $ € £ % ° ° km m. h Uhr : / - – . , ' ’ st th er º ª N° No. § siglo
    Kapitel chapitre May mayo mai Mai am le el the`
  const anything = fc.oneof(
    fc.constantFrom(...odd.split(' ')),
    fc.constantFrom(...near.split(/\s+/)),
    fc.constantFrom(' ', ''),
    fc.string({ unit: 'grapheme', maxLength: 4 }),
  )
  test('never end in an error', () => {
    fc.assert(
      fc.property(fc.array(anything, { maxLength: 10 }), (pieces) => {
        expect(() => spokenOf(pieces.join(''), language)).not.toThrow()
      }),
      { numRuns: 4000 },
    )
  })

  test('leave a fraction in an address to the voice', () => {
    expect(said('www.9½', language)).toMatch(/^W W W \p{L}+ \p{L}+ ½$/u)
  })
})
