// Initials and capitals with stops: J. R. R. Tolkien, U.S.A.
import type { Rewrite } from '../apply-rewrites.ts'
import { rewritesOf } from './rewrites-of.ts'
import type { SentenceEnd } from './sentence-end.ts'

const dotted = /(?<![\p{L}\p{N}.])(?:\p{Lu}\.){2,}(?![\p{L}\p{N}])/gu
const glued = /(?<![\p{L}\p{N}.])(?:\p{Lu}\.){2,}(?=\p{Lu}\p{Ll})/gu
const initials =
  /(?<![\p{L}\p{N}.’'&-]|[°′″]\s?)\p{Lu}\.(?:\s\p{Lu}\.)*(?=\s\p{Lu}(?!\.)|-\p{Lu})|(?<![\p{L}\p{N}.’'&-]|[°′″]\s?)\p{Lu}\.(?:\s\p{Lu}\.)+(?!\p{L})/gu

const spell = (letters: string) => [...letters.replace(/[^\p{L}]/gu, '')].join(' ')

/**
 * `mayEnd` finds, at the end of what stands before, words behind which a single capital is no initial:
 * plan B, vitamin C.
 */
export function sayInitials(
  text: string,
  { stopAt, isStarter }: SentenceEnd,
  mayEnd: RegExp,
): Rewrite[] {
  return [
    ...rewritesOf(
      text,
      dotted,
      ({ 0: found, index }) => spell(found) + stopAt(text, index + found.length),
    ),
    ...rewritesOf(text, glued, ([found]) => `${spell(found)} `),
    ...rewritesOf(text, initials, ({ 0: found, index }) => {
      const end = index + found.length
      // `P M. Rome`: letters that are spelled out already.
      const before = text.slice(Math.max(0, index - 16), index)
      if (/(?<!\p{L})(?!I)\p{Lu}\s$/u.test(before)) return null
      const next = /^[\s-](\p{Lu}[\p{L}’']*)/u.exec(text.slice(end, end + 30))?.[1] ?? ''
      if (found.length === 2) {
        // `So do I. The man`, `vitamin C. It`: perhaps an end. Left as it is.
        if (found === 'I.' || next === '' || isStarter(next) || mayEnd.test(before)) return null
      }
      return spell(found) + stopAt(text, end)
    }),
  ]
}
