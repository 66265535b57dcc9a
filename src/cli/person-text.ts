// How a character is to be thought of, on a line of the terminal.
import type { CharacterDescription } from '../contract/index.ts'

/** `she, young, low and unhurried`: what is not known is left out. */
export const personText = ({ gender, age, phrase }: CharacterDescription): string =>
  [gender, age, phrase].filter((word) => word !== '' && word !== 'unknown').join(', ')
