// A line that is a heading, as Markdown writes it: `## Winter`, with signs behind it or without.

export type HeadingLine = { level: number; text: string }

/** Null where it is none. In steps, none of which looks at a letter twice: lines may be of any length. */
export function headingLine(line: string): HeadingLine | null {
  const [, signs, rest] = /^\s{0,3}(#{1,6})\s+(\S.*)$/u.exec(line) ?? []
  if (signs === undefined || rest === undefined) return null
  const whole = rest.trimEnd()
  const text = whole.replace(/\s#+$/, '').replace(/\s+/g, ' ').trimEnd()
  return { level: signs.length, text }
}
