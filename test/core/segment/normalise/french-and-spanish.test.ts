// What holds of the rules of French and Spanish, whatever the text.
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { normalise } from '../../../../src/core/segment/normalise/normalise.ts'
import { spokenOf } from '../../../../src/core/segment/spoken-of.ts'
import { frenchCases, frenchTraps } from './french-cases.ts'
import { spanishCases, spanishTraps } from './spanish-cases.ts'
import { said } from './score.ts'

const written = {
  fr: [...frenchCases.map(([text]) => text), ...frenchTraps],
  es: [...spanishCases.map(([text]) => text), ...spanishTraps],
}
const signs = `M. Mme St no I V X XIV SNCF LA Sr. D. n.º Ud. 1 3 12 1775 2,5 1,000 1.000 ½ 3/4 - – ' ’ " ” ( ) . , : ; § % € $ £
  & @ # + = × ° º ª km m. fr. h a. C. p. ej. siglo mayo mai 1er XIXe www. .com / * ~ < > ¿ ¡ « »`

/** Pieces of what the rules know, and anything at all. */
const piece = (language: 'fr' | 'es') =>
  fc.oneof(
    fc.constantFrom(...written[language].flatMap((text) => text.split(' '))),
    fc.constantFrom(...signs.split(/\s+/)),
    fc.constantFrom(' ', ' ', '  ', '\n', '', '\u00ad'),
    fc.string({ unit: 'binary', maxLength: 8 }),
  )
const anyText = (language: 'fr' | 'es') =>
  fc.array(piece(language), { maxLength: 12 }).map((pieces) => pieces.join(''))
/** What the rules made must be nothing to them: whole sentences beside each other. */
const sentences = (language: 'fr' | 'es') =>
  fc.array(fc.constantFrom(...written[language]), { minLength: 1, maxLength: 4 })

describe.each(['fr', 'es'] as const)('the rules of %s', (language) => {
  test('find rewrites in order, apart from each other and within the text', () => {
    fc.assert(
      fc.property(anyText(language), (text) => {
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
      fc.property(anyText(language), (text) => {
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
      fc.property(anyText(language), (text) => {
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
      unit: fc.constantFrom(...'abcdefghijklmnopqrstuvwxyzáéíóúñàèâêîôûëïüç'),
      minLength: 4,
    })
    fc.assert(
      fc.property(fc.array(word, { minLength: 1 }), (words) => {
        expect(normalise(`${words.join(' ')}.`, language)).toEqual([])
      }),
    )
  })

  test('say what they said again in the same words', () => {
    fc.assert(
      fc.property(sentences(language), (texts) => {
        const spoken = said(texts.join(' '), language)
        expect(said(spoken, language)).toBe(spoken)
      }),
      { numRuns: 1000, seed: 20_261_127 },
    )
  })
})
