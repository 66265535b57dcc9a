// The log as it is read again: by the panel, the terminal and the bundle for a report.
import { z } from 'zod'

/** From the gravest on. */
export const logLevels = ['error', 'warn', 'info', 'debug'] as const
export const LogLevel = z.enum(logLevels)
export type LogLevel = z.infer<typeof LogLevel>

export const LogEntry = z.object({
  /** Stays the same while the line is there. */
  id: z.string(),
  /** Milliseconds since the epoch. */
  at: z.number(),
  level: LogLevel,
  message: z.string(),
  /** What was said beside the message, as `name=value`. */
  fields: z.string(),
})
export type LogEntry = z.infer<typeof LogEntry>

export const LogQuery = z.object({
  /** This grave or graver; absent: all. */
  level: LogLevel.optional(),
  /** Stands in the message or the fields; letters large or small. */
  text: z.string().max(200).optional(),
  /** Slow operations and statements alone. */
  slow: z.boolean().optional(),
  /** The `before` of another page: the lines before that one's. */
  before: z.string().max(80).optional(),
  /** The `end` of another page: the lines that have come since. */
  after: z.string().max(80).optional(),
  limit: z.number().int().min(1).max(1000),
})
export type LogQuery = z.infer<typeof LogQuery>

/** A line as people paste it into a letter: of any machine, so its time is UTC. */
export const logEntryText = ({ at, level, message, fields }: Omit<LogEntry, 'id'>): string =>
  `${new Date(at).toISOString()} ${level.padEnd(5)} ${message}  ${fields}`.trimEnd()

const longestField = 4000

/** The fields of a line in one line; operations inside a slow one in words. */
export const logFieldsText = (fields: Readonly<Record<string, unknown>>): string =>
  Object.entries(fields)
    .map(([name, value]) => `${name}=${valueText(value)}`)
    .join(' ')
    .slice(0, longestField)

function valueText(value: unknown): string {
  if (typeof value === 'string') return /^[^\s"=]+$/.test(value) ? value : JSON.stringify(value)
  return isSpans(value) ? `[${spansText(value)}]` : (JSON.stringify(value) ?? 'undefined')
}

type SpanLike = {
  operation: string
  of: string | null
  count: number
  totalMs: number
  spans: SpanLike[]
}

const isSpans = (value: unknown): value is SpanLike[] =>
  Array.isArray(value) &&
  value.every(
    (one: Partial<SpanLike> | null) =>
      typeof one?.operation === 'string' && Array.isArray(one.spans),
  )

const spansText = (spans: readonly SpanLike[]): string =>
  spans
    .map(({ operation, of, count, totalMs, spans: deeper }) => {
      const name = of === null ? operation : `${operation} ${of}`
      const inside = deeper.length === 0 ? '' : ` (${spansText(deeper)})`
      return `${name} ${count}× ${totalMs} ms${inside}`
    })
    .join(', ')
