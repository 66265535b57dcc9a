// What is a quotation and what is not: marks, apostrophes, names of things.
import { describe, expect, test } from 'vitest'
import { castOf } from './speakers.ts'

const wordsOf = (texts: readonly string[], language = 'en') =>
  castOf(texts, language).said.map(({ words }) => words)

describe('quotation marks', () => {
  test.each([
    ['curly', '“Go,” said Nora.', '“Go,”', 'en'],
    ['straight', '"Go," said Nora.', '"Go,"', 'en'],
    ['single curly', '‘Go,’ said Nora.', '‘Go,’', 'en'],
    ['single straight', "'Go,' said Nora.", "'Go,'", 'en'],
    ['German', '„Geh“, sagte Nora.', '„Geh“', 'de'],
    ['German with straight ends', '„Geh", sagte Nora.', '„Geh"', 'de'],
    ['guillemets that point inwards', '»Geh«, sagte Nora.', '»Geh«', 'de'],
    ['guillemets that point outwards', '«Geh», sagte Nora.', '«Geh»', 'de-CH'],
    ['French', '« Va », dit Nora.', '« Va »', 'fr'],
    ['Spanish', '«Ve», dijo Nora.', '«Ve»', 'es'],
    ['of an unknown language', '“Go,” said Nora.', '“Go,”', 'und'],
  ])('%s', (_, text, words, language) => {
    expect(wordsOf([text], language)).toEqual([words])
  })

  test('of the other kind inside are not another quotation', () => {
    expect(wordsOf(['“He said ‘no’ and left,” said Nora.'])).toEqual(['“He said ‘no’ and left,”'])
    expect(wordsOf(['‘He said “No!” and left,’ said Nora.'])).toEqual(['‘He said “No!” and left,’'])
  })

  test('that are apostrophes open and close nothing', () => {
    const texts = [
      "'It's the boys' room, isn't it?' said Nora. 'Don't go.'",
      "They drove 'em home in the rock 'n' roll days of '59.",
    ]
    expect(wordsOf(texts)).toEqual(["'It's the boys' room, isn't it?'", "'Don't go.'"])
  })

  test('that nothing closes end with their paragraph', () => {
    const texts = ['“Go,” said Nora. “And then', 'It rained.', '“Yes,” said Ben.']
    expect(wordsOf(texts).at(-1)).toBe('“Yes,”')
  })
})

describe('no speech', () => {
  test.each([
    ['the name of a house', 'They met at the “Blue Boar” at noon.'],
    ['a word in doubt', 'His “friends” had left him.'],
    ['what a thing is called', 'The hut was called “the palace” by all.'],
    ['an old saying inside a sentence', 'She had what he called “a good eye” for weather.'],
  ])('%s', (_, text) => {
    expect(wordsOf([text])).toEqual([])
  })

  test('but a short cry is, and so is a word with a tag', () => {
    expect(wordsOf(['“Rain!”', '“Rain,” said Nora.', 'Nora said “rain”.'])).toContain('“Rain!”')
  })
})

describe('a paragraph made to keep it busy ends', () => {
  test.each([
    ['opening marks', '‘a “b '.repeat(20_000), 'en'],
    ['marks without end', '“a '.repeat(20_000), 'en'],
    ['tags', '— a, dit-il. '.repeat(5_000), 'fr'],
    ['tags inside marks', `« ${'a, dit-il, '.repeat(5_000)}»`, 'fr'],
    ['names without end', 'Ann and '.repeat(20_000), 'en'],
    ['adjectives', `“Go,” said the ${'red, '.repeat(20_000)}`, 'en'],
  ])('of %s', (_, text, language) => {
    expect(castOf([text], language).quotations.length).toBeLessThanOrEqual(text.length)
  })
})
