// What is told of the farm: its state in a sentence, and its workers as rows of a table.
import type { FarmView, FarmWorker, WorkerWish } from '../../../contract/index.ts'
import { workerState } from '../../../contract/worker-state.ts'
import { farmWords } from '../farm-words.ts'
import { failureSentence, words } from '../words.ts'
import { hostOf, usualPrefix } from './farm-draft.ts'

/** What a person types on another computer. */
export const workerCommand = (address: string, prefix: string = usualPrefix): string =>
  `lectern worker --redis ${address}${prefix === usualPrefix ? '' : ` --prefix ${prefix}`}`

/** Empty while none is set. `look`: how it is drawn. */
export function farmState({ state, settings, failure, workers }: FarmView): {
  look: 'waits' | 'good' | 'bad'
  sentence: string
} {
  const host = hostOf(settings?.address ?? '')
  const say = farmWords.state
  switch (state) {
    case 'off':
      return { look: 'bad', sentence: settings === null ? '' : say.off(host) }
    case 'connecting':
      return { look: 'waits', sentence: say.connecting(host) }
    case 'away':
      return { look: 'bad', sentence: failure === null ? say.away(host) : failureSentence(failure) }
    case 'connected': {
      const lanes = workers.reduce((sum, worker) => sum + worker.lanes, 0)
      const there = workers.length === 0 ? [] : [`${farmWords.workers(workers.length, lanes)}.`]
      return { look: 'good', sentence: [say.connected(host), ...there].join(' ') }
    }
  }
}

/** By id; two on one computer are told apart by it. */
export function workerNames(workers: readonly FarmWorker[]): ReadonlyMap<string, string> {
  const namesakes = (name: string) => workers.filter((other) => other.name === name).length
  return new Map(
    workers.map(({ id, name }) => [id, namesakes(name) > 1 ? `${name} (${id.slice(0, 6)})` : name]),
  )
}

/** The two other things that it can be told: each button stays where it is, so that whoever pressed it keeps the focus. */
const deeds: Record<WorkerWish, readonly [WorkerWish, WorkerWish]> = {
  work: ['pause', 'retire'],
  pause: ['work', 'retire'],
  retire: ['work', 'pause'],
}
export const workerDeeds = ({ wish }: FarmWorker) => deeds[wish]

/** Of one worker, in the order of the table's columns behind its name. */
export const workerCells = (worker: FarmWorker): { text: string; trouble: boolean }[] => [
  { text: worker.version, trouble: false },
  { text: farmWords.busyOf(worker.busy, worker.lanes), trouble: false },
  { text: words.count(worker.spoken), trouble: false },
  { text: farmWords.perMinute(worker.spokenPerMinute), trouble: false },
  { text: words.count(worker.failed), trouble: worker.failed > 0 },
  { text: words.count(worker.bad), trouble: worker.bad > 0 },
  { text: farmWords.states[workerState(worker)], trouble: worker.wish !== 'work' },
]

/** The state, its warnings and a row for each worker, to be read as plain text; null while no farm is set. */
export function farmTexts(
  view: FarmView,
): { sentences: readonly string[]; rows: readonly string[][] } | null {
  if (!view.settings) return null
  const { waiting, found, notFound, warnings, columns } = farmWords
  const names = workerNames(view.workers)
  const counted = [
    [waiting, view.waiting],
    [found, view.shared.hits],
    [notFound, view.shared.misses],
  ] as const
  const sentences = [
    farmState(view).sentence,
    ...view.warnings.map((warning) => warnings[warning]),
    ...counted.map(([name, number]) => `${name}: ${words.count(number)}`),
  ]
  const rows = view.workers.map((worker) => [
    names.get(worker.id) ?? worker.name,
    ...workerCells(worker).map(({ text }) => text),
  ])
  // The last column is of buttons.
  const titles = Object.values(columns).slice(0, rows[0]?.length)
  return { sentences, rows: rows.length === 0 ? [] : [titles, ...rows] }
}

/** What a worker speaks with, and why what is not used is not. */
export const sourceLines = ({ sources }: FarmWorker): { text: string; trouble: boolean }[] =>
  sources.map(({ label, voices, refused }) =>
    refused === null
      ? { text: farmWords.source(label, voices), trouble: false }
      : { text: farmWords.refused(label, failureSentence(refused)), trouble: true },
  )
