// Notes → sections, each one call: cut at headings, then between paragraphs, none longer than a model may be shown.
import { headingLine, type HeadingLine } from './heading-line.ts'

export type NotesSection = {
  /** The heading that it stands below; empty where there is none. */
  heading: string
  /** Which part of what stands below that heading, from 1. */
  part: number
  parts: number
  /** Its notes, headings within it included, its own left out. */
  notes: string
}

/** Letters of one section: few enough for a small model's window, enough to say something about. */
const mostLetters = 6000
const mostHeading = 200

const lineBreak = /\r\n|[\n\r\u2028\u2029]/

/** Nothing is lost: every letter of the notes but headings' signs is in one section, in order. */
export function sectionsOf(notes: string): NotesSection[] {
  const lines = notes.split(lineBreak)
  return below('', lines, 1)
}

/** The first heading of all, else the first line. */
export function titleOfNotes(notes: string): string {
  const lines = notes.split(lineBreak, 400)
  const heading = lines.map((line) => headingLine(line)?.text).find((text) => text)
  const first = heading ?? lines.find((line) => line.trim() !== '') ?? ''
  return first.trim().slice(0, mostHeading)
}

/** What stands below one heading: whole where one call can hold it, else by its own headings, else by paragraphs. */
function below(heading: string, lines: readonly string[], level: number): NotesSection[] {
  const levels = lines.flatMap((line) => headingIn(line)?.level ?? [])
  const next = levels.reduce((least, each) => (each >= level ? Math.min(least, each) : least), 7)
  const isWhole = lettersOf(lines) <= mostLetters
  // Of a first level each heading is a section; deeper ones are cut only where they must be.
  if (next > 6 || (isWhole && heading !== '')) return pieces(heading, lines)
  const sections: NotesSection[] = []
  let name = heading
  let gathered: string[] = []
  /** A heading that has nothing but others below it is shown in front of the first of them. */
  let lead = ''
  const flush = () => {
    const isEmpty = gathered.every((line) => line.trim() === '')
    if (isEmpty && name === heading) lead = heading
    else {
      sections.push(...below(lead === '' ? name : `${lead}: ${name}`, gathered, next + 1))
      lead = ''
    }
    gathered = []
  }
  for (const line of lines) {
    const found = headingIn(line)
    if (found?.level !== next) {
      gathered.push(line)
      continue
    }
    flush()
    name = found.text
  }
  flush()
  return sections
}

/** A longer one is a paragraph. */
function headingIn(line: string): HeadingLine | null {
  const found = headingLine(line)
  return found && found.text.length <= mostHeading ? found : null
}

const lettersOf = (lines: readonly string[]): number =>
  lines.reduce((sum, line) => sum + line.length + 1, 0)

function pieces(heading: string, lines: readonly string[]): NotesSection[] {
  const texts: string[] = []
  let text = ''
  for (const paragraph of paragraphsOf(lines)) {
    if (text !== '' && text.length + paragraph.length + 2 > mostLetters) {
      texts.push(text)
      text = ''
    }
    text += text === '' ? paragraph : `\n\n${paragraph}`
  }
  if (text !== '' || texts.length === 0) texts.push(text)
  return texts.map((notes, index) => ({ heading, part: index + 1, parts: texts.length, notes }))
}

function paragraphsOf(lines: readonly string[]): string[] {
  const paragraphs = lines
    .join('\n')
    .split(/\n[ \t]*(?:\n[ \t]*)+/)
    .map((paragraph) => paragraph.replace(/^\n+/, '').trimEnd())
    .filter((paragraph) => paragraph.trim() !== '')
  return paragraphs.flatMap((paragraph) => cutLong(paragraph))
}

/** A paragraph that no call can hold is cut behind a line, a sentence, a word, and else anywhere. */
function cutLong(paragraph: string): string[] {
  const cut: string[] = []
  let rest = paragraph
  while (rest.length > mostLetters) {
    const head = rest.slice(0, mostLetters)
    const places = [head.lastIndexOf('\n'), head.lastIndexOf('. ') + 1, head.lastIndexOf(' ')]
    const at = places.find((place) => place > mostLetters / 2) ?? wholeLetter(head)
    cut.push(rest.slice(0, at))
    rest = rest.slice(at).replace(/^[\n ]+/, '')
  }
  return rest === '' ? cut : [...cut, rest]
}

/** Never between the two halves of one letter. */
const wholeLetter = (head: string): number =>
  /[\uD800-\uDBFF]$/.test(head) ? head.length - 1 : head.length
