// Who speaks in English: speech verbs, pronouns, turns, and what is no speech at all.
import { describe, expect, test } from 'vitest'
import { castOf, speakersOf } from './speakers.ts'

describe('a name beside a verb of speech', () => {
  test.each([
    ['behind it', '“Rain again,” said Nora.'],
    ['before the verb', '“Rain again,” Nora said.'],
    ['with an adverb', '“Rain again,” Nora said quietly, and sat down.'],
    ['after a question', '“Rain again?” asked Nora.'],
    ['before it', 'Then Nora said, “Rain again.”'],
    ['with a colon', 'Nora looked out and said: “Rain again.”'],
    ['behind an aside', '“Rain again,” Nora, who hated it, said.'],
    ['with more of the verb', '“Rain again,” went on Nora.'],
    ['with a verb no table has', '“Rain again,” sploshed Nora.'],
    ['with an adjective', '“Rain again,” said poor Nora.'],
    ['to somebody', '“Rain again,” said Nora to Ben.'],
    ['of whom she asks it', '“Rain again?” Nora asked Ben.'],
  ])('%s speaks', (_, text) => {
    const { said } = castOf([text, 'The rain fell on Nora and on Ben.'])
    expect(said).toEqual([
      { words: expect.stringContaining('Rain again'), speaker: 'Nora', kind: 'speech-verb' },
    ])
  })

  test('speaks both halves of a sentence that it stands in', () => {
    const { said } = castOf(['“I think,” said Mr. Brook, “that we should go.”'])
    expect(said).toEqual([
      { words: '“I think,”', speaker: 'Mr. Brook', kind: 'speech-verb' },
      { words: '“that we should go.”', speaker: 'Mr. Brook', kind: 'speech-verb' },
    ])
  })

  test('speaks what follows in its paragraph, as evidence of another kind', () => {
    const { said } = castOf(['“No,” said Nora. She shook her head. “Never.”'])
    expect(said.map(({ speaker, kind }) => [speaker, kind])).toEqual([
      ['Nora', 'speech-verb'],
      ['Nora', 'continued'],
    ])
  })

  test('does not speak what leads to the next quotation', () => {
    const texts = [
      'Nora ran in, crying: “Oh! Look!” Ben said, without turning: “At what?”',
      'It was dark before Nora.',
    ]
    expect(speakersOf(texts)).toEqual([
      ['“Oh! Look!”', 'Nora'],
      ['“At what?”', 'Ben'],
    ])
  })

  test('does not speak for its owner’s friend', () => {
    const { said } = castOf(['“No,” said Nora’s brother.', 'He took the lamp from Nora.'])
    expect(said[0]).toMatchObject({ speaker: 'Nora’s brother', kind: 'speech-verb-noun' })
  })

  test('is not taken out of two, nor out of a crowd', () => {
    const texts = [
      '“No!” cried Nora and Ben.',
      'Rain fell on Nora and on Ben.',
      '“No!” they all cried.',
    ]
    expect(speakersOf(texts)).toEqual([
      ['“No!”', null],
      ['“No!”', null],
    ])
  })

  test('keeps its offsets in UTF-16, marks included', () => {
    const text = '🌧 Nora said, “Rain.”'
    const { quotations } = castOf([text])
    expect(quotations).toHaveLength(1)
    const [{ paragraph, from, to } = { paragraph: -1, from: 0, to: 0 }] = quotations
    expect([paragraph, text.slice(from, to)]).toEqual([0, '“Rain.”'])
  })
})

describe('without a name', () => {
  test('the one who tells speaks what “I said” says', () => {
    const { said, characters } = castOf(['“No,” I said.', '“Yes,” said I; “of course.”'])
    expect(said.map(({ speaker, kind }) => [speaker, kind])).toEqual([
      ['I', 'speech-verb-narrator'],
      ['I', 'speech-verb-narrator'],
      ['I', 'speech-verb-narrator'],
    ])
    expect(characters[0]).toMatchObject({ id: 'narrator', isNarrator: true, quotations: 3 })
  })

  test('a description speaks, and is the same person the next time', () => {
    const texts = [
      'A ferryman stood there.',
      '“One coin,” said the old ferryman.',
      '“Here,” I said.',
    ]
    const { said } = castOf(texts)
    expect(said[0]).toMatchObject({ speaker: 'the old ferryman', kind: 'speech-verb-noun' })
  })

  test('a pronoun means who was named and bears it', () => {
    const texts = [
      'Mr. Brook stood at the window, and Mrs. Hale beside him.',
      '“It rains,” she said.',
      '“It does,” he said.',
    ]
    expect(speakersOf(texts)).toEqual([
      ['“It rains,”', 'Mrs. Hale'],
      ['“It does,”', 'Mr. Brook'],
    ])
  })

  test('the gender of a name is learned from what is told of it', () => {
    const texts = [
      'Robin took her hat and went out. Robin hurt herself. Lee lost his hat. Lee cut himself.',
      '“Well,” he said.',
      '“Well what?” she said.',
    ]
    expect(speakersOf(texts)).toEqual([
      ['“Well,”', 'Lee'],
      ['“Well what?”', 'Robin'],
    ])
  })

  test('two take turns', () => {
    const texts = [
      '“Where were you?” asked Nora.',
      '“Out,” said Ben.',
      '“Out where?”',
      '“By the river.”',
      '“In this rain?”',
      '“Why not?” said Ben.',
    ]
    const { said } = castOf(texts)
    expect(said.map(({ speaker }) => speaker)).toEqual([
      'Nora',
      'Ben',
      'Nora',
      'Ben',
      'Nora',
      'Ben',
    ])
    expect(said[2]?.kind).toBe('turn')
  })

  test('nobody calls themselves by name', () => {
    const texts = ['“Come,” said Nora.', '“Where?” said Ben.', '“Out, Ben.”']
    expect(speakersOf(texts).at(-1)).toEqual(['“Out, Ben.”', 'Nora'])
  })

  test('who does something beside it speaks', () => {
    const texts = ['“Come,” said Nora.', '“Where?” said Ben.', 'Nora took her coat. “Out.”']
    const { said } = castOf(texts)
    expect(said.at(-1)).toEqual({ words: '“Out.”', speaker: 'Nora', kind: 'beat' })
  })

  test('a paragraph may be the tag of the next one', () => {
    expect(speakersOf(['At last Nora said:', '“We go.”'])).toEqual([['“We go.”', 'Nora']])
  })

  test('nobody is made up', () => {
    const { said } = castOf(['“Is anybody there?”', 'No answer came.'])
    expect(said).toEqual([{ words: '“Is anybody there?”', speaker: null, kind: 'unknown' }])
  })

  test('a break ends the taking of turns', () => {
    const texts = ['“Out,” said Ben.', '“Why?” said Nora.', '', '“Who are you?”']
    expect(speakersOf(texts).at(-1)).toEqual(['“Who are you?”', null])
  })
})

describe('a speech of several paragraphs', () => {
  test('is one person’s to its end', () => {
    const texts = [
      '“It was long ago,” said Nora. “We were young',
      '“and the river was high.”',
      '“Oh,” said Ben.',
    ]
    expect(speakersOf(texts)).toEqual([
      ['“It was long ago,”', 'Nora'],
      ['“We were young', 'Nora'],
      ['“and the river was high.”', 'Nora'],
      ['“Oh,”', 'Ben'],
    ])
  })
})

describe('confidence', () => {
  test('is highest for a name, lower for turns, and 0 where nobody is known', () => {
    const { quotations } = castOf(['“A,” said Nora.', '“B,” said Ben.', '“C.”', '', '“D!”'])
    const [nora, , turn, unknown] = quotations.map(({ confidence }) => confidence)
    expect(nora).toBeGreaterThan(0.97)
    expect(turn).toBeLessThan(nora ?? 0)
    expect(turn).toBeGreaterThan(0.5)
    expect(unknown).toBe(0)
  })
})

test('a text without quotations has no speakers', () => {
  expect(castOf(['Nora said that it rained.', '']).quotations).toEqual([])
})
