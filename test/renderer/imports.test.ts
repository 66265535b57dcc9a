// Books on their way in: which one is opened at the end, and which rows are shown.
import { describe, expect, it } from 'vitest'
import type { Job } from '../../src/contract/index.ts'
import { followImports, shownImports } from '../../src/renderer/src/state/imports.ts'
import { jobOf } from './studio-by-hand.ts'

const jobsOf = (...jobs: Job[]) => new Map(jobs.map((job) => [job.id, job]))
const none: ReadonlySet<string> = new Set()

describe('a batch of imports', () => {
  it('opens the only book that was added', () => {
    const running = followImports(none, jobsOf(jobOf('a')))
    expect(running.open).toBeNull()
    const ended = followImports(
      running.batch,
      jobsOf(jobOf('a', { state: 'done', projectId: 'p' })),
    )
    expect(ended).toEqual({ batch: none, open: 'p' })
  })

  it('opens a book whose import had ended before the page heard of it', () => {
    const jobs = jobsOf(jobOf('a', { state: 'done', projectId: 'p' }))
    expect(followImports(new Set(['a']), jobs).open).toBe('p')
  })

  it('waits for a job that was started and is not known yet', () => {
    expect(followImports(new Set(['a']), jobsOf())).toEqual({ batch: new Set(['a']), open: null })
  })

  it('opens none of several, and none that failed', () => {
    const two = jobsOf(
      jobOf('a', { state: 'done', projectId: 'p' }),
      jobOf('b', { state: 'done', projectId: 'q' }),
    )
    expect(followImports(new Set(['a', 'b']), two)).toEqual({ batch: none, open: null })
    const failed = jobsOf(jobOf('a', { state: 'failed' }))
    expect(followImports(new Set(['a']), failed)).toEqual({ batch: none, open: null })
  })

  it('does not open what had ended before the page began', () => {
    const jobs = jobsOf(jobOf('old', { state: 'done', projectId: 'p' }))
    expect(followImports(none, jobs).open).toBeNull()
  })
})

describe('the rows of imports', () => {
  it('shows what runs and what failed since the page began, until it is dismissed', () => {
    const jobs = jobsOf(
      jobOf('running', { startedAt: 1 }),
      jobOf('old failure', { state: 'failed', startedAt: 2 }),
      jobOf('failure', { state: 'failed', startedAt: 9 }),
      jobOf('done', { state: 'done', startedAt: 9 }),
      jobOf('speech', { kind: 'speech', startedAt: 9 }),
    )
    const ids = (dismissed: string[]) =>
      shownImports(jobs, new Set(dismissed), 5).map((job) => job.id)
    expect(ids([])).toEqual(['running', 'failure'])
    expect(ids(['failure'])).toEqual(['running'])
  })
})
