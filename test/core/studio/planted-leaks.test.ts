// Leaks that are really there: a listener, a map that grows, a process that nobody ends.
import { spawn } from 'node:child_process'
import { afterEach, describe, expect, it } from 'vitest'
import { createScope } from '../../../src/core/base/scope.ts'
import { openStudio } from '../../../src/core/studio/open-studio.ts'
import type { Studio } from '../../../src/core/studio/studio.ts'
import { createMemoryProbe } from '../../../src/io/memory-probe.ts'
import { createProcessRegister } from '../../../src/io/process/process-register.ts'
import { studioPorts } from '../../fixtures/studio-ports.ts'
import { createVirtualClock } from '../../fixtures/virtual-clock.ts'

const endings: (() => Promise<unknown> | void)[] = []
afterEach(async () => {
  for (const end of endings.splice(0)) await end()
})

/** A studio that measures the real process, in a time of its own. */
async function watchedStudio() {
  const clock = createVirtualClock()
  const scope = createScope()
  const probe = createMemoryProbe(scope, createProcessRegister(), clock)
  let looks = 0
  const memory = {
    ...probe,
    read: async () => ({ ...(await probe.read()), eventLoopDelayP99Ms: 0, rssBytes: 1 }),
    async processes() {
      const measured = await probe.processes()
      looks += 1
      return measured
    },
  }
  const { ports, options } = studioPorts(clock, { memory })
  const studio = await openStudio(ports, options)
  endings.push(
    () => studio.close(),
    () => scope.dispose(),
  )
  return {
    studio,
    /** So many seconds, in each of which something is done. */
    async work(seconds: number, each: (studio: Studio) => void) {
      for (let second = 0; second < seconds; second += 1) {
        each(studio)
        await studio.call('library.list', {})
        const before = looks
        await clock.advance(1000)
        // The kernel answers in its own time, which is not the studio's.
        while (looks === before) await clock.advance(0)
        await clock.advance(0)
      }
    },
    async leaks() {
      const reply = await studio.call('performance.processes', {})
      return reply.ok ? reply.value.leaks.map(({ name }) => name) : []
    },
  }
}

/** A minute, and what of it falls into the last look. */
const minute = 70

describe('a leak', () => {
  it('of listeners is named within a minute of work, and told as an alert', async () => {
    const { work, leaks, studio } = await watchedStudio()
    const told: string[] = []
    studio.on('alerts.changed', ({ alerts }) => told.push(...alerts.map(({ of }) => String(of))))
    await work(minute, () => {
      for (let planted = 0; planted < 4; planted += 1) studio.on('job.advanced', () => {})
    })
    expect(await leaks()).toContain('listeners')
    expect(told).toContain('listeners')
  })

  it('of a map that grows is named as the heap it is in', async () => {
    const { work, leaks } = await watchedStudio()
    const map = new Map<number, object[]>()
    await work(minute, () => {
      const objects = Array.from({ length: 40_000 }, (_, index) => ({ index, more: `${index}` }))
      map.set(map.size, objects)
    })
    expect(await leaks()).toContain('heap of main')
    expect(map.size).toBe(minute)
  })

  it.runIf(process.platform === 'linux')('of a process that nobody ends is named', async () => {
    const { work, leaks } = await watchedStudio()
    await work(2, () => {})
    const orphan = spawn('sleep', ['600'])
    endings.push(() => void orphan.kill('SIGKILL'))
    await work(minute, () => {})
    expect(await leaks()).toEqual(['process sleep'])
  })

  it('is not seen where there is none', async () => {
    const { work, leaks, studio } = await watchedStudio()
    await work(3 * minute, () => {
      studio.on('job.advanced', () => {})()
    })
    expect(await leaks()).toEqual([])
    expect(await studio.call('alerts.read', {})).toEqual({ ok: true, value: { alerts: [] } })
  })
})
