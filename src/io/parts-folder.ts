// The hidden folder in which an export of several files grows: how it is called, and what it stands for.
import { randomBytes } from 'node:crypto'
import { basename, dirname, join } from 'node:path'

/** Of a target's name so much stays readable; with the rest no file system finds it too long. */
const readableCharacters = 40

/** How the hidden name begins under which something grows that is not whole yet. */
export const hiddenStem = (target: string): string =>
  `.${Array.from(basename(target)).slice(0, readableCharacters).join('')}.`

/** Beside the target, on its disk; another one each time. */
export const partsFolderFor = (target: string): string =>
  join(dirname(target), `${hiddenStem(target)}${randomBytes(4).toString('hex')}.parts`)

/** What a person knows of a folder: of a hidden one the folder that it lies in. */
export const knownFolder = (folder: string): string =>
  /^\..*\.[0-9a-f]{8}\.parts$/s.test(basename(folder)) ? dirname(folder) : folder
