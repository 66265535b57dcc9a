// The terminal's commands. The packed app asks here, too, whether it was started as the terminal.
import type { Runtime } from '../io/runtime.ts'

/** Resolves with the exit code; what it throws is worded by whoever runs it. */
export type Verb = (args: string[], runtime: Runtime) => Promise<number>

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
  worker: async () => (await import('./worker.ts')).worker,
  cache: async () => (await import('./cache.ts')).cache,
  metrics: async () => (await import('./metrics.ts')).metrics,
  data: async () => (await import('./data.ts')).data,
  log: async () => (await import('./log.ts')).log,
  diagnose: async () => (await import('./diagnose.ts')).diagnose,
  doctor: async () => (await import('./doctor.ts')).doctor,
}

export const helpWords: readonly string[] = ['help', '--help', '-h']
export const versionWord = '--version'

/** All first words that the terminal takes for itself. */
export const commandWords: readonly string[] = [...Object.keys(verbs), ...helpWords, versionWord]

export const verbOf = (word: string | undefined): (() => Promise<Verb>) | undefined =>
  word !== undefined && Object.hasOwn(verbs, word) ? verbs[word] : undefined
