// How long a text will sound, before any voice has said it.
import type { ChapterEntry } from '../../../contract/index.ts'

/** What most voices speak, about. */
const charactersPerSecond = 15

export const secondsOf = ({ characters }: ChapterEntry): number => characters / charactersPerSecond
