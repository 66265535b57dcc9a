// A text as words: where each stands in the text as it was given, in whatever form its letters are.
import { describe, expect, it } from 'vitest'
import { heardWords } from '../../../src/core/listen/heard-words.ts'

const text = 'Élan! À côté, été Élise: Ça Zoë.'
const japanese = 'ガラスのコップ'

describe.each(['NFC', 'NFD'])('in %s', (form) => {
  it('words are found where they stand', () => {
    const given = text.normalize(form)
    for (const { written, at } of heardWords(given, 'fr'))
      expect(given.slice(at).normalize('NFC').startsWith(written)).toBe(true)
    expect(heardWords(given, 'fr').map(({ written }) => written)).toEqual([
      'Élan',
      'À',
      'côté',
      'été',
      'Élise',
      'Ça',
      'Zoë',
    ])
  })

  it('a name is told from the beginning of a sentence', () => {
    const names = heardWords(text.normalize(form), 'fr').filter(({ isName }) => isName)
    expect(names.map(({ written }) => written)).toEqual(['Élise', 'Zoë'])
  })

  it('letters without spaces are a word each, with their marks', () => {
    const given = japanese.normalize(form)
    const words = heardWords(given, 'ja')
    expect(words.map(({ written }) => written)).toEqual([...japanese])
    expect(words.map(({ at }) => given.slice(at)[0]?.normalize('NFD')[0])).toEqual(
      [...japanese].map((letter) => letter.normalize('NFD')[0]),
    )
  })
})
