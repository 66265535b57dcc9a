// From the words of a command line to the exit code: chooses the verb; what was not caught becomes one sentence.
import { failureOf } from '../core/base/failure-error.ts'
import { exitCode, explain } from '../io/command-line/report.ts'
import { usage } from './usage.ts'

/** `entryUrl` is the door's own address, from which the workers are found. */
type Verb = (args: string[], entryUrl: string) => Promise<number>

/** Loaded one at a time, so that `inspect` does not wait for what `narrate` needs. */
const verbs: Record<string, () => Promise<Verb>> = {
  narrate: async () => (await import('./narrate.ts')).narrate,
  check: async () => (await import('./check.ts')).check,
  inspect: async () => (await import('./inspect.ts')).inspect,
  cast: async () => (await import('./cast.ts')).cast,
  script: async () => (await import('./script.ts')).script,
  translate: async () => (await import('./translate.ts')).translate,
  write: async () => (await import('./write.ts')).write,
  listen: async () => (await import('./listen.ts')).listen,
  voices: async () => (await import('./voices.ts')).voices,
  serve: async () => (await import('./serve.ts')).serve,
  cache: async () => (await import('./cache.ts')).cache,
  metrics: async () => (await import('./metrics.ts')).metrics,
  data: async () => (await import('./data.ts')).data,
  log: async () => (await import('./log.ts')).log,
  diagnose: async () => (await import('./diagnose.ts')).diagnose,
  doctor: async () => (await import('./doctor.ts')).doctor,
}

/** `words`: what stands behind the command's name. Never rejects. */
export async function runVerb(words: readonly string[], entryUrl: string): Promise<number> {
  const [name, ...args] = words
  const help = ['--help', '-h', 'help']
  // Also behind a command, but not where `--` says that words follow.
  const own = args.slice(0, args.includes('--') ? args.indexOf('--') : args.length)
  if (help.includes(name ?? '') || own.some((word) => word === '--help' || word === '-h')) {
    process.stdout.write(usage)
    return 0
  }
  const load = name === undefined ? undefined : verbs[name]
  if (!load) {
    process.stderr.write(usage)
    return 2
  }
  const json = args.includes('--json')
  try {
    return await (
      await load()
    )(args, entryUrl)
  } catch (error) {
    const failure = failureOf(error)
    explain(failure, json)
    return exitCode(failure)
  }
}
