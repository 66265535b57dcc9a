// The studio in a browser: opens the library, prints the one-time link, waits for the end.
import { fileURLToPath } from 'node:url'
import { fail } from '../core/base/failure-error.ts'
import { openStudio } from '../core/studio/open-studio.ts'
import { environment } from '../io/environment.ts'
import { openPorts, type OpenedPorts } from '../io/open-ports.ts'
import { portsOn, type Runtime } from '../io/runtime.ts'
import type { Studio } from '../core/studio/studio.ts'
import { readServeArguments } from './serve-arguments.ts'
import { startWeb, type WebDoor } from './start-web.ts'

/**
 * `[book …] [--port N] [--open] [--data DIR]`; resolves with the exit code after SIGINT (130) or SIGTERM (0). Fails as
 * `openPorts` does, and with `option-invalid`.
 */
export async function serveStudio(words: string[], runtime: Runtime): Promise<number> {
  const { books, port, open, dataRoot } = readServeArguments(words, process.cwd())
  const asked = nextSignal()
  const opened = await openPorts({
    door: 'web',
    dataRoot,
    ...portsOn(runtime),
    resumeJobs: true,
  })
  try {
    const studio = await openStudio(opened.ports, opened.options)
    try {
      const door = await openDoor(studio, opened, { port, runtime })
      const link = `${door.link}${await addBooks(studio, opened, books)}`
      console.log(`Lectern is at ${link}`)
      if (open) await openBrowser(link)
      const code = await asked
      await door.close()
      return code
    } finally {
      await studio.close()
    }
  } finally {
    await opened.close()
  }
}

/** Answers with what the link ends in, so that the page opens the book where it is only one. */
async function addBooks(
  studio: Studio,
  { ports }: OpenedPorts,
  books: readonly string[],
): Promise<string> {
  const jobs: string[] = []
  for (const book of books) {
    const started = await studio.call('book.import', { ticket: ports.tickets.issue('book', book) })
    if (started.ok) jobs.push(started.value.jobId)
  }
  const [only] = jobs
  return jobs.length === 1 && only !== undefined ? `#/import/${encodeURIComponent(only)}` : ''
}

async function openDoor(
  studio: Studio,
  { ports, folder, hideInLog }: OpenedPorts,
  { port, runtime }: { port: number; runtime: Runtime },
): Promise<WebDoor> {
  const developmentServer = environment('ELECTRON_RENDERER_URL')
  try {
    return await startWeb({
      studio,
      pageFolder: fileURLToPath(new URL('../renderer', runtime.entryUrl)),
      transfersFolder: folder.transfers,
      clock: ports.clock,
      log: ports.log,
      hide: hideInLog,
      port,
      watcherKey: environment('LECTERN_METRICS_KEY'),
      developmentServer: developmentServer ? new URL(developmentServer) : undefined,
    })
  } catch (error) {
    const taken = (error as NodeJS.ErrnoException).syscall === 'listen'
    throw taken ? fail('option-invalid', { option: '--port', value: port }, String(error)) : error
  }
}

/** The exit code that the first signal means. Asked twice, the process ends at once. */
function nextSignal(): Promise<number> {
  return new Promise((resolve) => {
    let asked = false
    const on = (code: number) => () => {
      if (asked) process.exit(130)
      asked = true
      resolve(code)
    }
    process.on('SIGINT', on(130))
    process.on('SIGTERM', on(0))
  })
}

async function openBrowser(link: string): Promise<void> {
  const { default: open } = await import('open')
  // Without a browser the printed link is all that is needed.
  await open(link).catch(() => {})
}
