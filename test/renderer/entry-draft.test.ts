// Entries of the dictionary as they are written, found and brought in; what the rules made of a line.
import { describe, expect, it } from 'vitest'
import type { DictionaryEntry } from '../../src/contract/index.ts'
import {
  draftOf,
  entryOf,
  entryProblems,
  findEntries,
  likelyWord,
  newDraft,
} from '../../src/renderer/src/state/entry-draft.ts'
import { bareWord, spokenChanges } from '../../src/renderer/src/state/spoken-changes.ts'

const entry = (id: string, word: string, change: Partial<DictionaryEntry> = {}) => ({
  id,
  word,
  say: `${word} said`,
  isCaseSensitive: false,
  isWholeWord: true,
  language: null,
  ...change,
})
const newId = () => 'new'

describe('an entry being written', () => {
  it('needs its word, and how it is said in letters or phonemes', () => {
    expect(entryProblems(newDraft('', 'book'))).toEqual(['word', 'say'])
    expect(entryProblems(newDraft('Nice', 'book', { say: 'Neece' }))).toEqual([])
    expect(entryProblems(newDraft('Nice', 'book', { ipa: 'niːs' }))).toEqual([])
    expect(entryProblems(newDraft('Nice', 'book', { say: '  ' }))).toEqual(['say'])
  })

  it('says the word itself where it has phonemes alone, without their brackets', () => {
    const draft = newDraft(' Nice\n ', 'book', { ipa: '/niːs/', language: 'en' })
    expect(entryOf(draft, newId)).toEqual({
      ...entry('new', 'Nice', { say: 'Nice', ipa: 'niːs', language: 'en' }),
    })
  })

  it('is the same entry when nothing of it was changed', () => {
    for (const known of [entry('a', 'Nice'), entry('b', 'of', { ipa: 'əv', language: 'en' })])
      expect(entryOf(draftOf(known, 'everywhere'), newId)).toEqual(known)
  })
})

describe('entries', () => {
  it('are found by word and saying, in the order of their words', () => {
    const all = [entry('a', 'Zoe'), entry('b', 'Nice', { say: 'Neece', ipa: 'niːs' })]
    expect(findEntries(all, '').map(({ word }) => word)).toEqual(['Nice', 'Zoe'])
    expect(findEntries(all, 'NEE ni').map(({ word }) => word)).toEqual(['Nice'])
    expect(findEntries(all, 'nobody')).toEqual([])
  })
})

describe('the word that is likeliest said wrongly', () => {
  it('is a name inside of the line, else the longest word', () => {
    expect(likelyWord('A bell rang at Cholmondeley’s gate.')).toBe('Cholmondeley')
    expect(likelyWord('Nobody knew the boatswain.')).toBe('boatswain')
    expect(likelyWord('… 12 –')).toBe('')
  })
})

describe('what the rules made of a line', () => {
  const changed = (shown: string, said: string) =>
    spokenChanges(shown, said)
      .filter(({ isSame }) => !isSame)
      .map((stretch) => [bareWord(stretch.shown), bareWord(stretch.said)])

  it('is told word by word, with what several words became', () => {
    expect(changed('He had 12 swans, Dr. Lee.', 'He had twelve swans, Doctor Lee.')).toEqual([
      ['12', 'twelve'],
      ['Dr', 'Doctor'],
    ])
    expect(changed('In 1923 it was.', 'In nineteen twenty three it was.')).toEqual([
      ['1923', 'nineteen twenty three'],
    ])
    expect(changed('As [1] it is.', 'As it is.')).toEqual([['1', '']])
  })

  it('loses no letter of either text, and takes white space for no difference', () => {
    const [shown, said] = ['One  two,\nthree 4.', 'One two, three four.']
    const stretches = spokenChanges(shown, said)
    expect(stretches.map((stretch) => stretch.shown).join('')).toBe(shown)
    expect(changed(shown, said)).toEqual([['4', 'four']])
  })
})
