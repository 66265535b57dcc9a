// Finds what grows and never falls again: the floors of a series over a stretch of work, in three parts.
import type { SuspectedLeak } from '../../../contract/index.ts'

/** One thing that is looked at: memory of a process, or a count of what is owned. */
export type Series = {
  name: string
  unit: SuspectedLeak['unit']
  value: number
  /** So much growth within one stretch is suspicious. */
  least: number
}

/** When it was suspected first is whoever's who tells of it. */
export type Growth = Omit<SuspectedLeak, 'since'>

export type LeakWatch = {
  /**
   * Takes in what was measured at `at`, on a clock that never jumps; `work`: how much was done since the studio
   * opened. Answers with the series that grow; of those in bytes only a collection can tell whether they leak.
   */
  observe(series: readonly Series[], work: number, at: number): Growth[]
  /** Suspects as measured right after a collection: the ones that fell back are looked at anew, from where they are. */
  afterCollection(series: readonly Series[]): Growth[]
}

/** A stretch is so many parts; each counts by its lowest value, for what is about to be collected is no leak. */
const parts = 12
const third = parts / 3
/** Between two thirds lies an eighth of the growth that is suspicious; much less is noise. */
const flat = 20
/** A fast leak is found within a minute, a slow one within two hours. Only parts with work in them count. */
const partLengthsMs = [5_000, 60_000, 600_000]

type Part = { at: number; floor: number }
/** `kept`: the floors of the parts that are over, the oldest first. */
type Stretch = { kept: number[]; open: Part | null; workAtOpening: number }

/** Remembers a few numbers for every series, however long it runs. */
export function createLeakWatch(): LeakWatch {
  const stretches = partLengthsMs.map(() => new Map<string, Stretch>())

  const grown = (stretch: Stretch, { name, unit, least }: Series): Growth | null => {
    if (stretch.kept.length < parts) return null
    const [first, middle, last] = [0, 1, 2].map((at) =>
      stretch.kept.slice(at * third, (at + 1) * third),
    )
    if (!first || !middle || !last) return null
    const climbs = (from: number[], to: number[]) => Math.min(...to) - Math.max(...from)
    // One step up, as when a book is opened, leaves one of the two climbs flat; a leak climbs in both.
    if (climbs(first, middle) < least / flat || climbs(middle, last) < least / flat) return null
    const [from, to] = [Math.min(...first), Math.min(...last)]
    if (to - from < least) return null
    return { name, unit, from, to }
  }

  const take = (
    known: Map<string, Stretch>,
    lengthMs: number,
    series: Series,
    work: number,
    at: number,
  ): Growth | null => {
    const { name, value } = series
    const stretch = known.get(name) ?? { kept: [], open: null, workAtOpening: work }
    known.set(name, stretch)
    stretch.open ??= { at, floor: value }
    const { open } = stretch
    open.floor = Math.min(open.floor, value)
    if (at - open.at < lengthMs) return null
    // Where nothing was done, no work has made the value grow.
    if (work > stretch.workAtOpening) {
      stretch.kept.push(open.floor)
      if (stretch.kept.length > parts) stretch.kept.shift()
    }
    stretch.open = { at, floor: value }
    stretch.workAtOpening = work
    return grown(stretch, series)
  }

  return {
    observe(series, work, at) {
      const found = new Map<string, Growth>()
      for (const [index, lengthMs] of partLengthsMs.entries()) {
        const known = stretches[index] ?? new Map<string, Stretch>()
        for (const one of series) {
          const leak = take(known, lengthMs, one, work, at)
          if (leak) found.set(one.name, leak)
        }
        // What is gone, as a process that has ended, is forgotten.
        const names = new Set(series.map(({ name }) => name))
        for (const name of known.keys()) if (!names.has(name)) known.delete(name)
      }
      return [...found.values()]
    },
    afterCollection(series) {
      const leaks: Growth[] = []
      for (const one of series)
        for (const known of stretches) {
          const stretch = known.get(one.name)
          const leak = stretch ? grown(stretch, one) : null
          if (!stretch || !leak) continue
          if (one.value - leak.from >= one.least) leaks.push({ ...leak, to: one.value })
          else Object.assign(stretch, { kept: [], open: null })
        }
      return leaks
    },
  }
}
