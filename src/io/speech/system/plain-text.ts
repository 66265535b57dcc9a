// Spoken parts as one line of text that no system's engine takes for a command.
import type { SpokenPart } from '../../../contract/index.ts'

/**
 * Joins the texts; where a part has phonemes its text is spoken, and pauses are the asker's to make.
 * `[[` begins commands on macOS and phonemes in espeak-ng; control characters end the text or worse.
 */
export const plainText = (spoken: readonly SpokenPart[]): string =>
  spoken
    .map((part) => ('text' in part ? part.text : ' '))
    .join('')
    .toWellFormed()
    // oxlint-disable-next-line no-control-regex -- control characters are what this is about
    .replace(/[\u0000-\u001f\u007f-\u009f\u2028\u2029]+/g, ' ')
    .replace(/\[(?=\[)/g, '[ ')
    .trim()

/** Whether there is a letter or digit: engines make noises, or no file at all, of a lone sign. */
export const isSpeakable = (text: string): boolean => /[\p{L}\p{N}]/u.test(text)

/** How much of the text, from its beginning, gives it away. */
const tellingCharacters = 12
/** Shorter ones tell nothing. */
const words = /\p{L}{4,}/gu

/**
 * A program's complaint without what it was to speak, since books are private: up to where it begins to
 * quote the text, and before that without the text's words.
 */
export function withoutText(complaint: string, text: string): string {
  const at = complaint.indexOf(text.slice(0, tellingCharacters))
  const unquoted = at < 0 ? complaint : `${complaint.slice(0, at)}…`
  const own = new Set(text.match(words))
  return unquoted.replace(words, (word) => (own.has(word) ? '…' : word))
}
