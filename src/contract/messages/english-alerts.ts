// Sentences of what is wrong with the studio itself, of its processes and of giving memory back, in English.
import type { Alert, AlertName } from '../alert.ts'
import type { Optimised, ProcessPerformance, SuspectedLeak } from '../performance.ts'
import { bytes, count, tenth } from './english-figures.ts'

const seconds = (number: number): string => `${tenth().format(number)} s`
const percent = (number: number): string => `${tenth().format(number)} %`
type Figures = Pick<Alert, 'of' | 'value' | 'limit'>

/** What is so, and what to do. */
const sentences: Record<AlertName, (figures: Figures) => string> = {
  lists: ({ value }) =>
    `Lists are slow: one in twenty takes ${seconds(value)}. A server whose voices are listed may be slow, or the disk busy.`,
  imports: ({ value }) =>
    `Books are read slowly: one in twenty takes ${seconds(value)}. Large PDF files do; else the disk may be busy.`,
  speech: ({ value }) =>
    `Speech is slow: one segment in twenty takes ${seconds(value)}. Fewer segments at once may help, or another server.`,
  'core-memory': ({ value, limit }) =>
    `The main process needs ${bytes(value)}, more than ${bytes(limit)}. “Optimise now” gives back what can be.`,
  failures: ({ value }) =>
    `${percent(value)} of the last segments failed. The rows say why; they can be tried again.`,
  'many-failures': ({ value }) =>
    `${percent(value)} of the last segments failed. See whether the server answers, and pause the narration.`,
  'lost-takes': ({ value }) =>
    `Only ${percent(value)} of what was spoken before was found again; the rest is spoken once more. Make the cache larger, or see whether the disk loses files.`,
  leak: ({ of, value, limit }) =>
    `Something grows and does not fall again: ${of ?? 'unknown'}, from ${grown(limit)} to ${grown(value)}. Restart the studio when it is convenient; nothing is lost.`,
  disk: ({ value }) =>
    `Only ${bytes(value)} are free where takes rest. Make room, or clear the cache.`,
  'event-loop': ({ value }) =>
    `The studio answers late: it kept others waiting for ${count(value)} ms. Another program may need the processor.`,
  'busy-at-rest': ({ value }) =>
    `The studio works at ${percent(value)} of a core though nothing is to be done. Restart it; the log helps whoever mends it.`,
}

const grown = (number: number): string => (number >= 1_000_000 ? bytes(number) : count(number))

export const alertWords = {
  title: 'Warnings',
  none: 'Nothing is wrong.',
  levels: { warning: 'Warning', critical: 'Critical' } satisfies Record<Alert['level'], string>,
  strip: (number: number): string => (number === 1 ? '1 warning' : `${count(number)} warnings`),
  sentences,
}

const kinds: Record<ProcessPerformance['kind'], string> = {
  main: 'Main process',
  child: 'process',
  thread: 'thread',
  stranger: 'not started by Lectern',
}
const steps: Record<Optimised['steps'][number]['step'], string> = {
  voices: 'voices at rest',
  codecs: 'codecs at rest',
  database: 'database',
  garbage: 'garbage',
}

export const processWords = {
  title: 'Processes',
  columns: ['Process', 'Memory', 'Heap', 'CPU', 'Collecting', 'Delay p99', 'Threads', 'Files'],
  owned: 'Owned now',
  ownedNames: {
    scopes: 'Scopes',
    'owned by scopes': 'Owned by scopes',
    listeners: 'Listeners',
    'files in spool': 'Files in the spool',
    'files in transfers': 'Files in transfers',
    'files in answers': 'Answers kept',
  } as Record<string, string>,
  leaks: 'Suspected leaks',
  noLeaks: 'Nothing grows without falling again.',
  leak: ({ name, unit, from, to }: SuspectedLeak): string =>
    `${name}: from ${unit === 'bytes' ? bytes(from) : count(from)} to ${unit === 'bytes' ? bytes(to) : count(to)}`,
  inspect: {
    title: 'Look inside',
    count: 'Count objects',
    snapshot: 'Save the heap',
    profile: (seconds: number): string => `Profile ${count(seconds)} s`,
    objects: (number: number, size: string): string => `${count(number)}, ${size}`,
    written: (file: string, size: string): string =>
      `${file} (${size}) is in the folder “inspected” of the data folder. It may hold texts and keys: keep it to yourself.`,
  },
  kinds,
  optimise: 'Optimise now',
  optimising: 'Giving memory back…',
  optimised: (before: number, after: number, freed: readonly [string, number][]): string =>
    `From ${bytes(before)} to ${bytes(after)}` +
    (freed.length === 0
      ? '; there was nothing to give back.'
      : `: ${freed.map(([step, number]) => `${step} ${bytes(number)}`).join(', ')}.`),
  steps,
}
