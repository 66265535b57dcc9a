import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { DictionaryEntry, SpokenText } from '../../../src/contract/index.ts'
import { createPronouncer } from '../../../src/core/segment/dictionary.ts'
import { spokenOf } from '../../../src/core/segment/spoken-of.ts'
import { spokenLetters, spokenLength } from '../../../src/core/segment/spoken-place.ts'

const entry = (word: string, say: string, more: Partial<DictionaryEntry> = {}) => ({
  ...{ id: word, word, say, isCaseSensitive: false, isWholeWord: true, language: null },
  ...more,
})
const careful = (text: string, language = 'en'): SpokenText => {
  const said = spokenOf(text, language)
  return said.normalised ?? said
}
const pronounced = (text: string, ...entries: DictionaryEntry[]) =>
  createPronouncer(entries, [], 'en').pronounce(text, careful(text))
const say = (text: string, ...entries: DictionaryEntry[]) =>
  spokenLetters(pronounced(text, ...entries).spoken)

describe('a word of the dictionary', () => {
  const cholmondeley = entry('Cholmondeley', 'Chumley')
  test('is said as its entry says, wherever it stands', () =>
    expect(say('Cholmondeley and “cholmondeley”, CHOLMONDELEY’s.', cholmondeley)).toBe(
      'Chumley and “Chumley”, Chumley’s.',
    ))

  test('is the same in letters of one sign and of several', () =>
    expect(say('One caf\u00E9.', entry('Cafe\u0301', 'kaffay'))).toBe('One kaffay.'))

  test('leaves what is said the very same where none stands', () => {
    const said = careful('Nothing of the kind.')
    expect(createPronouncer([cholmondeley], [], 'en').pronounce('Nothing of the kind.', said)).toBe(
      said,
    )
  })

  test.each<[string, string, DictionaryEntry, string]>([
    ['only as a whole word', 'read ready bread read', entry('read', 'red'), 'red ready bread red'],
    [
      'inside of others where it may',
      'read ready bread',
      entry('read', 'red', { isWholeWord: false }),
      'red redy bred',
    ],
    [
      'only in these letters',
      'Polish the polish.',
      entry('Polish', 'Poh-lish', { isCaseSensitive: true }),
      'Poh-lish the polish.',
    ],
    [
      'with signs',
      'In C++ and C+ and c++.',
      entry('C++', 'C plus plus'),
      'In C plus plus and C+ and C plus plus.',
    ],
    ['with letters beyond ASCII', 'ÜBER über Über', entry('über', 'oober'), 'oober oober oober'],
    ['over any white space', 'New \n York', entry('New York', 'N Y'), 'N Y'],
    ['that begins with a sign', 'The .NET way', entry('.net', 'dot net'), 'The dot net way'],
    ['never within letters with marks', 'cafe\u0301 cafe', entry('cafe', 'kaff'), 'café kaff'],
    ['of one letter', 'An X, a box', entry('x', 'ex'), 'An ex, a box'],
  ])('counts %s', (_, text, word, expected) => expect(say(text, word)).toBe(expected))

  test('counts in books of its language alone', () => {
    const german = entry('Gift', 'Present', { language: 'de' })
    const of = (language: string) =>
      spokenLetters(
        createPronouncer([german], [], language).pronounce('Gift', careful('Gift', language))
          .spoken,
      )
    expect(['de', 'de-AT', 'en', 'DE'].map(of)).toEqual(['Present', 'Present', 'Gift', 'Present'])
  })

  test('gives way to a longer one that begins with it', () =>
    expect(say('York, New York, New', entry('New', 'Nu'), entry('New York', 'N Y'))).toBe(
      'York, N Y, Nu',
    ))

  test('is said as the book has it before all books', () => {
    const pronouncer = createPronouncer([entry('lead', 'led')], [entry('lead', 'leed')], 'en')
    expect(spokenLetters(pronouncer.pronounce('lead', careful('lead')).spoken)).toBe('led')
  })

  test('that overlaps one before it is left to that', () =>
    expect(say('ab bc', entry('ab b', 'X', { isWholeWord: false }), entry('bc', 'Y'))).toBe('Xc'))
})

describe('what is said otherwise already', () => {
  test.each([
    ['a number', 'In 1984 so', entry('1984', 'the year'), 'In the year so'],
    ['a short form', 'So Dr. Smith', entry('Dr.', 'Doktor'), 'So Doktor Smith'],
    ['a name behind one', 'So Dr. Smith', entry('Smith', 'Smythe'), 'So Doctor Smythe'],
    ['words across one', 'So Dr. Smith ran', entry('Dr. Smith', 'Smythe'), 'So Smythe ran'],
    ['a sum', 'It cost $5.50 then', entry('$5.50', 'much'), 'It cost much then'],
    [
      'a part of it, which keeps the rest',
      'For 3 kg of tea',
      entry('kg', 'keys'),
      'For 3 keys of tea',
    ],
    ['a word behind it', 'For 3 kg of tea', entry('tea', 'T'), 'For three kilograms of T'],
    ['the last word', 'He had 3 kg', entry('3 kg', 'lots'), 'He had lots'],
    [
      'nothing of a mark that is not said',
      'So it is.[12] And',
      entry('12', 'twelve'),
      'So it is. And',
    ],
    ['a word beside such a mark', 'So it is[12] And', entry('is', 'iz'), 'So it iz And'],
  ])('gives way where %s stands', (_, text, word, expected) =>
    expect(say(text, word)).toBe(expected),
  )

  test('gives way to two entries in one number', () =>
    expect(say('For 3 kg of', entry('3', 'drei'), entry('kg', 'Kilo'))).toBe('For drei Kilo of'))

  test('stays unsaid where it is a beginning that nobody says', () => {
    const text = 'EMMA: So it is, Emma.'
    const said = spokenOf(text, 'en', [{ at: 0, length: 5, say: '' }])
    const pronouncer = createPronouncer([entry('Emma', 'Ay-ma')], [], 'en')
    expect(spokenLetters(pronouncer.pronounce(text, said).spoken)).toBe('So it is, Ay-ma.')
  })
})

describe('an entry with phonemes', () => {
  const tomato = entry('tomato', 'to-mah-toe', { ipa: 'təˈmɑːtəʊ' })
  test('is a part of its own', () =>
    expect(pronounced('One tomato, please.', tomato).spoken).toEqual([
      { text: 'One ' },
      { ipa: 'təˈmɑːtəʊ', text: 'to-mah-toe' },
      { text: ', please.' },
    ]))

  test('leaves pauses and other phonemes where they are', () => {
    const spoken = [
      { text: 'One ' },
      { ipa: 'rɛd', text: 'red' },
      { pauseMs: 300 },
      { text: ' tomato ' },
      { text: 'now' },
    ]
    const text = 'One red tomato now'
    const said = { spoken, map: [[0, 0] as [number, number]] }
    expect(createPronouncer([tomato], [], 'en').pronounce(text, said).spoken).toEqual([
      { text: 'One ' },
      { ipa: 'rɛd', text: 'red' },
      { pauseMs: 300 },
      { text: ' ' },
      { ipa: 'təˈmɑːtəʊ', text: 'to-mah-toe' },
      { text: ' now' },
    ])
  })
})

describe('the map behind the dictionary', () => {
  const words = [
    'the',
    'lamp',
    'Dr.',
    'Smith',
    '1984',
    '3 kg',
    '😀',
    '*so*',
    'x.[12]',
    '$5.50',
    'X',
  ]
  test('ascends in both, stays in both, and leads every untouched word back to itself', () => {
    const text = fc.array(fc.constantFrom(...words), { minLength: 1 }).map((all) => all.join(' '))
    const entries = fc.uniqueArray(
      fc.constantFrom('lamp', 'Dr.', 'Dr. Smith', 'kg', '1984', 'X', '12'),
    )
    const said = fc.constantFrom('a', 'something longer', 'Doctor')
    fc.assert(
      fc.property(text, entries, said, (shown, chosen, instead) => {
        const all = chosen.map((word) => entry(word, instead))
        const { spoken, map } = pronounced(shown, ...all)
        const letters = spokenLetters(spoken)
        for (const [index, [at, display]] of map.entries()) {
          expect(at).toBeLessThan(letters.length)
          expect(display).toBeLessThan(shown.length)
          expect(at).toBeGreaterThan(map[index - 1]?.[0] ?? -1)
          expect(display).toBeGreaterThan(map[index - 1]?.[1] ?? -1)
        }
        for (const { index } of letters.matchAll(/(?<=^|\s)the(?=\s|$)/g)) {
          const [place, display] = map.findLast(([at]) => at <= index) ?? [0, 0]
          expect(shown.slice(display + index - place).startsWith('the')).toBe(true)
        }
        expect(spokenLength(spoken)).toBe(letters.length)
      }),
    )
  })

  test('says nothing twice and loses no word', () => {
    const pieces = fc.array(fc.constantFrom('lamp', 'sea', 'stone', ',', 'in 12'), { minLength: 1 })
    fc.assert(
      fc.property(pieces, (all) => {
        const text = all.join(' ')
        const plain = spokenLetters(careful(text).spoken)
        expect(say(text, entry('lamp', 'light'), entry('sea', 'water'))).toBe(
          plain.replaceAll('lamp', 'light').replaceAll('sea', 'water'),
        )
      }),
    )
  })
})

test('five thousand entries find in any text what each of them alone finds', () => {
  const many = Array.from({ length: 5000 }, (_, at) => entry(`w${at.toString(36)}x`, `said ${at}`))
  const pronouncer = createPronouncer(many, [], 'en')
  const text = `So w1x W3ex, wzzzx and w${(4999).toString(36)}x.`
  expect(pronouncer.find(text).map(({ from, to, entry: found }) => [from, to, found.say])).toEqual([
    [3, 6, 'said 1'],
    [7, 11, 'said 122'],
    [text.length - 6, text.length - 1, 'said 4999'],
  ])
})
