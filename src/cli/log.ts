// lectern log: what the log says, and what comes to it. Reads files alone, so another Lectern may be open.
import { logEntryText, logFieldsText, LogLevel, type LogQuery } from '../contract/index.ts'
import { fail } from '../core/base/failure-error.ts'
import { createScope } from '../core/base/scope.ts'
import type { LogLine } from '../core/ports/machine.ts'
import { systemClock } from '../io/clock.ts'
import { readOptions } from '../io/command-line/options.ts'
import { printJson, printLine } from '../io/command-line/report.ts'
import { dataFolderAt } from '../io/data-folder.ts'
import { defaultDataRoot } from '../io/system-places.ts'
import { fitsLogQuery } from '../io/log-line.ts'
import { createLogReader, logEnd } from '../io/log-reader.ts'
import { openLogTail } from '../io/log-tail.ts'
import { givenPath } from './given-path.ts'

const options = {
  level: { type: 'string' },
  slow: { type: 'boolean' },
  follow: { type: 'boolean' },
  data: { type: 'string' },
  json: { type: 'boolean' },
} as const

/** The newest of them are shown. */
const most = 1000
/** How often is looked for new lines. */
const followMs = 250

/** Prints lines, the oldest first; with `--follow` until it is interrupted. */
export async function log(args: string[]): Promise<number> {
  const { values } = readOptions(args, options, { min: 0, max: 0, name: 'log' })
  const level = LogLevel.optional().safeParse(values.level)
  if (!level.success) throw fail('option-invalid', { option: '--level', value: values.level ?? '' })
  const root = givenPath(values.data) ?? defaultDataRoot()
  const folder = dataFolderAt(root).logs
  const wish = {
    ...(level.data === undefined ? {} : { level: level.data }),
    ...(values.slow === undefined ? {} : { slow: values.slow }),
  }
  const print = values.json === true ? printObject : printWords
  const end = await logEnd(folder)
  for (const line of await newest(folder, end, wish)) print(line)
  if (values.follow === true)
    await follow(folder, end, (line) => {
      if (fitsLogQuery(line, wish)) print(line)
    })
  return 0
}

/** Pages that hold little are joined, so that few lines among many are all found. */
async function newest(
  folder: string,
  end: string | null,
  wish: Pick<LogQuery, 'level' | 'slow'>,
): Promise<LogLine[]> {
  const read = createLogReader(folder)
  const pages: LogLine[][] = []
  let found = 0
  for (let before = end; before !== null && found < most;) {
    const page = await read({ ...wish, before, limit: most - found })
    pages.unshift(page.lines)
    found += page.lines.length
    before = page.before
  }
  return pages.flat()
}

async function follow(
  folder: string,
  end: string | null,
  print: (line: LogLine) => void,
): Promise<void> {
  const scope = createScope()
  const tail = openLogTail(folder, end)
  scope.own(() => tail.close())
  const show = async () => {
    for (const line of await tail.read()) print(line)
  }
  const ended = new Promise<void>((done, fail) => {
    process.once('SIGINT', done)
    process.once('SIGTERM', done)
    scope.every(systemClock, followMs, () => show().catch(fail))
  })
  try {
    await ended
  } finally {
    await scope.dispose()
  }
}

const printObject = ({ id: _, at, level, message, fields }: LogLine): void =>
  printJson({ at: new Date(at).toISOString(), level, message, ...fields })

const printWords = (line: LogLine): void =>
  printLine(logEntryText({ ...line, fields: logFieldsText(line.fields) }))
