// The raw text of a block under way, with what of it is said otherwise; cleaned line by line when it is over.
import type { Block, Reading, SourceRun } from '../../contract/index.ts'
import { cleanText, dropEntities } from './clean-text.ts'
import { runsAt, runsOf, type Origin } from './source-runs.ts'

/** Stands for a line break until the block ends; white space is collapsed around it. */
export const lineBreak = '\u2028'

/** A line of clean text; `readings` and `runs` count from its own beginning. */
export type ReadLine = {
  text: string
  readings: readonly Reading[]
  /** Where it stands in its file; absent where nobody asked. */
  runs?: readonly SourceRun[]
}

export type GatheredText = {
  /** What was gathered, uncleaned. */
  readonly raw: string
  /** `from`, `to`: where it stands in its file, for those who ask. */
  add(text: string, from?: number, to?: number): void
  /** Puts text before all that is there. */
  prepend(text: string): void
  /** Takes everything after `length` back. */
  cut(length: number): void
  /** What stands between two places of the raw text is shown, and `say` is said instead. */
  read(from: number, to: number, say: string): void
  /** Takes the first `length` units away, as one line. */
  shift(length: number): ReadLine
  /** The lines that have text. */
  lines(): ReadLine[]
  clear(): void
}

/** A reading on its way, in units of the raw text. */
type RawReading = { from: number; to: number; say: string }

/** More of them are no block's. */
const maxReadings = 10_000
/** A reading is said in a breath; what is longer is no reading. */
const maxSaid = 400
/** Stand for a reading's edges while its line is cleaned: no text has them. */
const opening = '\ufdd0'
const closing = '\ufdd1'
const edges = /[\ufdd0\ufdd1]/g

/** With `places` it remembers where what is added stands in its file. */
export function createGatheredText(places = false): GatheredText {
  let raw = ''
  let readings: RawReading[] = []
  let origins: Origin[] = []

  const lineOf = (from: number, to: number): ReadLine => {
    const piece = raw.slice(from, to)
    const own = readings.flatMap((each) => {
      const reading = { ...each, from: each.from - from, to: Math.min(each.to, to) - from }
      return each.from >= from && each.from < to ? [reading] : []
    })
    const line =
      own.length === 0
        ? { text: cleanText(dropEntities(piece)), readings: [] }
        : cleanWithReadings(piece, own)
    return origins.length === 0 ? line : { ...line, runs: runsOf(line.text, piece, from, origins) }
  }

  return {
    get raw() {
      return raw
    },
    add(text, from, to) {
      if (places && from !== undefined && to !== undefined)
        origins.push({ at: raw.length, length: text.length, from, to })
      raw += text
    },
    prepend(text) {
      raw = text + raw
      origins = origins.map((each) => ({ ...each, at: each.at + text.length }))
      readings = readings.map((each) => moved(each, text.length))
    },
    cut(length) {
      raw = raw.slice(0, length)
      while ((origins.at(-1)?.at ?? 0) >= length && origins.length > 0) origins.pop()
      if (readings.length === 0) return
      const left = readings.filter(({ from }) => from < length)
      readings = left.map((each) => ({ ...each, to: Math.min(each.to, length) }))
    },
    read(from, to, say) {
      const said = cleanText(say)
      if (readings.length >= maxReadings || said.length > maxSaid) return
      // What goes around others says it all.
      while ((readings.at(-1)?.to ?? 0) > from) readings.pop()
      readings.push({ from, to, say: said })
    },
    shift(length) {
      const line = lineOf(0, length)
      raw = raw.slice(length)
      origins = origins.map((each) => ({ ...each, at: each.at - length }))
      readings = readings.filter(({ from }) => from >= length).map((each) => moved(each, -length))
      return line
    },
    lines() {
      if (raw === '') return []
      const lines: ReadLine[] = []
      for (let from = 0; from <= raw.length;) {
        const end = raw.indexOf(lineBreak, from)
        const to = end < 0 ? raw.length : end
        const line = lineOf(from, to)
        if (line.text !== '') lines.push(line)
        from = to + 1
      }
      return lines
    },
    clear() {
      raw = ''
      readings = []
      origins = []
    },
  }
}

const moved = ({ from, to, say }: RawReading, by: number): RawReading => ({
  from: from + by,
  to: to + by,
  say,
})

/** Readings begin and end at letters, so that the white space around them is collapsed as ever. */
function cleanWithReadings(raw: string, readings: readonly RawReading[]): ReadLine {
  const source = raw.replace(edges, ' ')
  const said: string[] = []
  let marked = ''
  let at = 0
  for (const { from, to, say } of readings) {
    const shown = source.slice(from, to)
    const start = from + shown.length - shown.trimStart().length
    const end = from + shown.trimEnd().length
    if (start >= end) continue
    marked += source.slice(at, start) + opening + source.slice(start, end) + closing
    said.push(say)
    at = end
  }
  return unmarked(cleanText(dropEntities(marked + source.slice(at))), said)
}

/** Takes the edges out again, in the order of `said`. */
function unmarked(marked: string, said: readonly string[]): ReadLine {
  const readings: Reading[] = []
  let text = ''
  for (const [index, piece] of marked.split(opening).entries()) {
    const end = index === 0 ? 0 : piece.indexOf(closing)
    const say = said[index - 1]
    if (say !== undefined && end > 0) readings.push({ at: text.length, length: end, say })
    text += piece.replace(closing, '')
  }
  return { text, readings }
}

/** Lines as one text. */
export function joinLines(lines: readonly ReadLine[], separator: string): ReadLine {
  let text = ''
  const readings: Reading[] = []
  const runs: SourceRun[] = []
  for (const [index, line] of lines.entries()) {
    if (index > 0) text += separator
    readings.push(...readingsAt(line.readings, text.length))
    runs.push(...runsAt(line.runs ?? [], text.length))
    text += line.text
  }
  return runs.length === 0 ? { text, readings } : { text, readings, runs }
}

/** Readings of a text that begins at `at` of another. */
export const readingsAt = (readings: readonly Reading[] = [], at: number): Reading[] =>
  readings.map((reading) => ({ ...reading, at: reading.at + at }))

/** What a block has of them: nothing where there are none. */
export const withReadings = (readings: readonly Reading[]): Pick<Block, 'readings'> =>
  readings.length === 0 ? {} : { readings: [...readings] }

/** The same for where it stands; which document that is, whoever reads several knows. */
export const withSource = ({ runs = [] }: Pick<ReadLine, 'runs'>): Pick<Block, 'source'> =>
  runs.length === 0 ? {} : { source: { document: '', runs: [...runs] } }
