// Who does which job when: on children that answer when the test says so.
import { describe, expect, test } from 'vitest'
import { createCrew, type Crew } from '../../../src/io/codecs/codec-crew.ts'
import type { CodecJobName } from '../../../src/io/codecs/codec-operations.ts'
import type { DataFolder } from '../../../src/io/data-folder.ts'
import { silentLog } from '../../fixtures/silent-log.ts'
import { createVirtualClock, type VirtualClock } from '../../fixtures/virtual-clock.ts'
import { childrenOf, type Child } from './told-children.ts'

const settle = () => new Promise<void>((resolve) => setImmediate(resolve))

function setUp(workers: number) {
  const children: Child[] = []
  const clock: VirtualClock = createVirtualClock()
  const crew: Crew = createCrew({
    launch: childrenOf(children),
    entry: new URL('file:///codec.ts'),
    folder: {} as DataFolder,
    codecs: () => null,
    workers,
    clock,
    log: silentLog,
  })
  const run = (name: CodecJobName, label: unknown, signal = new AbortController().signal) =>
    crew.run(name, label as never, { signal, deadlineMs: 60_000 })
  const names = () => children.map(({ given }) => given.map(({ args }) => args))
  return { children, clock, crew, run, names }
}

describe('the crew', () => {
  test('starts a child only for work, and never more than it may', async () => {
    const { children, run, crew } = setUp(2)
    expect(children).toHaveLength(0)
    const jobs = [run('encode', 1)]
    expect(children).toHaveLength(1)
    jobs.push(run('encode', 2), run('encode', 3), run('encode', 4))
    expect(children).toHaveLength(2)
    for (let left = 0; left < 2; left++) {
      for (const child of children) child.answer('done')
      await settle()
    }
    expect(await Promise.all(jobs)).toEqual(['done', 'done', 'done', 'done'])
    expect(children).toHaveLength(2)
    await crew.close()
  })

  test('gives a child one job at a time, previews first, then takes, files and groups', async () => {
    const { children, run, names, crew } = setUp(1)
    const jobs = [
      run('encode', 'running'),
      run('encode', 'group 1'),
      run('write', 'file'),
      run('prepare', 'take 1'),
      run('prepare', 'take 2'),
      run('preview', 'preview'),
      run('encode', 'group 2'),
    ]
    for (const _ of jobs) {
      await settle()
      children[0]?.answer(null)
    }
    await Promise.all(jobs)
    expect(names()).toEqual([
      ['running', 'preview', 'take 1', 'take 2', 'file', 'group 1', 'group 2'],
    ])
    await crew.close()
  })

  test('takes a waiting job away when it is cancelled', async () => {
    const { children, run, names, crew } = setUp(1)
    const stop = new AbortController()
    const first = run('encode', 'first')
    const second = run('encode', 'second', stop.signal)
    stop.abort()
    await expect(second).rejects.toThrow('cancelled')
    children[0]?.answer(null)
    await first
    await settle()
    expect(names()).toEqual([['first']])
    await crew.close()
  })

  test('lets a cancelled job run to its end, with its child busy until then', async () => {
    const { children, crew, run, names } = setUp(1)
    const stop = new AbortController()
    let abandoned = 0
    const job = crew.run('prepare', 'take' as never, {
      signal: stop.signal,
      deadlineMs: 60_000,
      onAbandoned: () => (abandoned += 1),
    })
    stop.abort()
    await expect(job).rejects.toThrow('cancelled')
    const next = run('prepare', 'next')
    await settle()
    expect(names()).toEqual([['take']])
    children[0]?.answer('its sound')
    await settle()
    expect(abandoned).toBe(1)
    expect(names()).toEqual([['take', 'next']])
    children[0]?.answer('done')
    expect(await next).toBe('done')
    await crew.close()
  })

  test('says of a cancelled job that nobody waits for it also when its child dies', async () => {
    const { children, crew } = setUp(1)
    const stop = new AbortController()
    let abandoned = 0
    const job = crew.run('prepare', 'take' as never, {
      signal: stop.signal,
      deadlineMs: 60_000,
      onAbandoned: () => (abandoned += 1),
    })
    stop.abort()
    await expect(job).rejects.toThrow('cancelled')
    children[0]?.die()
    await settle()
    expect(abandoned).toBe(1)
    await crew.close()
  })

  test.each(['write', 'measure'] as const)('kills the child of a cancelled %s', async (name) => {
    const { children, run, crew } = setUp(1)
    const stop = new AbortController()
    const job = run(name, 'file', stop.signal)
    stop.abort()
    await expect(job).rejects.toThrow('cancelled')
    expect(children[0]?.alive).toBe(false)
    await crew.close()
  })

  test('gives the job of a child that dies to another, fails it when that dies too, and names its stage', async () => {
    const { children, run, crew, names } = setUp(1)
    const job = run('prepare', 'poison')
    const failed = expect(job).rejects.toMatchObject({
      failure: { code: 'codec-failed', params: { stage: 'prepare' }, retry: 'now' },
    })
    const next = run('prepare', 'good')
    children[0]?.die()
    await settle()
    children[1]?.answer('done')
    expect(await next).toBe('done')
    await settle()
    children[1]?.die()
    await failed
    await settle()
    expect(names()).toEqual([['poison'], ['good', 'poison']])
    const last = run('prepare', 'better')
    children[2]?.answer('done')
    expect(await last).toBe('done')
    await crew.close()
  })

  test('kills a child that hangs, fails its job, and goes on with another', async () => {
    const { children, run, clock, crew } = setUp(1)
    const hung = run('prepare', 'hangs')
    const failed = expect(hung).rejects.toMatchObject({
      failure: {
        code: 'codec-failed',
        params: { stage: 'prepare' },
        detail: 'not done after 60 s',
      },
    })
    // Waiting for a turn is no part of the time.
    const next = run('prepare', 'good')
    await clock.advance(59_000)
    expect(children.map(({ alive }) => alive)).toEqual([true])
    await clock.advance(2000)
    await failed
    expect(children.map(({ alive }) => alive)).toEqual([false, true])
    await clock.advance(50_000)
    children[1]?.answer('done')
    expect(await next).toBe('done')
    await crew.close()
  })

  test('starts a new child when an idle one has died', async () => {
    const { children, run, crew } = setUp(1)
    const job = run('encode', 1)
    children[0]?.answer(null)
    await job
    await settle()
    children[0]?.die()
    const next = run('encode', 2)
    children[1]?.answer('done')
    expect(await next).toBe('done')
    await crew.close()
  })

  test('renews a child after 400 jobs', async () => {
    const { children, run, crew } = setUp(1)
    for (let count = 0; count < 401; count++) {
      const job = run('prepare', count)
      children.at(-1)?.answer(null)
      await job
      await settle()
    }
    expect(children.map(({ given }) => given.length)).toEqual([400, 1])
    expect(children.map(({ alive }) => alive)).toEqual([false, true])
    await crew.close()
  })

  test('sends children home that were idle for half a minute', async () => {
    const { children, run, clock, crew } = setUp(2)
    const first = run('encode', 1)
    children[0]?.answer(null)
    await first
    await clock.advance(20_000)
    const second = run('encode', 2)
    children[0]?.answer(null)
    await second
    await clock.advance(29_000)
    expect(children[0]?.alive).toBe(true)
    await clock.advance(2000)
    expect(children[0]?.alive).toBe(false)
    await crew.close()
  })

  test('ends with everything aborted and every child gone', async () => {
    const { children, run, crew } = setUp(1)
    const jobs = [run('encode', 1), run('encode', 2)]
    const ends = Promise.allSettled(jobs)
    await crew.close()
    const reasons = (await ends).map((end) => (end.status === 'rejected' ? end.reason : null))
    expect(reasons.map((reason: Error) => reason.name)).toEqual(['AbortError', 'AbortError'])
    expect(children.map(({ alive }) => alive)).toEqual([false])
    await expect(run('encode', 3)).rejects.toThrow('cancelled')
  })
})
