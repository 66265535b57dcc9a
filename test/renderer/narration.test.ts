// What is asked before a narration, what it waits for, and what cures it.
import { describe, expect, it } from 'vitest'
import { type Failure, failureCodes } from '../../src/contract/index.ts'
import { endpointState } from '../../src/renderer/src/state/endpoint-state.ts'
import {
  isDiskShort,
  budgetOf,
  createNarration,
  curesOf,
  standstillOf,
} from '../../src/renderer/src/state/narration.ts'
import { createNews } from '../../src/renderer/src/state/news.ts'
import { jobOf, settle, studioByHand } from './studio-by-hand.ts'

const failure = (code: Failure['code']): Failure => ({ code, params: {}, retry: 'later' })
const ticked = { kind: 'ticked' } as const

describe('a narration', () => {
  const opened = (paid: boolean) => {
    const studio = studioByHand()
    const news = createNews(() => false)
    const terms = { isPaid: () => paid, encodeAhead: () => 'usual' as const }
    return { studio, narration: createNarration(studio.connection, news, 'p', terms) }
  }

  it('starts at once with a voice that costs nothing', async () => {
    const { studio, narration } = opened(false)
    void narration.want(ticked)
    expect(narration.asked.get()).toBeNull()
    expect(studio.waiting[0]).toMatchObject({
      name: 'speech.start',
      args: { projectId: 'p', scope: ticked },
    })
  })

  it('asks before it spends anything, and starts with the budget', async () => {
    const { studio, narration } = opened(true)
    await narration.want(ticked)
    expect(studio.waiting).toHaveLength(0)
    expect(narration.asked.get()).toEqual({ kind: 'begin', scope: ticked })
    void narration.confirm(2.5)
    await settle()
    expect(narration.asked.get()).toBeNull()
    expect(studio.waiting[0]?.args).toEqual({
      ...{ projectId: 'p', scope: ticked, budget: 2.5 },
      encodeAhead: 'usual',
    })
  })

  it('spends nothing when the person says no', async () => {
    const { studio, narration } = opened(true)
    await narration.want(ticked)
    narration.dismiss()
    await narration.confirm(undefined)
    expect(studio.waiting).toHaveLength(0)
  })

  it('goes on with more where a budget is spent, with what it was begun for', async () => {
    const { studio, narration } = opened(true)
    narration.raise(jobOf('spent', { kind: 'speech', state: 'paused' }))
    void narration.confirm(9)
    await settle()
    expect(studio.waiting).toMatchObject([
      { name: 'job.resume', args: { jobId: 'spent', budget: 9 } },
    ])
  })
})

describe('the disk', () => {
  it.each([
    [0, 0, false],
    [1e9, null, false],
    [1e9, 2e9, false],
    // Something must be left for everything else.
    [1e9, 1.1e9, true],
    [1e9, 0.5e9, true],
  ])('of %d bytes more with %s free is short: %s', (bytes, freeBytes, isShort) =>
    expect(isDiskShort({ bytes, freeBytes })).toBe(isShort),
  )
})

describe('a budget', () => {
  it('is an amount above nothing, or left out', () => {
    expect(budgetOf(' ')).toBeUndefined()
    expect(budgetOf('2,50')).toBe(2.5)
    expect(['0', '-1', 'much'].map(budgetOf)).toEqual([null, null, null])
  })
})

describe('a standstill', () => {
  const job = jobOf('a', { kind: 'speech' })
  const waiting = { failure: failure('server-unreachable'), until: 5 }

  it('is told apart: by itself until a moment, or until a person does something', () => {
    expect(standstillOf({ ...job, waiting })).toEqual({ kind: 'waiting', ...waiting })
    const paused = { ...job, state: 'paused' as const }
    expect(standstillOf({ ...paused, failure: failure('key-refused') })).toMatchObject({
      kind: 'paused',
    })
  })

  it('is none while it runs, and none that the person wanted', () => {
    expect(standstillOf(job)).toBeNull()
    expect(standstillOf({ ...job, state: 'paused' })).toBeNull()
    expect(standstillOf({ ...job, state: 'paused', waiting })).toBeNull()
  })

  it('always has a cure, and the one that its sentence names comes first', () => {
    for (const code of failureCodes) expect(curesOf(failure(code))[0]).toBeDefined()
    expect(curesOf(failure('key-refused'))[0]).toBe('enter-key')
    expect(curesOf(failure('budget-spent'))).toEqual(['go-on', 'raise-budget'])
    expect(curesOf(failure('server-unreachable'))[0]).toBe('try-now')
    expect(curesOf(failure('resume-costs'))).toEqual(['go-on'])
  })
})

describe('a place that speaks', () => {
  const place = {
    id: 'a/b',
    label: 'b',
    width: 2,
    busy: 1,
    breaker: 'closed',
    nextTryAt: null,
    pausedUntil: null,
    lastFailure: null,
  } as const

  it('says whether it is left alone or pauses, and for how long', () => {
    expect(endpointState(place, 0)).toEqual({ word: 'answers', fine: true })
    expect(endpointState({ ...place, breaker: 'open', nextTryAt: 9000 }, 1000)).toEqual({
      word: 'left alone, 8 s',
      fine: false,
    })
    expect(endpointState({ ...place, pausedUntil: 3000 }, 1000).word).toBe('pauses, 2 s')
    expect(endpointState({ ...place, pausedUntil: 500 }, 1000).fine).toBe(true)
    expect(endpointState({ ...place, breaker: 'half-open' }, 0).word).toBe('one segment tries it')
  })
})
