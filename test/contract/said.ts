// What catalogues say: words by path, functions asked by a table of arguments.
import {
  alertNames,
  QueueEntryState,
  soundPresets,
  type AcxFinding,
  type AcxRemedy,
} from '../../src/contract/index.ts'

type Say = (...args: readonly unknown[]) => unknown

/** Words and functions of a catalogue by path, such as `face.library.books`. */
export function wordsOf(value: unknown, path = ''): Map<string, string | Say> {
  if (typeof value === 'string') return new Map([[path, value]])
  if (typeof value === 'function') return new Map([[path, value as Say]])
  return new Map(
    Object.entries(value as object).flatMap(([key, inner]) => [
      ...wordsOf(inner, path === '' ? key : `${path}.${key}`),
    ]),
  )
}

/** What a word or function says: one sentence for a word, several for a function. */
export const sentencesOf = (word: string | Say, table: readonly (readonly unknown[])[]): string[] =>
  typeof word === 'string' ? [word] : table.flatMap((args) => [word(...args)].flat(3).map(String))

/** What a function of English may be asked: given, or the first kinds of arguments that make sense. */
export function argumentsOf(path: string, word: string | Say): readonly (readonly unknown[])[] {
  if (typeof word === 'string') return []
  const given = special[path]
  if (given !== undefined) return given
  if (path.startsWith('messages.')) return paramTables
  const tables = Array.from({ length: kinds.length ** word.length }, (_, choice) =>
    figures.map((__, turn) =>
      Array.from({ length: word.length }, (___, at) =>
        kinds[Math.floor(choice / kinds.length ** at) % kinds.length]?.(turn + at),
      ),
    ),
  )
  const sensible = tables.find((table) => {
    try {
      return !sentencesOf(word, table).some((one) => nonsense.test(one))
    } catch {
      return false
    }
  })
  if (sensible === undefined) throw new Error(`no arguments are known for ${path}`)
  return sensible
}

export const nonsense = /undefined|NaN|\[object|Invalid/

/** None, one, many, parts of a whole; also true and false. */
const figures = [0, 1, 2, 3.7, 1234]

/** What an argument may be. */
const kinds = [
  (turn: number) => figures[turn % figures.length],
  (turn: number) => `given-${turn}`,
  (turn: number) => [`given-${turn}`, 'given-other'],
]

/** Parameters of failures, warnings and flags: figures where they are counted, names elsewhere. */
const paramsWith = (figure: number, also: Record<string, string>) =>
  new Proxy(also, {
    get: (known, key) => {
      const name = String(key)
      if (name in known) return known[name]
      if (name === 'inside') return undefined
      if (name === 'currency') return 'EUR'
      const isFigure = /count|bytes|seconds|percent|hertz|expected|amount|status/i.test(name)
      return isFigure ? figure : `given-${name}`
    },
  })
const paramTables = [
  ...figures.map((figure) => [paramsWith(figure, {})]),
  [paramsWith(-3, { inside: 'given-inside', value: '' })],
]

const rules = ['format', 'bit-rate', 'constant-rate', 'sample-rate', 'channels', 'rms', 'peak']
const remedies: (AcxRemedy | undefined)[] = [
  undefined,
  { kind: 'none' },
  { kind: 'sound' },
  { kind: 'gain', gainDb: 1.5 },
]
/** Every rule, too low and too high, with every remedy. */
const findings = [...rules, 'floor', 'length', 'head', 'tail'].flatMap((rule) =>
  remedies.flatMap((remedy) =>
    [1, 3, -130].map(
      (measured) => ({ rule, measured, min: 2, max: 2.5, passed: false, remedy }) as AcxFinding,
    ),
  ),
)
const measure = { loudnessLufs: -19.5, truePeakDb: -3.2, bytes: 5e6, chapters: 1, damaged: 2 }
const { standard, audible } = soundPresets

const leak = { name: 'given-series', from: 2, to: 99, since: 0 }
const alerts = Object.fromEntries(
  alertNames.map((name) => [
    `face.alerts.sentences.${name}`,
    [[{ of: 'given-series', value: 2.5e9, limit: 2 }], [{ of: null, value: 7, limit: 5 }]],
  ]),
)

const damaged = { kind: 'rebuilt', kept: 3, lost: 2, lostRecordings: 1, folder: 'given-f' }
const backup = { name: 'given-b', at: 0, bytes: 1, cause: 'asked', books: 4 }
/** What may be told of databases. */
const dataNotices = [
  { kind: 'restored', name: 'given-n' },
  { kind: 'safe-mode' },
  ...['projects', 'takes'].flatMap((database) => [
    { kind: 'damaged', database },
    { ...damaged, database, partial: ['given-t'], backup },
    { ...damaged, database, lost: 0, kept: 1, partial: ['a', 'b', 'c', 'd'], backup: null },
    { ...damaged, database, lost: null, lostRecordings: 0, partial: [], backup: null },
  ]),
]

const release = { version: 'given-v', notes: '' }
/** Where a new version may be. */
const updates = [
  { kind: 'none', lookedAt: null },
  { kind: 'none', lookedAt: 1.8e12 },
  { kind: 'looking' },
  { kind: 'found', release },
  { kind: 'fetching', release, done: 0, total: 0 },
  { kind: 'fetching', release, done: 1.2e6, total: 3.7e6 },
  { kind: 'ready', release, mustWait: false },
  { kind: 'ready', release, mustWait: true },
  { kind: 'waiting', release },
  { kind: 'installing', release },
  { kind: 'failed', failure: null, release },
].flatMap((state) => [
  { way: 'by-itself', state },
  { way: 'password', state },
])

const special: Record<string, readonly (readonly unknown[])[]> = {
  ...alerts,
  'face.processes.leak': [[{ ...leak, unit: 'bytes' }], [{ ...leak, unit: 'count' }]],
  'face.processes.optimised': [
    [9e8, 2e8, []],
    [9e8, 2e8, [['given-step', 5e6]]],
  ],
  'face.dictionary.broughtWrong': [[[3]], [[2, 5]], [[1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12]]],
  'messages.failureSentences.not-sound': [
    [{ name: 'given-n' }],
    [{ name: 'given-n', format: 'F' }],
  ],
  'face.language': [['de'], ['und'], ['sv']],
  'update.state': updates.map((update) => [update]),
  'face.data.date': [[0], [1.8e12]],
  'face.data.notice': dataNotices.map((notice) => [notice]),
  'face.money': [
    [1.5, 'USD'],
    [0.001, 'EUR'],
  ],
  'face.day': [['2027-01-06']],
  'face.export.tagsSaid': [[{ title: 'given-t', authors: 'given-a', narrator: '' }]],
  'face.export.earlierText': [
    [{ files: 3, format: 'm4b', durationSeconds: 4000, bytes: 5e6 }, 100],
  ],
  'face.takes.stale.needs': [
    [null, null],
    [null, 6],
    [{ amount: 0.5, currency: 'EUR' }, 90],
  ],
  'face.settings.quantity': [
    [1, 'days'],
    [2, 'minutes'],
    [1, 'seconds'],
  ],
  'face.queue.state': QueueEntryState.options.map((state) => [state]),
  'face.workNews.goesOn': [
    [{ books: 1, exports: 0 }, false],
    [{ books: 3, exports: 1 }, true],
    [{ books: 0, exports: 1 }, false],
    [{ books: 0, exports: 2 }, true],
  ],
  'face.workNews.ended': [
    [{ kind: 'queue', done: 1, held: 1, failed: 1 }, ''],
    [{ kind: 'queue', done: 2, held: 3, failed: 4 }, ''],
    ...['speech', 'export'].flatMap((kind) =>
      [0, 1, 5].map((failed) => [{ kind: 'job', job: { kind, failed } }, 'given-title']),
    ),
    ...['speech', 'export'].map((kind) => [
      {
        kind: 'job',
        job: { kind, failed: 0, failure: { code: 'disk-full', params: { folder: 'given-f' } } },
      },
      'given-title',
    ]),
  ],
  'face.jobs.ended': ['import', 'speech', 'export', 'voice', 'sound'].flatMap((kind) =>
    ['done', 'failed', 'cancelled'].map((state) => [kind, state]),
  ),
  'checks.acxRow': findings.map((finding) => [finding]),
  'checks.acxCures': [[findings]],
  'checks.soundFacts': [[{ measure }], [{ measure: { ...measure, loudnessLufs: null } }]],
  'checks.acxMissingSentence': [
    ['opening-credits'],
    ['closing-credits'],
    ['retail-sample'],
    ['cover'],
    ['square-cover'],
  ],
  'checks.acxMendingText': [
    [{ sound: audible, gains: [] }, standard, String],
    [{ sound: null, gains: [{ chapterId: 'given-c', gainDb: 2 }] }, standard, String],
    [
      { sound: null, gains: Array.from({ length: 9 }, () => ({ chapterId: 'c', gainDb: 2 })) },
      standard,
      String,
    ],
  ],
}
