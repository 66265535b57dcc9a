import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { createSentenceSplitter } from '../../../src/core/segment/sentences.ts'

/** Sentences are written with a bar between them. */
const cases: Record<string, string[]> = {
  en: [
    'Mr. Smith met Mrs. J. H. Watson. |Dr. No was out.',
    'She lives on St. James Road. |He does not.',
    '“Stop!” he cried. |“Why?” she asked.',
    '"Go!" said he. |"Now," she said.',
    'So do I. |The end.',
    'It was plan B. |Then came plan C.',
    'At 5 p.m. the train left. |At 6 p.m. |The rain came.',
    'See No. 5 and vol. II of it. |No. |I said no.',
    'The U.S. Army came. |He left the U.S. |It was over.',
    'He went (so it is said.) |Nobody saw him.',
    '1. The first. |2. The second.',
    'I. A Scandal in Bohemia',
    'He paid $1.50 for it. |It cost 3.5 times more.',
    'He had pens, paper, etc. and left. |Good.',
    'Wait... what? |Yes.',
    'Messrs. Brown & Co. were here. |They left.',
    'e.g. this one. |And i.e. that one.',
    'In chap. IV he dies. |In the next he lives.',
    'A decent chap. |I know him well. |See vol. I of it.',
    'By P. G. Wodehouse. |It is good.',
  ],
  de: [
    'Am 19. Mai kam Hr. Dr. Meier an. |Er blieb.',
    'Der 2. Weltkrieg und das 19. Jahrhundert. |Ende.',
    'Er war 19. |Dann ging er.',
    '„Nein.“ |„Ja.“ |„Halt!“ rief er.',
    '»Halt!« rief er. |»Nein.« |»Ja.«',
    'Das gilt z. B. für Menschen, d. h. für alle. |Gut.',
    'Ludwig XIV. regierte lange. |Die Zeit verging.',
    'Es waren ca. 50 Leute, Kinder usw. |Und dann nicht mehr.',
    'Im Jahr 1990. |Die Mauer fiel.',
  ],
  fr: [
    '« Non ! » dit-il. |« Oui. » |Il partit.',
    '— Bonjour. |— Salut ! |— Adieu, dit M. Dupont.',
    'M. Dupont et Mme. Martin vinrent. |Ils burent.',
    'Il dit : « Oui. » |Elle rit.',
    'Il lut le vol. 3. |Puis il dormit.',
  ],
  es: [
    '—¡No! —gritó él. |—Adiós.',
    '¿Qué? |¡Ya!',
    'El Sr. López y la Dra. Ruiz llegaron. |Ud. no estaba.',
    '«¡Alto!», dijo. |Luego se fue.',
  ],
  ja: ['彼は言った。|「そうだ。」|「いや。」'],
  zh: ['他说。|“是。”|“不。”|他走了。'],
  'x-not-a-language': ['One sentence. |Two.'],
  '': ['Mr. Who came. |Good.'],
}

describe.each(Object.entries(cases))('sentences in %j', (language, texts) => {
  test.each(texts)('%s', (text) => {
    const expected = text.split('|')
    expect(createSentenceSplitter(language)(expected.join(''))).toEqual(expected)
  })
})

/** What makes sentence ends hard, in any order. */
const hard =
  'Mr.|z. B.|J.|I.|19.|etc.|...|…|!|?|。|。「|」|“|”|« | »|"|\'|(|)|—|— |\n|  | |\t|\u00a0|\u00ad|' +
  '\u200b|word|Word|été|他说|😀|👨‍👩‍👧|\ud800|1.5|*|_so_|[12]|\u0301|\0'
const fragment = fc.constantFrom(...hard.split('|'))
const anyText = fc.array(fc.oneof(fragment, fc.string({ unit: 'binary', maxLength: 4 })))

test.each(['en', 'de', 'fr', 'es', 'ja', 'ru'])('nothing is lost or doubled (%s)', (language) => {
  const split = createSentenceSplitter(language)
  fc.assert(
    fc.property(anyText, (fragments) => {
      const text = fragments.join('')
      const sentences = split(text)
      expect(sentences.join('')).toBe(text)
      expect(sentences.every((sentence) => sentence !== '')).toBe(true)
    }),
    { numRuns: 300 },
  )
})
