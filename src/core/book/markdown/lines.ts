// What Pandoc writes in whole lines: notes, raw blocks, verse, definitions and captions, as plain Markdown.
import { idOfNote } from './renderer.ts'

const fence = /^[ \t>]*(`{3,}|~{3,})(.*)$/
const rawFence = /^[ \t]*\{=\w+\}[ \t]*$/
const definition = /^ {0,3}\[\^([^\]\s]{1,64})\]:[ \t]*(.*)$/
const verse = /^\|(?: (.*))?$/
const delimiter = /^[\s:|]*-[\s:|-]*$/
const isBlank = (line: string | undefined): boolean => line === undefined || line.trim() === ''
const isTable = (line: string | undefined): boolean => /^\s*\|.*\|\s*$/.test(line ?? '')

/** A note with the paragraphs that are set in below its first one; where it ends. */
function takeNote(lines: readonly string[], from: number, out: string[]): number {
  const [, id = '', first = ''] = definition.exec(lines[from] ?? '') ?? []
  const body = [first]
  let at = from + 1
  for (; at < lines.length; at++) {
    const line = lines[at] ?? ''
    const isInset = /^(?: {4}|\t)/.test(line)
    const goesOn = !isBlank(lines[at - 1]) && !definition.test(line) && !/^#|^ {0,3}:::/.test(line)
    if (!isBlank(line) && !isInset && !goesOn) break
    body.push(line.replace(/^(?: {4}|\t)/, ''))
  }
  out.push('', `<div class="footnote" id="${idOfNote(id)}">`, '', ...body, '', '</div>', '')
  return at
}

/** Lines that begin with a bar: verse, unless they are a table's; where it ends. */
function takeVerse(lines: readonly string[], from: number, out: string[]): number {
  let at = from
  while (verse.test(lines[at] ?? '')) at += 1
  const run = lines.slice(from, at)
  const isRows = run.some((line) => isTable(line) || delimiter.test(line))
  if (isRows || delimiter.test(lines[at] ?? '')) out.push(...run)
  else {
    const words = run.map((line) => (verse.exec(line)?.[1] ?? '').trim())
    out.push('', ...words.map((line, index) => (line && words[index + 1] ? `${line}\\` : line)), '')
  }
  return at
}

/** The lines of a block that is of another format end where its fence does. */
function endOfFence(lines: readonly string[], from: number, mark: string): number {
  const close = new RegExp(`^[ \\t>]*${mark[0]}{${mark.length},}[ \\t]*$`)
  const end = lines.findIndex((line, at) => at > from && close.test(line))
  return end < 0 ? lines.length : end + 1
}

/** Notes become divisions with an id; raw blocks go; the signs of the others go. */
export function plainLines(lines: readonly string[]): string[] {
  const out: string[] = []
  for (let at = 0; at < lines.length;) {
    const line = lines[at] ?? ''
    const [, mark, info = ''] = fence.exec(line) ?? []
    const before = isBlank(lines[at - 1]) ? lines[at - 2] : lines[at - 1]
    if (mark !== undefined) {
      const end = endOfFence(lines, at, mark)
      if (rawFence.test(info)) out.push(/^[ \t]*>/.test(line) ? '>' : '')
      else out.push(...lines.slice(at, end))
      at = end
    } else if (definition.test(line)) at = takeNote(lines, at, out)
    else if (verse.test(line)) at = takeVerse(lines, at, out)
    else {
      const after = isBlank(lines[at + 1]) ? lines[at + 2] : lines[at + 1]
      const isCaption = isTable(before) || isTable(after)
      if (isCaption && /^(?:Table)?: *\S/.test(line))
        out.push('', line.replace(/^(?:Table)?: */, ''), '')
      else if (/^ {0,3}: +\S/.test(line) && !isBlank(before))
        out.push('', line.replace(/^ {0,3}: +/, ''))
      else out.push(line)
      at += 1
    }
  }
  return out
}
