// The line of a script that a person's words begin with, `NAME: words`, and whether a text is made of them.
import { labelOf } from '../heading-words.ts'

/** A name is short, begins with a capital and is no address; a stage direction may follow it. */
const speech =
  /^\s*(\p{Lu}[\p{L}\p{M}\p{N}'’.&-]*(?: [\p{L}\p{M}\p{N}'’.&#-]+){0,3})\s*(?:\([^()\n]{1,80}\)|\[[^[\]\n]{1,80}\])?\s*:\s+\S/u

/** Who speaks in a line; null where nobody begins to. */
export function speakerOf(line: string): string | null {
  const name = speech.exec(line.slice(0, 200))?.[1]
  return name === undefined || name.length > 40 ? null : name
}

/** Who of these speaks in a line, written exactly so; null where none of them begins to. */
export const speakerIn = (line: string, speakers: readonly string[]): string | null =>
  speakers.find((name) => line.startsWith(`${name}: `)) ?? null

/** Where the words of a line begin that has a speaker: behind the colon. */
export const speechBegins = (line: string): number =>
  (speech.exec(line.slice(0, 200))?.[0].search(/:\s+\S$/u) ?? -1) + 1

/** A line of nothing but a stage direction. */
export const isDirection = (line: string): boolean => /^\s*(?:\(.*\)|\[.*\])\s*$/.test(line)

/** `ACT I`, `# Scene 2`, `CHAPTER ONE`: the heading without its signs; null for any other line. */
export function scriptHeading(line: string): { level: number; text: string } | null {
  const marked = /^\s{0,3}(#{1,6})\s+(\S.*?)\s*#*\s*$/.exec(line.slice(0, 300))
  const text = marked?.[2] ?? line.trim()
  if (text === '' || text.length > 160 || (!marked && speakerOf(text) !== null)) return null
  const label = labelOf(text)
  if (label) return { level: label.rank, text }
  return marked ? { level: Math.min(3, marked[1]?.length ?? 1), text } : null
}

const minSpeeches = 6
/** Speeches among all that could be one. */
const minShare = 0.6
/** Keys of a list are named once each; persons speak again. */
const maxNamesShare = 0.5

export function isScript(text: string): boolean {
  const names = new Map<string, number>()
  let others = 0
  let afterBlank = true
  for (const line of text.split('\n', 4000)) {
    const isBlank = line.trim() === ''
    const name = isBlank ? null : speakerOf(line)
    if (name !== null) names.set(name, (names.get(name) ?? 0) + 1)
    else if (!isBlank && afterBlank && !isDirection(line) && !scriptHeading(line)) others += 1
    afterBlank = isBlank
  }
  const speeches = [...names.values()].reduce((sum, count) => sum + count, 0)
  const again = [...names.values()].filter((count) => count > 1).length
  return (
    speeches >= minSpeeches &&
    again >= 2 &&
    names.size <= speeches * maxNamesShare &&
    speeches >= minShare * (speeches + others)
  )
}
