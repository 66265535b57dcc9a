// Runs one command of the terminal; everything that was not caught becomes one sentence here.
import { failureOf } from '../core/base/failure-error.ts'
import { exitCode, explain } from '../io/command-line/report.ts'
import type { Runtime } from '../io/runtime.ts'
import { version } from '../io/version.ts'
import { usage } from './usage.ts'
import { helpWords, verbOf, versionWord } from './verbs.ts'

/** `words`: what follows the program's name. Resolves with the exit code; never rejects. */
export async function runTerminal(words: readonly string[], runtime: Runtime): Promise<number> {
  const [name, ...args] = words
  // Also behind a command, but not where `--` says that words follow.
  const own = args.slice(0, args.includes('--') ? args.indexOf('--') : args.length)
  if (helpWords.includes(name ?? '') || own.some((word) => word === '--help' || word === '-h')) {
    process.stdout.write(usage)
    return 0
  }
  if (name === versionWord) {
    process.stdout.write(`${version}\n`)
    return 0
  }
  const load = verbOf(name)
  if (!load) {
    process.stderr.write(usage)
    return 2
  }
  try {
    return await (
      await load()
    )(args, runtime)
  } catch (error) {
    const failure = failureOf(error)
    explain(failure, args.includes('--json'))
    return exitCode(failure)
  }
}
