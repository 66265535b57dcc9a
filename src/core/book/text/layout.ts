// How a text file is laid out: told once, from its beginning.

/**
 * `wrapped`: paragraphs of several lines with blank lines between them · `indented`: paragraphs begin
 * with an indent · `lines`: every line is a paragraph.
 */
export type Layout = {
  style: 'wrapped' | 'indented' | 'lines'
  /** The width that lines are wrapped at; 0 where they are not. */
  width: number
}

const indent = /^(?: {2,}|\t|\u3000)/

/** Looks at the lines of a sample, some hundred are enough. */
export function detectLayout(lines: readonly string[]): Layout {
  const full = lines.filter((line) => line.trim() !== '')
  if (full.length === 0) return { style: 'wrapped', width: 0 }
  const lengths = full.map((line) => line.trimEnd().length).sort((a, b) => a - b)
  const at = (share: number) =>
    lengths[Math.min(lengths.length - 1, Math.floor(lengths.length * share))] ?? 0
  const width = at(0.9)
  const blankShare = 1 - full.length / lines.length
  const long = full.filter((line) => line.length > 120).length / full.length
  if (long > 0.2) return { style: 'lines', width: 0 }
  if (blankShare > 0.04) return { style: 'wrapped', width }
  const indented = full.filter((line) => indent.test(line)).length / full.length
  if (indented > 0.03 && indented < 0.7) return { style: 'indented', width }
  // Few blank lines, no indents: wrapped only if the lines fill one width.
  const filled = full.filter((line) => line.length > width * 0.75).length / full.length
  return filled > 0.6 && width > 40 ? { style: 'wrapped', width } : { style: 'lines', width: 0 }
}

export const isIndented = (line: string): boolean => indent.test(line)
