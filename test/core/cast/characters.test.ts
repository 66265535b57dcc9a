// The characters of a book: whose names are one person's, whose are not, from chapter to chapter.
import { describe, expect, test } from 'vitest'
import { castOf } from './speakers.ts'

const forms = (texts: readonly string[], language = 'en') =>
  castOf(texts, language).characters.map(({ names }) => [...names].sort())

describe('names of one person', () => {
  test.each([
    ['a title and none', ['“A,” said Mr. Brook.', '“B,” said Brook.'], ['Brook', 'Mr. Brook']],
    [
      'a full name and a part of it',
      ['“A,” said Nora Hale.', '“B,” said Nora.'],
      ['Nora', 'Nora Hale'],
    ],
    [
      'a rank and Mr.',
      ['“A,” said Captain John Brook.', '“B,” said Mr. Brook.'],
      ['Captain John Brook', 'Mr. Brook'],
    ],
    [
      'a title before a given name',
      ['“A,” said Sir Henry Vale.', '“B,” said Sir Henry.'],
      ['Sir Henry', 'Sir Henry Vale'],
    ],
    [
      'a calling that one of all has',
      ['“A,” said Dr. Vale.', '“B,” said the doctor.'],
      ['Dr. Vale', 'the doctor'],
    ],
    ['capitals', ['“A,” said NORA.', '“B,” said Nora.'], ['Nora']],
  ])('%s', (_, texts, names) => {
    expect(forms(texts)).toEqual([names])
  })

  test('are not those of husband and wife', () => {
    const texts = ['“A,” said Mr. Brook.', '“B,” said Mrs. Brook.', '“C,” said Miss Brook.']
    expect(forms(texts)).toEqual([['Miss Brook'], ['Mr. Brook'], ['Mrs. Brook']])
  })

  test('are not those of two sisters', () => {
    const texts = ['“A,” said Nora Hale.', '“B,” said Ruth Hale.', '“C,” said Miss Hale.']
    expect(forms(texts)).toHaveLength(3)
  })

  test('a bare surname is the man’s, where there are man and wife', () => {
    const texts = ['“A,” said Mr. Brook.', '“B,” said Mrs. Brook.', '“C,” said Brook.']
    expect(forms(texts)).toContainEqual(['Brook', 'Mr. Brook'])
  })

  test('the teller’s is the one that others call, and that is never told', () => {
    const texts = [
      '“Come, Hal,” said Nora.',
      '“Why?” I asked.',
      '“Because, Hal, it rains,” said Nora.',
      '“So it does,” said I.',
    ]
    expect(castOf(texts).characters.find(({ isNarrator }) => isNarrator)?.names).toEqual(
      expect.arrayContaining(['I', 'Hal']),
    )
  })
})

test('characters come by number of quotations, then of mentions, with ids made from their names', () => {
  const texts = [
    '“A,” said Élise Ange.',
    '“B,” said Mr. Brook.',
    '“C,” said Mr. Brook.',
    'Mr. Brook thought of Mrs. Vale.',
  ]
  const found = castOf(texts).characters.map(({ id, quotations }) => [id, quotations])
  expect(found).toEqual([
    ['mr-brook', 2],
    ['elise-ange', 1],
    ['mrs-vale', 0],
  ])
})

test('every speaker is a name of exactly one character', () => {
  const texts = ['“A,” said Mr. Brook.', '“B,” said the girl.', '“C,” I said.', '“D,” said Brook.']
  const { quotations, characters } = castOf(texts)
  for (const { speaker } of quotations)
    expect(characters.filter(({ names }) => names.includes(speaker ?? ''))).toHaveLength(1)
})

test('a chapter knows the names of those before it, and leaves their state as it was', () => {
  const first = castOf(['Mrs. Hale came in.', '“A,” said Mrs. Hale.'])
  const before = JSON.stringify(first.state)
  const second = castOf(['Hale nodded at Mr. Brook.', '“B,” said Mr. Brook.'], 'en', first.state)
  expect(JSON.stringify(first.state)).toBe(before)
  const names = second.characters.flatMap((character) => character.names)
  expect(names).toEqual(expect.arrayContaining(['Mrs. Hale', 'Mr. Brook']))
})

test('what is remembered is plain data', () => {
  const { state } = castOf(['“A,” said Mr. Brook.'])
  expect(JSON.parse(JSON.stringify(state))).toEqual(state)
})
