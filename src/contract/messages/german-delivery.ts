// How a line is delivered, in German.
import type * as english from './english-delivery.ts'

/** How a line is delivered, and where a person sets it. */
export const germanDelivery: typeof english.deliveryWords = {
  tones: {
    whispered: 'geflüstert',
    soft: 'leise',
    loud: 'laut',
    shouted: 'gerufen',
    hurried: 'gehetzt',
    slow: 'langsam',
    happy: 'fröhlich',
    sad: 'traurig',
    angry: 'zornig',
    afraid: 'ängstlich',
    tender: 'zärtlich',
    dry: 'trocken',
  },
  title: 'Tonfall',
  none: 'Keiner: der eigene der Stimme',
  phrase: 'Genauer',
  phraseNote: 'freiwillig, auf Englisch',
  phraseHint: 'Ein paar Worte für Stimmen, die mehr verstehen, etwa „out of breath“.',
  text: 'Mit anderem Tonfall ist es veraltet: Auf Wunsch wird es neu gesprochen. Stimmen, die Anweisungen annehmen, folgen ihm; andere ändern ihr Tempo.',
}
