// Dialogue in German, French and Spanish: their verbs, their dashes, tags inside the marks.
import { describe, expect, test } from 'vitest'
import { castOf, speakersOf } from './speakers.ts'

describe('German', () => {
  test('tells by verb and name, in either order', () => {
    const texts = [
      'Nora trat ans Fenster. „Es regnet“, sagte sie. „Schon wieder.“',
      '„Dann bleiben wir“, antwortete Herr Brandt.',
      'Der alte Fischer rief: „Kommt herein!“',
      '„Nein“, sagte Nora leise, „wir gehen.“',
      '„Ich nicht“, sagte ich.',
    ]
    expect(speakersOf(texts, 'de')).toEqual([
      ['„Es regnet“', 'Nora'],
      ['„Schon wieder.“', 'Nora'],
      ['„Dann bleiben wir“', 'Herr Brandt'],
      ['„Kommt herein!“', 'der alte Fischer'],
      ['„Nein“', 'Nora'],
      ['„wir gehen.“', 'Nora'],
      ['„Ich nicht“', 'I'],
    ])
  })

  test('takes no noun for a name', () => {
    const texts = [
      'Die Tür ging auf. Eine Tür knarrte.',
      '„Herein“, rief die Wirtin.',
      '„Wer ist da?“',
    ]
    const { characters } = castOf(texts, 'de')
    expect(characters.map(({ name }) => name)).toEqual(['die Wirtin'])
  })
})

describe('a speaker with a title', () => {
  test.each([
    ['de', 'Da sagte Herr Weber: »Danke.«', 'Herr Weber'],
    ['fr', '— Merci, répondit Mme Duval.', 'Mme Duval'],
    ['es', '—Gracias —repuso el señor Pérez.', 'Señor Pérez'],
    ['en', '“Thanks,” said Dr. van Houten.', 'Dr. van Houten'],
  ])('of %s is read whole', (language, text, speaker) => {
    expect(speakersOf([text], language)).toEqual([[expect.any(String), speaker]])
  })
})

describe('French', () => {
  test('tells inside the marks', () => {
    expect(speakersOf(['« Bonjour, dit Nora en entrant, il pleut. »'], 'fr')).toEqual([
      ['« Bonjour,', 'Nora'],
      ['il pleut. »', 'Nora'],
    ])
  })

  test('opens with dashes, and turns verb and pronoun round', () => {
    const texts = [
      '— Il pleut, dit Nora.',
      '— Encore ! s’écria M. Dupont.',
      '— Oui, répondit-elle. Restons.',
      '« Je ne sais pas », dis-je.',
    ]
    expect(speakersOf(texts, 'fr')).toEqual([
      ['— Il pleut,', 'Nora'],
      ['— Encore !', 'M. Dupont'],
      ['— Oui,', 'Nora'],
      ['Restons.', 'Nora'],
      ['« Je ne sais pas »', 'I'],
    ])
  })
})

describe('Spanish', () => {
  test('opens behind what is told, and drops pronouns', () => {
    const texts = ['—Voy —dijo Juan.', '—No, espera —dijo María.', 'Juan se levantó. —¿Por qué?']
    expect(speakersOf(texts, 'es').at(-1)).toEqual(['—¿Por qué?', 'Juan'])
    expect(speakersOf([...texts, '—Porque sí —dijo.'], 'es').at(-1)).toEqual([
      '—Porque sí',
      'María',
    ])
  })

  test('opens with dashes and tells between them', () => {
    const texts = [
      '—Llueve —dijo Juan—. No salgamos.',
      '—¿Otra vez? —preguntó doña Elena, riendo.',
      'El viejo dijo: «Vengan».',
      '“No importa”, contestó Juan.',
    ]
    expect(speakersOf(texts, 'es')).toEqual([
      ['—Llueve', 'Juan'],
      ['No salgamos.', 'Juan'],
      ['—¿Otra vez?', 'Doña Elena'],
      ['«Vengan»', 'el viejo'],
      ['“No importa”', 'Juan'],
    ])
  })
})
