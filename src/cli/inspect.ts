// lectern inspect: what Lectern finds in a book. Makes no sound and leaves nothing behind.
import { nameOfPath } from '../core/base/name-of-path.ts'
import { resolve } from 'node:path'
import {
  leftOutWords,
  matterReasons,
  warningSentences,
  type BookHeader,
  type Chapter,
  type LeftOutReason,
  type ReadWarning,
  type Segment,
} from '../contract/index.ts'
import { fail } from '../core/base/failure-error.ts'
import { segmentChapter } from '../core/segment/segment-chapter.ts'
import { countText } from '../core/segment/count-text.ts'
import { createBookReader } from '../io/books/book-reader.ts'
import { systemClock } from '../io/clock.ts'
import { workerEntries } from '../io/places.ts'
import { dataFolderAt } from '../io/data-folder.ts'
import { defaultDataRoot } from '../io/system-places.ts'
import { settingsInForce } from '../io/settings-file.ts'
import { readOptions } from '../io/command-line/options.ts'
import { printJson, printLine } from '../io/command-line/report.ts'
import type { Runtime } from '../io/runtime.ts'

const options = {
  json: { type: 'boolean' },
  text: { type: 'boolean' },
  segments: { type: 'boolean' },
} as const

type Found = {
  header: BookHeader
  chapters: { chapter: Chapter; segments: Segment[] }[]
  warnings: ReadWarning[]
  sha256: string
  seconds: number
  /** Of the process that reads. */
  peakRssBytes: number
}

export async function inspect(args: string[], runtime: Runtime): Promise<number> {
  const { values, positionals } = readOptions(args, options, { min: 1, max: 1 })
  const found = await read(resolve(positionals[0] ?? ''), runtime)
  if (values.text) printText(found)
  else if (values.segments) printSegments(found, values.json ?? false)
  else if (values.json) printJson(describe(found))
  else printForPeople(found)
  return 0
}

async function read(path: string, runtime: Runtime): Promise<Found> {
  const reader = createBookReader({
    launch: runtime.launch,
    entry: workerEntries(runtime.entryUrl).reader,
    clock: systemClock,
    settings: () => settingsInForce(dataFolderAt(defaultDataRoot()).settings),
  })
  const found: Omit<Found, 'header'> & { header: BookHeader | null } = {
    header: null,
    chapters: [],
    warnings: [],
    sha256: '',
    seconds: 0,
    peakRssBytes: 0,
  }
  const began = performance.now()
  for await (const event of reader.read(path, new AbortController().signal)) {
    if (event.kind === 'header') found.header = event.header
    if (event.kind === 'warning') found.warnings.push(event.warning)
    if (event.kind === 'end') {
      found.sha256 = event.sha256
      found.peakRssBytes = event.peakRssBytes ?? 0
    }
    if (event.kind !== 'chapter') continue
    const id = `c${found.chapters.length + 1}`
    const segments = segmentChapter(event.chapter, id, found.header?.language ?? 'und')
    found.chapters.push({ chapter: event.chapter, segments })
  }
  found.seconds = (performance.now() - began) / 1000
  const { header } = found
  const name = nameOfPath(path)
  if (!header || found.chapters.every(({ segments }) => segments.length === 0))
    throw fail('book-without-text', { name })
  return { ...found, header }
}

const isSpoken = ({ chapter, segments }: Found['chapters'][number]) =>
  chapter.spoken && segments.some(({ spoken, leftOut }) => spoken.length > 0 && !leftOut)

const textsOf = ({ blocks }: Chapter): string[] =>
  blocks.filter(({ leftOut }) => !leftOut).map(({ text }) => text)

/** How many lines are left out, by reason. */
function countLeftOut(found: Found): Partial<Record<LeftOutReason, number>> {
  const counts: Partial<Record<LeftOutReason, number>> = {}
  for (const { chapter } of found.chapters)
    for (const { leftOut } of chapter.blocks)
      if (leftOut) counts[leftOut] = (counts[leftOut] ?? 0) + 1
  return counts
}

/** Note marks taken out of the text. */
const countNotes = (found: Found): number =>
  found.chapters.reduce(
    (sum, { chapter }) =>
      chapter.blocks.reduce((marks, { noteMarks }) => marks + (noteMarks?.length ?? 0), sum),
    0,
  )

function describe(found: Found): object {
  const { format, title, authors, language, series } = found.header
  const texts = found.chapters.flatMap(({ chapter }) => textsOf(chapter))
  const counts = found.chapters.map(({ chapter }) => countText(textsOf(chapter)))
  const total = {
    words: counts.reduce((sum, { words }) => sum + words, 0),
    characters: counts.reduce((sum, { characters }) => sum + characters, 0),
  }
  const letters = texts.reduce((sum, text) => sum + countLetters(text), 0)
  return {
    title,
    authors,
    language,
    ...(series !== undefined && { series }),
    format,
    sha256: found.sha256,
    letters,
    ...total,
    segments: found.chapters.reduce((sum, { segments }) => sum + segments.length, 0),
    chapters: found.chapters.map((row, index) => {
      const { chapter, segments } = row
      const blocks = textsOf(chapter)
      return {
        title: chapter.title,
        level: chapter.level,
        matter: chapter.matter,
        spoken: isSpoken(row),
        ...(isSpoken(row) ? {} : { reason: whyUnspoken(row) }),
        ...counts[index],
        segments: segments.length,
        first: blocks.join(' ').split(/\s+/).filter(Boolean).slice(0, 12).join(' '),
      }
    }),
    leftOut: countLeftOut(found),
    notes: countNotes(found),
    warnings: found.warnings,
    seconds: Math.round(found.seconds * 1000) / 1000,
    peakRssBytes: found.peakRssBytes,
  }
}

/** Letters and digits, in code points; without a list of them, for a book has millions. */
function countLetters(text: string): number {
  const rest = text.replace(/[^\p{L}\p{N}]+/gu, '')
  return rest.length - (rest.match(/[\ud800-\udbff]/g)?.length ?? 0)
}

/** In one short word; a chapter of the body that the book keeps out of its own order has one too. */
function whyUnspoken({ chapter }: Found['chapters'][number]): string {
  const reason = matterReasons[chapter.matter]
  return reason || (chapter.spoken ? 'no text' : 'outside the reading order')
}

function printText(found: Found): void {
  for (const { chapter } of found.chapters) printLine(`${textsOf(chapter).join('\n\n')}\n`)
}

function printSegments(found: Found, json: boolean): void {
  for (const { segments } of found.chapters) {
    for (const { id, text, ...segment } of segments) {
      const { spoken } = segment.leftOut ? { spoken: [] } : (segment.normalised ?? segment)
      if (json) printJson({ id, text, spoken })
      else printLine(`${id}\t${text.trim()}\t${spokenText(spoken)}`)
    }
  }
}

const spokenText = (parts: Segment['spoken']): string =>
  parts
    .map((part) => ('text' in part ? part.text : ' '))
    .join('')
    .trim()

function printForPeople(found: Found): void {
  const { title, authors, language } = found.header
  printLine(`${title}${authors.length > 0 ? ` — ${authors.join(', ')}` : ''} (${language})`)
  for (const [index, row] of found.chapters.entries()) {
    const { chapter } = row
    const { words } = countText(textsOf(chapter))
    const reason = isSpoken(row) ? '' : `  (not spoken: ${whyUnspoken(row)})`
    const indent = '  '.repeat(chapter.level - 1)
    printLine(
      `${String(index + 1).padStart(4)}  ${indent}${chapter.title}  ${words} words${reason}`,
    )
  }
  for (const [reason, count] of Object.entries(countLeftOut(found)))
    printLine(`  - left out: ${count} × ${leftOutWords[reason as LeftOutReason]}`)
  const marks = countNotes(found)
  if (marks > 0) printLine(`  - note marks: ${marks}`)
  for (const warning of found.warnings)
    printLine(`  ! ${warningSentences[warning.code](warning.params)}`)
}
