// The schedule: which segment is spoken next, on how many lanes, and what becomes of the ones that fail.
import type { Failure, Project } from '../../contract/index.ts'
import { failureOf } from '../base/failure-error.ts'
import { createLimiter, type Limiter } from '../base/limiter.ts'
import type { RunningJob } from './job-registry.ts'
import { createPendingWindow, type PendingWindow, type Range } from './pending-window.ts'
import type { Resolved } from './resolver.ts'
import type { StudioParts } from './studio-parts.ts'
import { voiceOf } from './voice-desk.ts'

/** How often the library hears how far the book has come. */
const tellLibraryEveryMs = 1000

/** Rows read ahead at a time. */
const pageSize = 200

/** What only a person can mend: the job waits with the reason instead of failing every segment. */
const pausing: readonly Failure['code'][] = [
  'disk-full',
  'folder-not-writable',
  'voice-unknown',
  'cache-full',
]

export type SpeechOrder = {
  project: Project
  ranges: Range[]
  total: number
  /** Speaks a new rendition of each and pins it, instead of looking for takes. */
  renew: boolean
  /** Told whenever segments of a chapter need no speaking any more. */
  onReady: (chapterId: string, count: number) => void
}

/**
 * Speaks what is not spoken yet. Resolves when every segment has been tried; failed ones are counted in
 * the job and keep their failure. Rejects when cancelled.
 */
export async function speakSegments(
  parts: StudioParts,
  running: RunningJob,
  order: SpeechOrder,
): Promise<void> {
  const { context, meter, activity, lanesFor } = parts
  const { project } = order
  const window = createPendingWindow<Resolved>(order.ranges)
  const { provider, voice } = await parts.voices.find(voiceOf(project))
  const lanes = lanesFor(provider)
  const limiter = createLimiter(lanes.now(), (error) =>
    context.log.error('a lane broke', { error: String(error) }),
  )
  running.scope.own(lanes.onChange((count) => (limiter.lanes = count)))
  running.scope.own(activity.addQueue(project.id, (position) => window.has(position)))
  meter.begin(lanes.now())
  running.scope.own(() => meter.end())

  const progress = createProgress(parts, running, order, window)
  const kept = new Set<Promise<void>>()
  const renewed: { segmentId: string; takeId: string }[] = []

  const speakOne = async (chosen: Resolved) => {
    const { segment } = chosen
    activity.set(project.id, segment.id, { state: 'speaking' })
    try {
      // Since its page was read the text may have been edited, or the same words spoken elsewhere.
      const row = (await freshRows(parts, project, [segment.id]))[0]
      if (!row || row.state === 'skipped') {
        activity.set(project.id, segment.id, null)
        progress.found(row ? [row] : [])
        return
      }
      if (row.take && !order.renew) {
        meter.cacheHits(1)
        progress.ready(row)
        return
      }
      const rendition = await renditionOf(parts, row, order.renew)
      const making = parts.maker.make(
        {
          projectId: project.id,
          segment: row.segment,
          recipeKey: row.recipeKey,
          rendition,
          voice,
          provider,
        },
        running.signal,
      )
      const finished = making.kept.then(
        (take) => {
          if (order.renew) renewed.push({ segmentId: segment.id, takeId: take.id })
          progress.ready(row)
        },
        (error: unknown) => giveUp(row, failureOf(error)),
      )
      kept.add(finished)
      void finished.finally(() => kept.delete(finished))
      await making.arrived.catch(() => {})
    } catch (error) {
      giveUp(chosen, failureOf(error))
    }
  }
  const giveUp = (row: Resolved, failure: Failure) => {
    if (running.signal.aborted) {
      activity.set(project.id, row.segment.id, null)
      return
    }
    if (failure.code === 'cancelled') {
      // Another job had asked for the same sound and was cancelled: it is asked for again.
      activity.set(project.id, row.segment.id, null)
      window.fill([{ position: row.segment.position, item: row }])
      return
    }
    if (pausing.includes(failure.code)) {
      activity.set(project.id, row.segment.id, null)
      window.fill([{ position: row.segment.position, item: row }])
      running.pause(failure)
      return
    }
    meter.failed()
    progress.failed(row, failure)
  }

  try {
    for (;;) {
      await running.whenRunning()
      const row = await nextRow(parts, order, window, progress, limiter)
      if (row) {
        await running.whenRunning().catch(() => {})
        if (running.signal.aborted) break
        await limiter.begin(() => speakOne(row))
        continue
      }
      await limiter.idle()
      await Promise.all(kept)
      if (window.loaded === 0 && window.unread === 0) break
    }
  } finally {
    await limiter.idle()
    await Promise.all(kept)
    await progress.flush()
    if (renewed.length > 0)
      await parts.changes.apply(project.id, { kind: 'takes-pinned', takes: renewed })
  }
  running.signal.throwIfAborted()
}

/** Waits for a lane, then chooses: so a play-head that moves is obeyed at the very next lane. */
async function nextRow(
  parts: StudioParts,
  order: SpeechOrder,
  window: PendingWindow<Resolved>,
  progress: Progress,
  limiter: Limiter,
): Promise<Resolved | null> {
  await limiter.whenFree()
  const { project } = order
  for (;;) {
    const head = parts.playHead.of(project.id)
    const page = window.nextPage(head, pageSize)
    if (!page) {
      const row = window.take(head)
      parts.meter.setQueued(window.loaded + window.unread)
      return row
    }
    const { from, to } = page
    const rows = await parts.resolver.settle(project.id, { from, count: to - from })
    const isPending = (row: Resolved) =>
      row.state !== 'skipped' && (order.renew || row.state !== 'ready')
    progress.found(rows.filter((row) => !isPending(row)))
    window.fill(
      rows.filter(isPending).map((row) => ({ position: row.segment.position, item: row })),
    )
  }
}

async function renditionOf(parts: StudioParts, row: Resolved, renew: boolean): Promise<number> {
  return renew ? (await parts.context.takes.highestRendition(row.recipeKey)) + 1 : 1
}

async function freshRows(
  parts: StudioParts,
  project: Project,
  ids: readonly string[],
): Promise<Resolved[]> {
  return parts.resolver.resolve(project, await parts.context.projects.segmentsById(project.id, ids))
}

type Progress = {
  found(rows: readonly Resolved[]): void
  ready(row: Resolved): void
  failed(row: Resolved, failure: Failure): void
  flush(): Promise<void>
}

/** Counts, tells the store what is heard where (in batches), and lets the rows know. */
function createProgress(
  parts: StudioParts,
  running: RunningJob,
  order: SpeechOrder,
  window: PendingWindow<Resolved>,
): Progress {
  const { context, activity, meter } = parts
  const { project } = order
  let done = 0
  let failed = 0
  let batch: string[] = []
  let writing = Promise.resolve()
  let waiting = false
  let toldAt = -Infinity

  const write = () => {
    waiting = false
    const ids = batch
    batch = []
    if (ids.length === 0) return
    // Settled, not just noted: whoever edited a text meanwhile must see it stale.
    writing = writing
      .then(async () => {
        await parts.resolver.settle(project.id, { ids })
        await tellLibrary()
      })
      .catch((error: unknown) => running.pause(failureOf(error)))
  }
  const tellLibrary = async () => {
    if (context.clock.monotonic() - toldAt < tellLibraryEveryMs) return
    toldAt = context.clock.monotonic()
    await parts.changes.summarise(project.id)
  }
  const tell = () =>
    running.update({ done, failed, total: order.total, etaSeconds: meter.etaSeconds() })

  return {
    found(rows) {
      done += rows.length
      const hits = rows.filter(({ take }) => take)
      meter.cacheHits(hits.length)
      const byChapter = Map.groupBy(rows, ({ segment }) => segment.chapterId)
      for (const [chapterId, own] of byChapter) order.onReady(chapterId, own.length)
      tell()
    },
    ready(row) {
      done += 1
      batch.push(row.segment.id)
      activity.set(project.id, row.segment.id, null)
      meter.setQueued(window.loaded + window.unread)
      order.onReady(row.segment.chapterId, 1)
      tell()
      if (waiting) return
      waiting = true
      running.scope.after(context.clock, 150, write)
    },
    failed(row, failure) {
      done += 1
      failed += 1
      activity.set(project.id, row.segment.id, { state: 'failed', failure })
      context.log.warn('a segment failed', { segment: row.segment.id, failure })
      tell()
    },
    async flush() {
      write()
      await writing
    },
  }
}
