// A library that does not open, looked at all the same: by its files, and by asking whoever has it open.
import { commands, type CommandReply } from '../contract/index.ts'
import { failure, FailureError } from '../core/base/failure-error.ts'
import type { LogLine } from '../core/ports/machine.ts'
import { wholeNumber } from '../io/command-line/options.ts'
import { sentenceOf } from '../io/command-line/report.ts'
import { dataFolderAt } from '../io/data-folder.ts'
import { defaultDataRoot } from '../io/system-places.ts'
import { environment } from '../io/environment.ts'
import { createLogReader } from '../io/log-reader.ts'
import { openSettings } from '../io/settings-file.ts'
import { addressOf, askRunning } from './ask-running.ts'

/** `port`: where the Lectern that has it open tells its figures, instead of the setting's. */
export type ClosedWish = { data: string | undefined; port: number | undefined; json: boolean }

export const readPort = (value: string | undefined): number | undefined =>
  wholeNumber('--port', value, { min: 1, max: 65_535 })

type Health = CommandReply<'studio.health'>

/** One that hangs keeps nobody waiting for longer. */
const patienceMs = 10_000

export async function lookAtClosed({ data, port }: ClosedWish) {
  const folder = dataFolderAt(data ?? defaultDataRoot())
  const settings = openSettings(folder.settings)
  return {
    folder,
    settings: await settings.read(),
    health: await healthAt(port ?? settings.inForce().metricsPort),
    /** The newest lines that fit. */
    log: async (query: { level?: 'warn'; limit: number }): Promise<LogLine[]> =>
      (await createLogReader(folder.logs)(query)).lines,
  }
}

export type ClosedHealth = { told: Health; untold: null } | { told: null; untold: string }

/** `untold`: why it is not known, with the cure. */
async function healthAt(port: number): Promise<ClosedHealth> {
  if (port === 0 || environment('LECTERN_METRICS_KEY') === null)
    return {
      told: null,
      untold:
        'not asked for; set LECTERN_METRICS_KEY to the key that it was started with, and name its port with --port',
    }
  try {
    const answer = await askRunning(port, '/health', { signal: AbortSignal.timeout(patienceMs) })
    return { told: commands['studio.health'].reply.parse(await answer.json()), untold: null }
  } catch (error) {
    // What is no health is another program's answer.
    const other = failure('studio-not-there', { address: addressOf(port) })
    return {
      told: null,
      untold: sentenceOf(error instanceof FailureError ? error.failure : other),
    }
  }
}
