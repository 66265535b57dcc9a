// What is counted of everything that the studio does.
import { describe, expect, it } from 'vitest'
import { fail } from '../../../src/core/base/failure-error.ts'
import { createMeasures } from '../../../src/core/studio/watch/measures.ts'
import { newHistogram } from '../../../src/io/histogram.ts'
import { newNesting } from '../../../src/io/nesting.ts'
import { openStudio } from '../../../src/core/studio/open-studio.ts'
import { studioPorts } from '../../fixtures/studio-ports.ts'
import { callsOf } from '../../fixtures/studio-calls.ts'
import { systemClock } from '../../../src/io/clock.ts'
import { createVirtualClock } from '../../fixtures/virtual-clock.ts'

function measured() {
  let now = 0
  let rss = 100
  const clock = { monotonic: () => now }
  const memory = { rssBytes: () => rss }
  return {
    measures: createMeasures({ clock, memory, newHistogram, newNesting }),
    pass: (milliseconds: number) => void (now += milliseconds),
    grow: (bytes: number) => void (rss += bytes),
  }
}

describe('measures', () => {
  it('count by kind, with failures and how long each took', async () => {
    const { measures, pass } = measured()
    for (const milliseconds of [10, 20, 30])
      await measures.around('speak', 'espeak', async () => pass(milliseconds))
    await expect(
      measures.around('speak', 'espeak', async () => {
        pass(40)
        throw fail('voice-crashed')
      }),
    ).rejects.toThrow('voice-crashed')
    await measures.around('load', undefined, async () => pass(1))
    const [speech, load] = measures.read()
    expect(speech).toMatchObject({ operation: 'speak', of: 'espeak', count: 4, failures: 1 })
    expect(speech?.meanMs).toBeCloseTo(25, 0)
    expect(speech?.maxMs).toBeCloseTo(40, 0)
    expect(load).toMatchObject({ operation: 'load', of: null, count: 1, failures: 0 })
  })

  it('tell by how much the process grew while what is marked for it ran, also inside a job', async () => {
    const { measures, grow } = measured()
    const job = measures.profile()
    for (const bytes of [30, -10, 10])
      await job.within(() => measures.around('parse', undefined, async () => grow(bytes)))
    await job.within(() => measures.around('load', undefined, async () => grow(500)))
    expect(measures.read().map(({ memoryGrowth }) => memoryGrowth)).toEqual([
      { meanBytes: 10, maxBytes: 30, lastBytes: 10 },
      null,
    ])
    expect(job.read().map(({ maxGrowthBytes }) => maxGrowthBytes)).toEqual([30, null])
  })

  it('leave out what was cancelled', async () => {
    const { measures } = measured()
    await measures
      .around('encode', 'aac', async () => Promise.reject(fail('cancelled')))
      .catch(() => {})
    expect(measures.read()).toEqual([])
  })
})

describe('a studio', () => {
  it('tells how long its commands took, and which of them failed', async () => {
    const { ports, options } = studioPorts(createVirtualClock(), {})
    const studio = await openStudio(ports, options)
    await studio.call('library.list', {})
    await studio.call('project.open', { projectId: 'nobody' })
    const reply = await studio.call('performance.operations', {})
    const told = reply.ok ? reply.value.operations : []
    const of = (name: string) => told.find((one) => one.operation === 'call' && one.of === name)
    expect(of('library.list')).toMatchObject({ count: 1, failures: 0 })
    expect(of('project.open')).toMatchObject({ count: 1, failures: 1 })
    await studio.close()
  })

  it('tells what a job was made of', async () => {
    const { ports, options } = studioPorts(systemClock, {})
    const studio = await openStudio(ports, options)
    const { call, end } = callsOf(studio)
    const { jobId } = await call('book.import', { ticket: ports.tickets.issue('book', 'book.txt') })
    const { projectId = '' } = await end(jobId)
    await end((await call('speech.start', { projectId, scope: { kind: 'ticked' } })).jobId)
    const { profiles } = await call('performance.profiles', {})
    expect(profiles.map(({ job }) => job.kind)).toEqual(['speech', 'import'])
    const [speech, reading] = profiles.map(({ spans }) => spans.map(({ operation }) => operation))
    expect(reading).toEqual(expect.arrayContaining(['segment']))
    expect(speech).toEqual(expect.arrayContaining(['speak', 'check', 'store']))
    await studio.close()
  })

  it('measures by its clock alone, and less while nothing is done: who reads changes no figure', async () => {
    const clock = createVirtualClock()
    let readings = 0
    const rests: boolean[] = []
    const reading = { rssBytes: 1, heapUsedBytes: 1, externalBytes: 1, treeBytes: 1 }
    const memory = {
      processes: async () => [],
      used: async () => 1,
      rssBytes: () => 1,
      collect: async () => {},
      setAtRest: (isAtRest: boolean) => void rests.push(isAtRest),
      read: async () => {
        readings += 1
        return { ...reading, eventLoopDelayP99Ms: 0, gcMs: 0, cpuPercent: 0 }
      },
    }
    const { ports, options } = studioPorts(clock, { memory })
    const studio = await openStudio(ports, options)
    const told: number[] = []
    studio.on('performance.sampled', ({ sample }) => told.push(sample.at))
    for (let turn = 0; turn < 3; turn += 1) {
      await studio.call('library.list', {})
      await clock.advance(1000)
      await studio.call('performance.read', {})
      await studio.call('performance.read', {})
    }
    expect([readings, told.length]).toEqual([3, 3])
    for (let turn = 0; turn < 11; turn += 1) await clock.advance(1000)
    expect(readings).toBe(4)
    expect(rests.slice(0, 3)).toEqual([false, false, false])
    expect(rests.slice(4)).not.toContain(false)
    await studio.close()
  })
})
