// Which entries of a dictionary are the same word, wherever a table is brought in.
import { expect, it } from 'vitest'
import { inPlaceOfKnown, type DictionaryEntry } from '../../src/contract/index.ts'

const entry = (id: string, word: string, change: Partial<DictionaryEntry> = {}) => ({
  ...{ id, word, say: `${word} said`, language: null },
  ...{ isCaseSensitive: false, isWholeWord: true },
  ...change,
})

it('takes what is read in place of the same word, the later line counting', () => {
  const known = [
    entry('a', 'Nice'),
    entry('b', 'Reading', { isCaseSensitive: true }),
    entry('c', 'fore', { isWholeWord: false }),
  ]
  const read = [
    entry('r1', 'nice', { say: 'first' }),
    entry('r2', 'NICE', { say: 'second' }),
    entry('r3', 'reading', { isCaseSensitive: true }),
    entry('r4', 'fore'),
  ]
  expect(inPlaceOfKnown(known, read).map(({ id, say }) => [id, say])).toEqual([
    ['a', 'second'],
    ['r3', 'reading said'],
    ['r4', 'fore said'],
  ])
})
