// Sentences of the people of a book, in German: who is one with whom, and how a voice is to be thought of.
import type { peopleWords } from './english-people.ts'

export const germanPeople: typeof peopleWords = {
  genders: { she: 'sie', he: 'er', unknown: '' },
  ages: { child: 'ein Kind', young: 'jung', adult: 'erwachsen', old: 'alt', unknown: '' },
  same: (name, other) => `${name} und ${other} sind eine Person`,
  described: (name, description) => `${name}: ${description}`,
  hear: (name, isPaid) =>
    `Eine Zeile anhören: ${name}${isPaid ? ' (kostet Geld, wenn sie noch nicht gesprochen ist)' : ''}`,
  stop: (name) => `${name} anhalten`,
  forget: 'Beschreibung vergessen',
}
