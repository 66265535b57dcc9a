// lectern inspect: what Lectern finds in a book. Makes no sound and leaves nothing behind.
import { join, resolve } from 'node:path'
import {
  matterReasons,
  warningSentences,
  type BookHeader,
  type Chapter,
  type ReadWarning,
  type Segment,
} from '../contract/index.ts'
import { fail } from '../core/base/failure-error.ts'
import { segmentChapter } from '../core/segment/segment-chapter.ts'
import { countText } from '../core/segment/count-text.ts'
import { createBookReader } from '../io/books/book-reader.ts'
import { systemClock } from '../io/clock.ts'
import { workerEntries } from '../io/places.ts'
import { forkProcess } from '../io/process/fork.ts'
import { defaultDataRoot } from '../io/default-data-root.ts'
import { settingsInForce } from '../io/settings-file.ts'
import { readOptions } from '../io/command-line/options.ts'
import { printJson, printLine } from '../io/command-line/report.ts'

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
}

export async function inspect(args: string[], entryUrl: string): Promise<number> {
  const { values, positionals } = readOptions(args, options, { min: 1, max: 1 })
  const found = await read(resolve(positionals[0] ?? ''), entryUrl)
  if (values.text) printText(found)
  else if (values.segments) printSegments(found, values.json ?? false)
  else if (values.json) printJson(describe(found))
  else printForPeople(found)
  return 0
}

async function read(path: string, entryUrl: string): Promise<Found> {
  const reader = createBookReader({
    launch: forkProcess,
    entry: workerEntries(entryUrl).reader,
    clock: systemClock,
    settings: () => settingsInForce(join(defaultDataRoot(), 'settings.json')),
  })
  const found: Omit<Found, 'header'> & { header: BookHeader | null } = {
    header: null,
    chapters: [],
    warnings: [],
    sha256: '',
  }
  for await (const event of reader.read(path, new AbortController().signal)) {
    if (event.kind === 'header') found.header = event.header
    if (event.kind === 'warning') found.warnings.push(event.warning)
    if (event.kind === 'end') found.sha256 = event.sha256
    if (event.kind !== 'chapter') continue
    const id = `c${found.chapters.length + 1}`
    const segments = segmentChapter(event.chapter, id, found.header?.language ?? 'und')
    found.chapters.push({ chapter: event.chapter, segments })
  }
  const { header } = found
  const name = path.split(/[\\/]/).at(-1) ?? path
  if (!header || found.chapters.every(({ segments }) => segments.length === 0))
    throw fail('book-without-text', { name })
  return { ...found, header }
}

const isSpoken = ({ chapter, segments }: Found['chapters'][number]) =>
  chapter.spoken && segments.some(({ spoken }) => spoken.length > 0)

function describe(found: Found): object {
  const { format, title, authors, language } = found.header
  const texts = found.chapters.flatMap(({ chapter }) => chapter.blocks.map(({ text }) => text))
  const total = countText(texts)
  const letters = texts.reduce((sum, text) => sum + (text.match(/[\p{L}\p{N}]/gu)?.length ?? 0), 0)
  return {
    title,
    authors,
    language,
    format,
    sha256: found.sha256,
    letters,
    ...total,
    segments: found.chapters.reduce((sum, { segments }) => sum + segments.length, 0),
    chapters: found.chapters.map((row) => {
      const { chapter, segments } = row
      const blocks = chapter.blocks.map(({ text }) => text)
      return {
        title: chapter.title,
        level: chapter.level,
        matter: chapter.matter,
        spoken: isSpoken(row),
        ...(isSpoken(row) ? {} : { reason: matterReasons[chapter.matter] }),
        ...countText(blocks),
        segments: segments.length,
        first: blocks.join(' ').split(/\s+/).filter(Boolean).slice(0, 12).join(' '),
      }
    }),
    warnings: found.warnings,
  }
}

function printText(found: Found): void {
  for (const { chapter } of found.chapters)
    printLine(`${chapter.blocks.map(({ text }) => text).join('\n\n')}\n`)
}

function printSegments(found: Found, json: boolean): void {
  for (const { segments } of found.chapters) {
    for (const { id, text, ...segment } of segments) {
      const { spoken } = segment.normalised ?? segment
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
    const { words } = countText(chapter.blocks.map(({ text }) => text))
    const reason = isSpoken(row)
      ? ''
      : `  (not spoken: ${matterReasons[chapter.matter] || 'no text'})`
    const indent = '  '.repeat(chapter.level - 1)
    printLine(
      `${String(index + 1).padStart(4)}  ${indent}${chapter.title}  ${words} words${reason}`,
    )
  }
  for (const warning of found.warnings)
    printLine(`  ! ${warningSentences[warning.code](warning.params)}`)
}
