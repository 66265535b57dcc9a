// The common form of a rule: a pattern, and what is said for each place where it is found.
import type { Rewrite } from '../apply-rewrites.ts'

/** `say` answers null where the place is not sure and stays as it is written. The pattern is global. */
export function rewritesOf(
  text: string,
  pattern: RegExp,
  say: (found: RegExpExecArray) => string | null,
): Rewrite[] {
  const rewrites: Rewrite[] = []
  for (const found of text.matchAll(pattern)) {
    const said = say(found)
    if (said === null || said === found[0]) continue
    rewrites.push({ from: found.index, to: found.index + found[0].length, text: said })
  }
  return rewrites
}
