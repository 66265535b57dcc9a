// Lines to groups: what stands together between blank lines, indents or line ends.
import { textLimits } from '../limits.ts'
import { isIndented, type Layout } from './layout.ts'

export type LineGroup = {
  lines: string[]
  /** Blank lines before it. */
  blanks: number
}

export type Grouper = {
  /** The groups that the line completes: none or one. */
  push(line: string): LineGroup | null
  end(): LineGroup | null
}

export function createGrouper(layout: Layout): Grouper {
  let lines: string[] = []
  let characters = 0
  /** Blank lines since the last line with text; the beginning counts as many. */
  let blanks = 99
  let blanksBefore = 0

  const finish = (): LineGroup | null => {
    if (lines.length === 0) return null
    const group = { lines, blanks: blanksBefore }
    lines = []
    characters = 0
    return group
  }
  const begins = (line: string): boolean => {
    if (layout.style === 'lines') return true
    if (layout.style === 'indented') return isIndented(line)
    return characters > textLimits.maxBlockCharacters
  }
  return {
    push(line) {
      if (line.trim() === '') {
        blanks += 1
        return finish()
      }
      const done = begins(line) ? finish() : null
      if (lines.length === 0) blanksBefore = blanks
      blanks = 0
      lines.push(line)
      characters += line.length
      return done
    },
    end: finish,
  }
}
