// lectern check: what finished audio files measure, and whether ACX would take them.
import { rmSync } from 'node:fs'
import { mkdtemp } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { soundCheckText } from '../contract/index.ts'
import { failureOf } from '../core/base/failure-error.ts'
import { readOptions } from '../io/command-line/options.ts'
import { exitCode, explain, printJson, printLine } from '../io/command-line/report.ts'
import type { Runtime } from '../io/runtime.ts'
import { createCall } from './follow-job.ts'
import { withStudio } from './open-terminal.ts'
import { withCures } from './with-cures.ts'

const options = { json: { type: 'boolean' } } as const

/** 0 when every file was measured, whatever it measures. */
export async function check(args: string[], runtime: Runtime): Promise<number> {
  const words = { min: 1, max: Infinity, name: 'FILE' }
  const { values, positionals } = readOptions(args, options, words)
  const json = values.json ?? false
  // It needs no library, and must not wait for the one that another Lectern has open.
  const data = await mkdtemp(join(tmpdir(), 'lectern-'))
  try {
    return await withStudio({ runtime, data }, async (terminal) => {
      const call = createCall(terminal)
      let worst = 0
      for (const [index, file] of positionals.entries()) {
        try {
          const ticket = terminal.studio.tickets.issue('book', resolve(file))
          const checked = await call('sound.check', { ticket })
          if (json) printJson({ event: 'checked', file: resolve(file), ...withCures(checked) })
          else printLine(`${index > 0 ? '\n' : ''}${soundCheckText(checked)}`)
        } catch (error) {
          const failure = failureOf(error)
          explain(failure, json)
          worst = Math.max(worst, exitCode(failure))
        }
      }
      return worst
    })
  } finally {
    rmSync(data, { recursive: true, force: true })
  }
}
