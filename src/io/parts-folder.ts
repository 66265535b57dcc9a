// The hidden folder in which an export of several files grows: how it is called, and what it stands for.
import { randomBytes } from 'node:crypto'
import { basename, dirname, join } from 'node:path'

/** Of a target's name so much stays readable; with the rest no file system finds it too long. */
const readableCharacters = 40

/** Beside the target, on its disk; another one each time. */
export function partsFolderFor(target: string): string {
  const stem = Array.from(basename(target)).slice(0, readableCharacters).join('')
  return join(dirname(target), `.${stem}.${randomBytes(4).toString('hex')}.parts`)
}

/** What a person knows of a folder: of a hidden one the folder that it lies in. */
export const knownFolder = (folder: string): string =>
  /^\..*\.[0-9a-f]{8}\.parts$/s.test(basename(folder)) ? dirname(folder) : folder
