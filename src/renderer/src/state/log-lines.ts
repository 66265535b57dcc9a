// The lines of the log that are shown: what comes is put behind them, what was before is put in front.
import type { CommandReply, LogEntry } from '../../../contract/index.ts'

export type LogLines = {
  entries: readonly LogEntry[]
  /** Where the lines before them begin; null where there are none, or nobody has asked yet. */
  before: string | null
}

export const noLogLines: LogLines = { entries: [], before: null }

/** More are not held: the page stays light however long the log is looked at. */
export const mostLogLines = 2000

type Page = CommandReply<'log.read'>

/** What came between the two is missing where they have no line in common; then the newest page stands alone. */
export function withNewest(known: LogLines, page: Page): LogLines {
  const last = known.entries.at(-1)
  const at = page.entries.findIndex(({ id }) => id === last?.id)
  return at < 0 ? alone(page) : withMore(known, page.entries.slice(at + 1))
}

/** `page`: of what came after those known. Where it does not hold all of that, it stands alone. */
export const withSince = (known: LogLines, page: Page): LogLines =>
  page.before === null ? withMore(known, page.entries) : alone(page)

const alone = ({ entries, before }: Page): LogLines => ({ entries, before })

function withMore(known: LogLines, fresh: readonly LogEntry[]): LogLines {
  if (fresh.length === 0) return known
  const entries = [...known.entries, ...fresh]
  const dropped = entries[Math.max(0, entries.length - mostLogLines)]
  if (entries.length <= mostLogLines || !dropped) return { ...known, entries }
  // The place of a line is where those before it end.
  return { entries: entries.slice(-mostLogLines), before: dropped.id }
}

export const withEarlier = (known: LogLines, page: Page): LogLines => ({
  entries: [...page.entries, ...known.entries],
  before: page.before,
})

/** Whether no more may be put in front. */
export const isLogFull = ({ entries }: LogLines): boolean => entries.length >= mostLogLines
