// What lies beside a file of sound: its name is none that a book's own file has there.
import type { CaptionFormat } from './export-wish.ts'

/** A book may be called `NAME.txt`, and lies where its audiobook goes: labels say what they are. */
export const captionsName = (file: string, format: CaptionFormat): string =>
  `${stemOf(file)}.${captionEndings[format]}`

const captionEndings: Record<CaptionFormat, string> = {
  ...{ srt: 'srt', vtt: 'vtt', 'vtt-words': 'vtt', labels: 'labels.txt' },
}

/** A book may be called `NAME.epub`. `stem` is the name of an export, without its ending. */
export const readAlongName = (stem: string): string => `${stem}.read-along.epub`

/** A file's name without its ending. */
export const stemOf = (file: string): string => file.replace(/\.[^.]+$/, '')
