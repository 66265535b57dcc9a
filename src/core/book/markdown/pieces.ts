// Markdown in pieces that can be rendered alone: cut at headings, outside fences, never in a paragraph.
import { createLineSplitter } from '../text/lines.ts'

/** A piece is at least so long before a heading may begin the next, and at most so long at all. */
const enough = 128 * 1024
const most = 1024 * 1024

export type Pieces = { push(text: string): string[]; end(): string[] }

const heading = /^ {0,3}#{1,6}(?:\s|$)/
const fence = /^ {0,3}(?:```|~~~)/

export function createPieces(): Pieces {
  const splitter = createLineSplitter()
  let lines: string[] = []
  let characters = 0
  let fenced = false
  let frontMatter: 'maybe' | 'inside' | 'over' = 'maybe'

  const cut = (): string[] => {
    if (lines.length === 0) return []
    const piece = `${lines.join('\n')}\n`
    lines = []
    characters = 0
    return [piece]
  }
  const add = (line: string): string[] => {
    if (frontMatter === 'inside' || (frontMatter === 'maybe' && line.trim() === '---')) {
      const ends = frontMatter === 'inside' && /^(?:---|\.\.\.)\s*$/.test(line)
      frontMatter = ends ? 'over' : 'inside'
      return []
    }
    if (frontMatter === 'maybe' && line.trim() !== '') frontMatter = 'over'
    if (fence.test(line)) fenced = !fenced
    const due =
      characters > most ? line.trim() === '' : characters > enough && !fenced && heading.test(line)
    const done = due || characters > 2 * most ? cut() : []
    lines.push(line)
    characters += line.length + 1
    return done
  }
  return {
    push: (text) => splitter.push(text).flatMap(add),
    end: () => [...splitter.end().flatMap(add), ...cut()],
  }
}
