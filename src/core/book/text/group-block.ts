// A group of lines to a block: hard wraps joined, verse told from prose, ornaments made scene breaks.
import type { Block } from '../../../contract/index.ts'
import { cleanText, isOrnament } from '../clean-text.ts'
import { meetUnspaced } from '../unspaced-edges.ts'

/** Lines of a paragraph as one: no space after a hyphen or a dash, none where the script has none between words. */
export function joinLines(lines: readonly string[]): string {
  let text = ''
  let last = ''
  for (const line of lines) {
    const next = line.trim()
    if (next === '') continue
    const end = last.slice(-2)
    const glued =
      last === '' ||
      (/[-—]$/.test(end) && /[\p{L}\p{N}]-|--|—/u.test(end)) ||
      meetUnspaced(last, next)
    text += glued ? next : ` ${next}`
    last = next
  }
  return cleanText(text)
}

const indentOf = (line: string): number => line.length - line.trimStart().length

/**
 * Whether the lines were broken on purpose: the next line's first word would still have fitted. In
 * wrapped prose it never does.
 */
export function isVerse(lines: readonly string[], width: number): boolean {
  if (lines.length < 2) return false
  const bare = lines.map((line) => line.trim())
  const indented = lines.every((line) => indentOf(line) >= 2)
  const longest = Math.max(...bare.map((line) => line.length))
  // Prose that is set in from the margin is wrapped at a width of its own.
  const limit = indented ? longest : Math.max(width, longest)
  if (limit === 0 || longest > 90) return false
  let onPurpose = 0
  for (let index = 0; index + 1 < bare.length; index++) {
    const word = (bare[index + 1] ?? '').split(/\s/, 1)[0] ?? ''
    if ((bare[index] ?? '').length + 1 + word.length <= limit - 2) onPurpose += 1
  }
  return onPurpose >= 0.6 * (bare.length - 1)
}

/** Null when nothing is left of the group. */
export function blockOfGroup(lines: readonly string[], width: number): Block | null {
  const text = joinLines(lines)
  if (text === '') return null
  if (isOrnament(text)) return { kind: 'scene-break', text: '' }
  if (width === 0 || !isVerse(lines, width)) return { kind: 'paragraph', text }
  return { kind: 'verse', text: lines.map(cleanText).filter(Boolean).join('\n') }
}
