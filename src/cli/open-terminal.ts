// A studio for one command of the terminal; ends with it, also on an interrupt.
import type { Failure, FailureCode } from '../contract/index.ts'
import { dataWords } from '../contract/messages/english-data.ts'
import { fail, failureOf } from '../core/base/failure-error.ts'
import { openStudio } from '../core/studio/open-studio.ts'
import type { Studio } from '../core/studio/studio.ts'
import { openPorts, type OpenedPorts } from '../io/open-ports.ts'
import { portsOn, type Runtime } from '../io/runtime.ts'

export type Terminal = { studio: Studio; opened: OpenedPorts; signal: AbortSignal }

/** Nobody is there to press a button: a server that stays silent for so long ends the run. */
const patienceMs = 120_000

/** What keeps a library from being opened, and not its folder from being looked at. */
const keepsClosed: readonly FailureCode[] = [
  ...(['data-folder-busy', 'data-newer', 'data-damaged', 'data-foreign'] as const),
  ...(['data-not-updated', 'disk-full', 'folder-not-writable'] as const),
]

/** Opens a studio, runs the work, closes the studio whatever happens. */
export async function withStudio<T>(
  options: {
    runtime: Runtime
    data: string | undefined
    workers?: number | undefined
    /** Segments at once at a server; 0: found by itself. */
    speechLanes?: number | undefined
    /** What is done instead where the library does not open; absent: it fails. */
    closed?: (reason: Failure) => Promise<T>
    /** The work listens to the signal and comes to its own end. */
    endsItself?: boolean
  },
  work: (terminal: Terminal) => Promise<T>,
): Promise<T> {
  let opened: OpenedPorts
  try {
    opened = await openPorts({
      door: 'terminal',
      dataRoot: options.data,
      ...portsOn(options.runtime),
      resumeJobs: false,
      workers: options.workers,
      speechLanes: options.speechLanes,
    })
  } catch (error) {
    const reason = failureOf(error)
    if (!options.closed || !keepsClosed.includes(reason.code)) throw error
    return options.closed(reason)
  }
  const interrupt = new AbortController()
  const onSignal = () => interrupt.abort()
  process.once('SIGINT', onSignal)
  process.once('SIGTERM', onSignal)
  try {
    const studio = await openStudio(opened.ports, {
      ...opened.options,
      patienceMs,
      unattended: true,
    })
    try {
      const { signal } = interrupt
      for (const notice of opened.ports.care.notices())
        process.stderr.write(`${dataWords.notice(notice)}\n`)
      opened.ports.care.told()
      const running = work({ studio, opened, signal })
      return await (options.endsItself ? running : Promise.race([running, interrupted(signal)]))
    } finally {
      await studio.close()
    }
  } finally {
    await opened.close()
    process.off('SIGINT', onSignal)
    process.off('SIGTERM', onSignal)
  }
}

/** Never resolves; rejects with `cancelled`. */
const interrupted = (signal: AbortSignal): Promise<never> =>
  new Promise((_, reject) => {
    signal.addEventListener('abort', () => reject(fail('cancelled')), { once: true })
  })
