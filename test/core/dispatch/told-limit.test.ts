// Places that come and go: their number is told, never found.
import { describe, expect, it } from 'vitest'
import { fail } from '../../../src/core/base/failure-error.ts'
import { createToldLimit } from '../../../src/core/dispatch/told-limit.ts'
import { createVirtualClock } from '../../fixtures/virtual-clock.ts'
import { createServer, seeded } from './simulated-server.ts'
import { dispatcherOf } from './speak-all.ts'

const calm = () => ({ signal: new AbortController().signal, urgent: false })
const fixed = (lanes: number) => ({ mode: 'fixed', lanes }) as const

/** A dispatcher of told lanes, after some fixed ones where `here` says so; requests take 100 ms. */
function farmOf(lanes: number, here: number | null = null) {
  const clock = createVirtualClock()
  const told = { lanes }
  const limits = [
    ...(here === null ? [] : [fixed(here)]),
    { mode: 'told', lanes: () => told.lanes } as const,
  ]
  const servers = limits.map(() => createServer(clock, { serviceMs: () => 100 }))
  const dispatcher = dispatcherOf(clock, seeded(1), limits)
  const bring = (count: number) => {
    for (let each = 0; each < count; each += 1)
      void dispatcher.run(
        { characters: 100 },
        (id, signal) => servers[Number(id)]!.speak(100, signal),
        calm(),
      )
  }
  const busy = () => dispatcher.state().map((state) => state.busy)
  return { clock, told, dispatcher, servers, bring, busy }
}

describe('told lanes', () => {
  it.each(['answered', 'overload', 'other'] as const)(
    'are as many as is told, whatever %s requests teach',
    (outcome) => {
      let lanes = 7
      const limit = createToldLimit(() => lanes)
      for (let each = 0; each < 20; each += 1) limit.end(limit.begin(each, 100), each + 1, outcome)
      expect([limit.width, limit.busy, limit.settled]).toEqual([7, 0, null])
      lanes = 2
      expect(limit.width).toBe(2)
    },
  )

  it('are all used and never exceeded, and stay as wide after failures', async () => {
    const { clock, dispatcher, servers, bring, busy } = farmOf(5)
    const busyServer = fail('server-busy', { server: 'test' })
    await dispatcher
      .run({ characters: 1 }, () => Promise.reject(fail('voice-failed', { voice: 'v' })), calm())
      .catch(() => {})
    void dispatcher.run({ characters: 1 }, () => Promise.reject(busyServer), calm()).catch(() => {})
    bring(12)
    await clock.advance(50)
    expect(busy()).toEqual([5])
    await clock.advance(1000)
    expect(servers[0]).toMatchObject({ most: 5, answered: 12 })
  })

  it('that are none start nothing, count as down, and are used at once when they appear', async () => {
    const { clock, told, dispatcher, servers, bring } = farmOf(0)
    bring(4)
    await clock.advance(60_000)
    expect([dispatcher.lanes, dispatcher.isDown, dispatcher.waiting]).toEqual([0, true, 4])
    told.lanes = 3
    await clock.advance(1000)
    expect(servers[0]?.most).toBe(0)
    dispatcher.refresh()
    await clock.advance(0)
    expect([dispatcher.lanes, dispatcher.isDown, servers[0]?.most]).toEqual([3, false, 3])
  })

  it('that become fewer let what is under way come to its end, and start no more than is told', async () => {
    const { clock, told, servers, bring, busy } = farmOf(4)
    bring(8)
    await clock.advance(50)
    told.lanes = 1
    await clock.advance(60)
    expect([busy(), servers[0]?.answered]).toEqual([[1], 4])
    await clock.advance(1000)
    expect(servers[0]?.answered).toBe(8)
  })

  it('beside fixed ones get what those have no room for', async () => {
    const { clock, told, dispatcher, bring, busy } = farmOf(3, 2)
    bring(5)
    await clock.advance(50)
    expect([dispatcher.lanes, busy()]).toEqual([5, [2, 3]])
    await clock.advance(100)
    told.lanes = 0
    bring(5)
    await clock.advance(50)
    expect([dispatcher.lanes, dispatcher.isDown, busy()]).toEqual([2, false, [2, 0]])
  })
})
