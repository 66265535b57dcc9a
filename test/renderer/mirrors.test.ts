// The other mirrors: library, jobs, project, measurements, timelines.
import { describe, expect, it } from 'vitest'
import type { PerformanceSample } from '../../src/contract/index.ts'
import {
  activeJob,
  endedKept,
  jobEnd,
  jobFraction,
  lastFinishedExport,
  mirrorJobs,
} from '../../src/renderer/src/state/jobs.ts'
import { mirrorLibrary } from '../../src/renderer/src/state/library.ts'
import { withSample } from '../../src/renderer/src/state/performance.ts'
import { segmentCount } from '../../src/renderer/src/client/chapter-at.ts'
import { bookTotals, mirrorProject } from '../../src/renderer/src/state/project.ts'
import { mirrorTimelines, spanAt } from '../../src/renderer/src/state/timeline.ts'
import {
  bookOf,
  chaptersOf,
  jobOf,
  projectOf,
  rowAt,
  settle,
  studioByHand,
} from './studio-by-hand.ts'

const history = { canUndo: false, canRedo: false }

describe('the library', () => {
  it('lists by last use and follows what is added, changed and removed', async () => {
    const studio = studioByHand()
    const library = mirrorLibrary(studio.connection)
    await studio.waiting[0]?.answer({
      projects: [bookOf('a', { openedAt: 1 }), bookOf('b', { openedAt: 2 })],
    })
    const ids = () => library.get().projects.map((project) => project.id)
    expect(ids()).toEqual(['b', 'a'])
    studio.say('library.changed', { project: bookOf('a', { openedAt: 3 }) })
    expect(ids()).toEqual(['a', 'b'])
    studio.say('library.removed', { projectId: 'a' })
    expect(ids()).toEqual(['b'])
  })

  it('is fetched again whenever events begin to arrive again, and shown meanwhile', async () => {
    const studio = studioByHand()
    const library = mirrorLibrary(studio.connection)
    await studio.waiting[0]?.answer({ projects: [bookOf('a', { openedAt: 1 })] })
    studio.link.set('lost')
    studio.link.set('open')
    expect(library.get().projects).toHaveLength(1)
    await studio.waiting[0]?.answer({ projects: [] })
    expect(library.get()).toMatchObject({ state: 'ready', projects: [] })
  })
})

describe('jobs', () => {
  it('finds the book’s narration beside a single segment’s', () => {
    const speech = { kind: 'speech', projectId: 'p' } as const
    const jobs = new Map([
      ['one', jobOf('one', { ...speech, total: 1, startedAt: 2 })],
      ['book', jobOf('book', { ...speech, total: 900, startedAt: 1, state: 'paused' })],
      ['other', jobOf('other', { ...speech, total: 5000, projectId: 'q' })],
    ])
    expect(activeJob(jobs, 'speech', 'p')?.id).toBe('book')
    expect(activeJob(jobs, 'export', 'p')).toBeNull()
  })

  it('tells when a job has ended, also one that had ended before', async () => {
    const studio = studioByHand()
    const jobs = mirrorJobs(studio.connection)
    await studio.waiting[0]?.answer({ jobs: [jobOf('a')] })
    const end = jobEnd(jobs, 'a')
    studio.say('job.advanced', { job: jobOf('a', { state: 'done' }) })
    expect((await end).state).toBe('done')
    expect((await jobEnd(jobs, 'a')).state).toBe('done')
  })

  it('takes no answer that may be older than what was told while it was on its way', async () => {
    const studio = studioByHand()
    const jobs = mirrorJobs(studio.connection)
    const states = () => [...jobs.get().values()].map(({ state }) => state)
    studio.say('job.advanced', { job: jobOf('a', { state: 'done' }) })
    await studio.waiting[0]?.answer({ jobs: [jobOf('a')] })
    expect(states()).toEqual(['done'])
    await studio.waiting[0]?.answer({ jobs: [jobOf('a', { state: 'done' })] })
    expect(states()).toEqual(['done'])
    expect(studio.waiting).toEqual([])
  })

  it('counts one as cancelled that a studio started anew knows nothing of', async () => {
    const studio = studioByHand()
    const jobs = mirrorJobs(studio.connection)
    await studio.waiting[0]?.answer({ jobs: [jobOf('a')] })
    const end = jobEnd(jobs, 'a')
    studio.link.set('lost')
    studio.link.set('open')
    await studio.waiting[0]?.answer({ jobs: [] })
    expect((await end).state).toBe('cancelled')
  })

  it('forgets what ended long ago, but nothing that runs and no import', async () => {
    const studio = studioByHand()
    const jobs = mirrorJobs(studio.connection)
    await studio.waiting[0]?.answer({ jobs: [jobOf('runs'), jobOf('import')] })
    studio.say('job.advanced', { job: jobOf('import', { state: 'failed' }) })
    const exported = { kind: 'export', projectId: 'p', state: 'done' } as const
    for (let number = 0; number < 3 * endedKept; number += 1) {
      const before = lastFinishedExport(jobs.get(), 'p')
      studio.say('job.advanced', { job: jobOf(`e${number}`, exported) })
      // Each is another one, also when as many are known as before.
      expect(lastFinishedExport(jobs.get(), 'p')).not.toBe(before)
    }
    expect(jobs.get().size).toBe(endedKept + 2)
    expect(['runs', 'import'].every((id) => jobs.get().has(id))).toBe(true)
    expect(jobs.get().has(`e${3 * endedKept - 1}`)).toBe(true)
  })

  it('has no fraction before its total is known', () => {
    expect(jobFraction(jobOf('a'))).toBeNull()
    expect(jobFraction(jobOf('a', { done: 3, total: 2 }))).toBe(1)
  })
})

describe('an open project', () => {
  it('keeps the newer of two documents and adds up the ticked chapters', async () => {
    const studio = studioByHand()
    const mirror = mirrorProject(studio.connection, 'p')
    const none = {
      chapterId: 'c1',
      ready: 1,
      flagged: 1,
      stale: 0,
      failed: 0,
      skipped: 0,
      readySeconds: 2,
    }
    await studio.waiting[0]?.answer({ project: projectOf(5), history, progress: [none], jobs: [] })
    studio.say('project.changed', { project: projectOf(4), history, positions: [] })
    expect(mirror.get()).toMatchObject({ project: { revision: 5 } })
    const more = { ...none, ready: 2, failed: 1, skipped: 3 }
    studio.say('segments.changed', { projectId: 'p', rows: [], progress: [more] })
    const open = mirror.get()
    if (open.state !== 'ready') throw new Error(open.state)
    expect(bookTotals(open.project.chapters, open.progress)).toMatchObject({
      segments: 997,
      ready: 2,
      flagged: 1,
      failed: 1,
    })
  })

  it('that is removed says so, by its title, and stays so', async () => {
    const studio = studioByHand()
    const mirror = mirrorProject(studio.connection, 'p')
    await studio.waiting[0]?.answer({ project: projectOf(1), history, progress: [], jobs: [] })
    studio.say('library.removed', { projectId: 'q' })
    expect(mirror.get().state).toBe('ready')
    studio.say('library.removed', { projectId: 'p' })
    expect(mirror.get()).toEqual({ state: 'removed', title: 'A book' })
    studio.say('project.changed', { project: projectOf(2), history, positions: [] })
    studio.link.set('lost')
    studio.link.set('open')
    await studio.waiting[0]?.refuse('not-found')
    expect(mirror.get()).toEqual({ state: 'removed', title: 'A book' })
  })

  it('that is removed and taken back is here again', async () => {
    const studio = studioByHand()
    const mirror = mirrorProject(studio.connection, 'p')
    const opened = { project: projectOf(1), history, progress: [], jobs: [] }
    await studio.waiting[0]?.answer(opened)
    studio.say('library.changed', { project: bookOf('p', { openedAt: 1 }) })
    expect(studio.waiting).toEqual([])
    studio.say('library.removed', { projectId: 'p' })
    studio.say('library.changed', { project: bookOf('p', { openedAt: 1 }) })
    await studio.waiting[0]?.answer(opened)
    expect(mirror.get()).toMatchObject({ state: 'ready', project: { revision: 1 } })
  })

  it('that was removed while nothing was heard of the studio says so afterwards', async () => {
    const studio = studioByHand()
    const mirror = mirrorProject(studio.connection, 'p')
    await studio.waiting[0]?.answer({ project: projectOf(1), history, progress: [], jobs: [] })
    studio.link.set('lost')
    studio.link.set('open')
    await studio.waiting[0]?.refuse('unexpected')
    expect(mirror.get().state).toBe('ready')
    studio.link.set('lost')
    studio.link.set('open')
    await studio.waiting[0]?.refuse('not-found')
    expect(mirror.get()).toEqual({ state: 'removed', title: 'A book' })
  })

  it('that was never here is no removed one', async () => {
    const studio = studioByHand()
    const mirror = mirrorProject(studio.connection, 'p')
    await studio.waiting[0]?.refuse('not-found')
    expect(mirror.get()).toMatchObject({ state: 'failed', failure: { code: 'not-found' } })
  })

  it('counts the rows of all chapters', () => {
    expect(segmentCount(chaptersOf([3, -4, 0]))).toBe(7)
    expect(segmentCount([])).toBe(0)
  })
})

describe('measurements', () => {
  it('keeps five minutes, in order, one of a moment', () => {
    const sample = (at: number) => ({ at }) as PerformanceSample
    let samples: readonly PerformanceSample[] = []
    for (let at = 0; at < 400; at += 1) samples = withSample(samples, sample(at))
    samples = withSample(samples, sample(399))
    expect(samples).toHaveLength(300)
    expect(samples.at(-1)?.at).toBe(399)
    expect(new Set(samples.map((one) => one.at)).size).toBe(300)
  })
})

describe('timelines', () => {
  const span = (segmentId: string, startSeconds: number) => ({
    segmentId,
    startSeconds,
    durationSeconds: 2,
    address: null,
  })
  const timeline = {
    spans: [span('a', 0), span('b', 2), span('c', 4)],
    durationSeconds: 6,
    complete: false,
    peaks: [],
    peaksPerSecond: 20,
    address: null,
  }

  it('find the segment of a moment', () => {
    const at = (seconds: number) => spanAt(timeline.spans, seconds)?.segmentId
    expect([at(0), at(1.9), at(2), at(5), at(99)]).toEqual(['a', 'a', 'b', 'c', 'c'])
    expect(spanAt([], 1)).toBeUndefined()
  })

  it('are fetched once, and again only after something of the chapter changed', async () => {
    const studio = studioByHand()
    const timelines = mirrorTimelines(studio.connection, 'p')
    timelines.of('c1')
    const first = timelines.fresh('c1')
    expect(timelines.fresh('c1')).toBe(first)
    await studio.waiting[0]?.answer(timeline)
    expect(await timelines.fresh('c1')).toEqual(timeline)
    expect(studio.waiting).toHaveLength(0)
    studio.say('segments.changed', { projectId: 'p', rows: [rowAt(1)], progress: [] })
    void timelines.fresh('c1')
    await settle()
    expect(studio.waiting).toHaveLength(1)
  })
})
