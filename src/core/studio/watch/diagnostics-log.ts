// The log as a report of trouble holds it: only fields that are listed here by name, and words of our own.
import { exportFormatNames, isCommandName, operationNames } from '../../../contract/index.ts'
import type { PackedEntry } from '../../ports/export-folders.ts'
import type { LogLine } from '../../ports/machine.ts'

/** Of the log, the newest. */
export const toldLines = 1000
const longestMessage = 120

/** Fields of the log that hold nothing but our own words and numbers. */
const fieldsTold: readonly string[] = [
  ...['slow', 'operation', 'durationMs', 'slowSinceLastTold', 'statement'],
  ...['door', 'version', 'code', 'cacheMaxBytes'],
]

export type Names = (of: string) => string

/** Of codecs and formats; all that is not known to be ours is named by nothing. */
const ownWords: readonly string[] = [...exportFormatNames, 'aac', 'pcm', ...operationNames]

export const ownName: Names = (of) => (isCommandName(of) || ownWords.includes(of) ? of : 'other')

export const jsonEntry = (name: string, value: unknown): PackedEntry => ({
  name,
  text: `${JSON.stringify(value, null, 1)}\n`,
})

/** `titles`: of books and their authors, which are left out. */
export const logEntry = (
  lines: readonly LogLine[],
  titles: readonly string[],
  named: Names,
): PackedEntry => ({
  name: 'log.jsonl',
  text: lines.map((line) => `${JSON.stringify(lineOf(line, titles, named))}\n`).join(''),
})

function lineOf({ at, level, message, fields }: LogLine, titles: readonly string[], named: Names) {
  const { failure, of, spans } = fields as {
    failure?: { code?: unknown }
    of?: unknown
    spans?: unknown
  }
  const own = Object.entries(fields).filter(
    ([name, value]) => fieldsTold.includes(name) && (typeof value !== 'object' || value === null),
  )
  return {
    at: new Date(at).toISOString(),
    level,
    message: withoutPeople(message, titles),
    ...Object.fromEntries(
      own.map(([name, value]) => [
        name,
        typeof value === 'string' ? withoutPeople(value, titles) : value,
      ]),
    ),
    ...(typeof of === 'string' ? { of: named(of) } : {}),
    ...(typeof failure?.code === 'string' ? { failure: withoutPeople(failure.code, titles) } : {}),
    ...(Array.isArray(spans) ? { spans: spansOf(spans, named) } : {}),
  }
}

type SpanTold = {
  operation?: unknown
  of?: unknown
  count?: unknown
  totalMs?: unknown
  spans?: unknown
}

const spansOf = (spans: readonly unknown[], named: Names): object[] =>
  (spans as readonly SpanTold[]).map(({ operation, of, count, totalMs, spans: deeper }) => ({
    operation: named(String(operation)),
    of: typeof of === 'string' ? named(of) : null,
    count: Number(count),
    totalMs: Number(totalMs),
    spans: Array.isArray(deeper) ? spansOf(deeper, named) : [],
  }))

/** Our messages hold none of it; should one do so, titles go, and all from where a path or a quotation begins. */
function withoutPeople(words: string, titles: readonly string[]): string {
  let text = words
  for (const title of titles) if (title.trim().length > 2) text = text.replaceAll(title, '[title]')
  return text
    .replace(/(?:[a-z]:\\|[\\/~]|[a-z]+:\/\/).*$/is, '[path]')
    .replace(/["“„«‘].*$/s, '[quoted]')
    .slice(0, longestMessage)
}
