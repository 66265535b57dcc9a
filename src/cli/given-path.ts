// What was given as a path, in the caller's folder.
import { resolve } from 'node:path'

export const givenPath = (words: string | undefined): string | undefined =>
  words === undefined ? undefined : resolve(words)
