// Sentences of the people of a book, in English: who is one with whom, and how a voice is to be thought of.
import type { CharacterDescription } from '../cast.ts'

const genders: Record<CharacterDescription['gender'], string> = {
  she: 'she',
  he: 'he',
  unknown: '',
}

const ages: Record<CharacterDescription['age'], string> = {
  child: 'a child',
  young: 'young',
  adult: 'grown up',
  old: 'old',
  unknown: '',
}

export const peopleWords = {
  genders,
  ages,
  same: (name: string, other: string): string => `${name} and ${other} are one person`,
  described: (name: string, description: string): string => `${name}: ${description}`,
  hear: (name: string, isPaid: boolean): string =>
    `Hear a line of ${name}${isPaid ? ' (costs money where it is not spoken yet)' : ''}`,
  stop: (name: string): string => `Stop ${name}`,
  forget: 'Forget the description',
}
