// Holds a table of written and spoken sentences against the rules of a language.
import { spokenOf } from '../../../../src/core/segment/spoken-of.ts'

/** What a voice is asked to say that does not read numbers and short forms itself. */
export function said(written: string, language: string): string {
  const { spoken, normalised } = spokenOf(written, language)
  return (normalised?.spoken ?? spoken).map((part) => ('text' in part ? part.text : '')).join('')
}

export type Score = { right: number; all: number; wrong: string[] }

export function score(
  language: string,
  cases: readonly (readonly [written: string, spoken: string])[],
  traps: readonly string[],
): Score {
  const table = [...cases, ...traps.map((text) => [text, text] as const)]
  const wrong = table.flatMap(([written, expected]) => {
    const got = said(written, language)
    return got === expected ? [] : [`${written}\n    wanted ${expected}\n    said   ${got}`]
  })
  return { right: table.length - wrong.length, all: table.length, wrong }
}
