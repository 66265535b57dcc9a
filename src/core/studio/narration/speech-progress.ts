// How far a speech job has come: counted, told, and written in batches, so that a crash loses one at most.
import type {
  Failure,
  Price,
  Project,
  ProjectChange,
  Take,
  VoiceId,
} from '../../../contract/index.ts'
import { failureOf } from '../../base/failure-error.ts'
import type { StoredSegment } from '../../ports/projects.ts'
import { createBudget } from '../budget.ts'
import type { Budget, RunningJob } from '../job-registry.ts'
import type { Resolved } from '../takes/resolver.ts'
import { charactersOf } from '../takes/speaking-parts.ts'
import type { StudioParts } from '../studio-parts.ts'

/** How often the library hears how far the book has come. */
const tellLibraryEveryMs = 1000
/** How long what is ready waits for more, to be written together. */
const writeAfterMs = 150

export type SpeechProgress = {
  /** Rows that need no speaking. */
  found(rows: readonly Resolved[]): void
  /** The row is heard with this take from now on. */
  ready(row: Resolved, take: Take): void
  failed(row: Resolved, failure: Failure): void
  /** Writes what is ready. Where that fails the job is paused, and it stays to be written. */
  write(): Promise<void>
  readonly unwritten: number
  /**
   * So many characters are about to be asked for, of the book's own voice where no price is given.
   * Returns what is told when they were answered, or not.
   */
  commit(characters: number, price?: Price | null): () => void
  /** A request of so many characters was answered, by the book's own voice where no price is given. */
  spent(characters: number, price?: Price | null): void
  /** What is spent and what is asked for would be the whole budget. */
  readonly isBudgetTaken: boolean
  readonly isOverBudget: boolean
  /** Why the job waits then. */
  overBudget(): Failure
  /** A person has seen that and goes on: as much may be spent from now on; undefined: as much as before. */
  grantBudget(budget: Budget): void
}

export type SpokenOrder = {
  project: Project
  total: number
  /** Told whenever segments of a chapter need no speaking any more. */
  onReady: (segments: readonly StoredSegment[]) => void
  /** Null where the voice costs nothing, or nobody knows. */
  price: Price | null
  /** Most that may be spent, in the price's currency. */
  budget: number | null
  /** Of another voice than whose turn it is: what it makes is locked. */
  voice?: VoiceId
}

type Ready = { segmentId: string; takeId: string; isWanted: boolean }

/** `tellQueued`: called where fewer rows wait. */
export function createSpeechProgress(
  parts: StudioParts,
  running: RunningJob,
  order: SpokenOrder,
  tellQueued: () => void,
): SpeechProgress {
  const { context, activity, meter } = parts
  const projectId = order.project.id
  let done = 0
  let failed = 0
  let batch: Ready[] = []
  let writing = Promise.resolve()
  let isDue = false
  let counts = { hits: 0, misses: 0 }
  let toldAt = -Infinity
  let isToldLater = false

  const write = () => {
    isDue = false
    writing = writing.then(async () => {
      const rows = batch
      batch = []
      try {
        if (rows.length > 0) await remember(rows)
        else await writeCounts()
      } catch (error) {
        batch = [...rows, ...batch]
        running.pause(failureOf(error))
      }
    })
    return writing
  }
  const remember = async (rows: readonly Ready[]) => {
    const takes = rows
      .filter(({ isWanted }) => !isWanted || order.voice !== undefined)
      .map(({ segmentId, takeId }) => ({ segmentId, takeId }))
    const pinned = { kind: 'takes-pinned', takes, jobId: running.job.id } as const
    const isLocked = order.voice !== undefined
    const locks = takes.map(({ segmentId }) => ({ segmentId, set: { isLocked } }))
    const change: ProjectChange = isLocked
      ? { kind: 'several', changes: [pinned, { kind: 'segments-set', rows: locks }] }
      : pinned
    if (takes.length > 0) await parts.changes.apply(projectId, change)
    // Settled, not just noted: whoever edited a text meanwhile must see it stale.
    const made = new Map(
      rows.flatMap((row) => (row.isWanted ? [[row.segmentId, row.takeId] as const] : [])),
    )
    if (made.size > 0) await parts.resolver.settle(projectId, { ids: [...made.keys()], made })
    // The rows were told of when they were spoken; that their chapter has come further is known now.
    activity.progressed(projectId)
    await writeCounts()
    await tellLibrary()
  }
  const writeCounts = async () => {
    const now = counts
    counts = { hits: 0, misses: 0 }
    if (now.hits + now.misses > 0) await context.takes.count(now)
  }
  /** At once, or when it is time: what is told last must be how far it has come. */
  const tellLibrary = async () => {
    const waitMs = toldAt + tellLibraryEveryMs - context.clock.monotonic()
    if (waitMs > 0) {
      if (isToldLater) return
      isToldLater = true
      running.scope.after(context.clock, waitMs, () => {
        isToldLater = false
        tellLibrary().catch((error: unknown) =>
          context.log.warn('the library was not told', { failure: failureOf(error) }),
        )
      })
      return
    }
    toldAt = context.clock.monotonic()
    await parts.changes.summarise(projectId)
  }
  const { price } = order
  const budget = createBudget(order.budget, price?.currency)
  let savedCharacters = 0
  const costOf = (characters: number, at: Price | null) =>
    at ? (characters / 1e6) * at.perMillionCharacters : 0
  const cost = () => {
    const { currency, total: spent } = budget
    if (currency === undefined) return {}
    return { cost: { spent, saved: costOf(savedCharacters, price), currency } }
  }
  const tell = () =>
    running.update({
      ...{ done, failed, total: order.total, etaSeconds: meter.etaSeconds() },
      ...cost(),
    })

  return {
    found(rows) {
      done += rows.length
      const hits = rows.filter(({ take }) => take)
      meter.cacheHits(hits.length)
      counts.hits += hits.length
      for (const { spoken, isFallback } of hits)
        if (!isFallback) savedCharacters += charactersOf(spoken)
      order.onReady(rows.map(({ segment }) => segment))
      tell()
    },
    ready(row, take) {
      const segmentId = row.segment.id
      done += 1
      // What is made again was not looked for.
      if (row.take?.id === take.id) counts.hits += 1
      else if (!row.take) counts.misses += 1
      // A take that is wanted anyway needs no pin, and leaves nothing to be undone.
      batch.push({ segmentId, takeId: take.id, isWanted: take.id === row.wantedTakeId })
      activity.set(projectId, segmentId, null)
      tellQueued()
      order.onReady([row.segment])
      tell()
      if (isDue) return
      isDue = true
      running.scope.after(context.clock, writeAfterMs, () => void write())
    },
    failed(row, failure) {
      done += 1
      failed += 1
      const { id, chapterId } = row.segment
      activity.set(projectId, id, { state: 'failed', failure, chapterId })
      context.log.warn('a segment failed', { segment: row.segment.id, failure })
      tell()
    },
    write,
    commit: (characters, at = price) => budget.commit(costOf(characters, at), at?.currency),
    spent: (characters, at = price) => budget.spent(costOf(characters, at), at?.currency),
    get isBudgetTaken() {
      return budget.isTaken
    },
    get isOverBudget() {
      return budget.isOver
    },
    grantBudget: budget.grant,
    overBudget: budget.over,
    get unwritten() {
      return batch.length
    },
  }
}
