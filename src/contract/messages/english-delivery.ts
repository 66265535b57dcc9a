// How a line is delivered, in English.
import type { Tone } from '../delivery.ts'

const tones: Record<Tone, string> = {
  whispered: 'whispered',
  soft: 'soft',
  loud: 'loud',
  shouted: 'shouted',
  hurried: 'hurried',
  slow: 'slow',
  happy: 'happy',
  sad: 'sad',
  angry: 'angry',
  afraid: 'afraid',
  tender: 'tender',
  dry: 'dry',
}

/** How a line is delivered, and where a person sets it. */
export const deliveryWords = {
  tones,
  title: 'Tone',
  none: 'None: the voice’s own',
  phrase: 'More of it',
  phraseNote: 'optional, in English',
  phraseHint: 'A few words for voices that understand more, such as “out of breath”.',
  text: 'Another tone makes it out of date: it is spoken anew when you want it. Voices that take instructions follow it, others change their pace.',
}
