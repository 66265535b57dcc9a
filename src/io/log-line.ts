// A line of the log as it was written → what it says.
import type { LogLevel, LogQuery } from '../contract/index.ts'
import { logFieldsText, logLevels } from '../contract/index.ts'
import type { LogLine } from '../core/ports/machine.ts'

/** As pino numbers them. */
const numbers: Readonly<Record<LogLevel, number>> = { error: 50, warn: 40, info: 30, debug: 20 }

/** Null for what is no line of ours, such as one that a crash has cut off. */
export function parseLogLine(text: string, id: string): LogLine | null {
  try {
    const { level, time, msg, pid: _, ...fields } = JSON.parse(text) as Record<string, unknown>
    const word = logLevels.find((name) => Number(level) >= numbers[name])
    if (word === undefined || typeof time !== 'number') return null
    return { id, at: time, level: word, message: typeof msg === 'string' ? msg : '', fields }
  } catch {
    return null
  }
}

export function fitsLogQuery(
  { level, message, fields }: LogLine,
  query: Pick<LogQuery, 'level' | 'text' | 'slow'>,
): boolean {
  if (query.level && logLevels.indexOf(level) > logLevels.indexOf(query.level)) return false
  if (query.slow === true && !('slow' in fields)) return false
  const text = query.text?.trim().toLowerCase() ?? ''
  return text === '' || `${message} ${logFieldsText(fields)}`.toLowerCase().includes(text)
}
