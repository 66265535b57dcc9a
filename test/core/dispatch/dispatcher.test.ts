// Permits, pauses and turns: what holds whatever the servers do.
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Failure } from '../../../src/contract/index.ts'
import { fail, FailureError, failureOf } from '../../../src/core/base/failure-error.ts'
import type { Dispatcher } from '../../../src/core/dispatch/dispatcher.ts'
import { createVirtualClock, type VirtualClock } from '../../fixtures/virtual-clock.ts'
import { createServer, seeded, type Server } from './simulated-server.ts'
import { dispatcherOf, noCaps, sentenceLengths, speakAll } from './speak-all.ts'

const calm = () => ({ signal: new AbortController().signal, urgent: false })
const fixed = (lanes: number) => ({ mode: 'fixed', lanes }) as const
const busySum = (dispatcher: Dispatcher) =>
  dispatcher.state().reduce((sum, { busy }) => sum + busy, 0)

/** Speaks once and remembers how it ended. */
function speak(dispatcher: Dispatcher, server: Server, options = calm(), characters = 100) {
  const ended: { failure: Failure | null; done: boolean } = { failure: null, done: false }
  dispatcher
    .run({ characters }, (_, signal) => server.speak(characters, signal), options)
    .then(
      () => (ended.done = true),
      (error: unknown) => (ended.failure = failureOf(error)),
    )
  return ended
}

describe('the caps', () => {
  it('hold over all endpoints, in every minute, whatever is brought', async () => {
    const caps = fc.record({
      lanes: fc.integer({ min: 1, max: 6 }),
      requestsPerMinute: fc.integer({ min: 10, max: 60 }),
      charactersPerMinute: fc.integer({ min: 2000, max: 9000 }),
    })
    await fc.assert(
      fc.asyncProperty(caps, fc.nat(1000), async (cap, seed) => {
        const clock = createVirtualClock()
        const random = seeded(seed)
        const started: { at: number; characters: number }[] = []
        let running = 0
        let most = 0
        const dispatcher = dispatcherOf(clock, random, [fixed(4), fixed(4)], { caps: () => cap })
        const inner = createServer(clock, { serviceMs: () => 100 + 3000 * random() })
        const server: Server = {
          ...inner,
          async speak(characters, signal) {
            started.push({ at: clock.monotonic(), characters })
            most = Math.max(most, ++running)
            try {
              return await inner.speak(characters, signal)
            } finally {
              running -= 1
            }
          },
        }
        const lengths = sentenceLengths(100, random)
        const { failed } = await speakAll(clock, dispatcher, [server, server], lengths)
        expect(failed).toEqual([])
        expect(most).toBeLessThanOrEqual(cap.lanes)
        for (const { at } of started) {
          const minute = started.filter((other) => other.at > at - 60_000 && other.at <= at)
          expect(minute.length).toBeLessThanOrEqual(cap.requestsPerMinute)
          const sum = minute.reduce((total, { characters }) => total + characters, 0)
          expect(sum).toBeLessThanOrEqual(cap.charactersPerMinute)
        }
        expect(busySum(dispatcher)).toBe(0)
      }),
      { numRuns: 12, seed: 7 },
    )
  })

  it('are told to whoever listens, and obeyed when they change', async () => {
    const clock = createVirtualClock()
    const server = createServer(clock, { serviceMs: () => 100 })
    let lanes: number | null = 3
    const dispatcher = dispatcherOf(clock, seeded(1), [fixed(5), fixed(5)], {
      caps: () => ({ ...noCaps(), lanes }),
    })
    const heard: number[] = []
    dispatcher.onLanes((count) => heard.push(count))
    expect(dispatcher.lanes).toBe(3)
    for (let count = 0; count < 20; count++) speak(dispatcher, server)
    expect(busySum(dispatcher)).toBe(3)
    lanes = null
    dispatcher.refresh()
    expect([busySum(dispatcher), heard.at(-1)]).toEqual([10, 10])
    expect(dispatcher.waiting).toBe(10)
    await clock.advance(1000)
    expect(server.answered).toBe(20)
  })
})

describe('room', () => {
  it('is not waited for by whom the abort met between the call and the look', async () => {
    const clock = createVirtualClock()
    let lanes = 1
    const dispatcher = dispatcherOf(clock, seeded(1), [fixed(2)], {
      caps: () => ({ ...noCaps(), lanes }),
    })
    speak(dispatcher, createServer(clock, { serviceMs: () => 100 }))
    const abort = new AbortController()
    let ended: unknown = 'not yet'
    dispatcher.whenRoom(abort.signal).catch((error: Error) => (ended = error.name))
    lanes = 2
    dispatcher.refresh()
    lanes = 1
    abort.abort()
    await clock.advance(0)
    expect(ended).toBe('AbortError')
    await dispatcher.dispose()
  })
})

describe('a permit', () => {
  it('is given back when work is aborted, throws or hangs', async () => {
    const clock = createVirtualClock()
    const dispatcher = dispatcherOf(clock, seeded(1), [fixed(2)])
    const abort = new AbortController()
    const options = { signal: abort.signal, urgent: false }
    const hung = dispatcher.run({ characters: 1 }, () => new Promise(() => {}), options)
    const broken = dispatcher.run({ characters: 1 }, () => Promise.reject(new Error('bug')), calm())
    const queued = [1, 2, 3].map(() =>
      dispatcher.run({ characters: 1 }, () => new Promise(() => {}), options),
    )
    const ends = Promise.allSettled([hung, broken, ...queued])
    await clock.advance(10)
    expect(busySum(dispatcher)).toBe(2)
    abort.abort()
    expect((await ends).map(({ status }) => status)).toEqual(Array(5).fill('rejected'))
    expect([busySum(dispatcher), dispatcher.waiting]).toEqual([0, 0])
  })

  it('is given back when it came in the same breath as the abort, and nothing is asked', async () => {
    const clock = createVirtualClock()
    const dispatcher = dispatcherOf(clock, seeded(1), [fixed(1)])
    const abort = new AbortController()
    let isAsked = false
    const hangs = () => {
      isAsked = true
      return new Promise<never>(() => {})
    }
    const options = { signal: abort.signal, urgent: false }
    let ended: unknown = 'not yet'
    dispatcher.run({ characters: 1 }, hangs, options).catch((error: Error) => (ended = error.name))
    abort.abort()
    await clock.advance(0)
    expect([ended, isAsked, busySum(dispatcher)]).toEqual(['AbortError', false, 0])
  })

  it('is free again after aborts at any moment, whatever the server does', async () => {
    await fc.assert(
      fc.asyncProperty(fc.nat(10_000), fc.array(fc.nat(30_000)), async (seed, moments) => {
        const clock = createVirtualClock()
        const random = seeded(seed)
        const server = createServer(clock, {
          serviceMs: () => 2000 * random(),
          slots: 3,
          beyond: 'refuse',
          refuses: () => (random() < 0.1 ? 3000 : null),
          down: () => random() < 0.2,
        })
        const dispatcher = dispatcherOf(clock, random, [fixed(3), fixed(2)])
        const rooms: Promise<unknown>[] = []
        for (const moment of moments) {
          const abort = new AbortController()
          clock.after(moment, () => abort.abort())
          speak(dispatcher, server, { signal: abort.signal, urgent: random() < 0.3 })
          rooms.push(dispatcher.whenRoom(abort.signal).catch(() => {}))
        }
        await clock.advance(30_001)
        await Promise.all(rooms)
        expect([busySum(dispatcher), dispatcher.waiting]).toEqual([0, 0])
      }),
      { numRuns: 20, seed: 3 },
    )
  })

  it('is not held while a request waits for its next try', async () => {
    const clock = createVirtualClock()
    const good = createServer(clock, { serviceMs: () => 100 })
    const bad = createServer(clock, { serviceMs: () => 100, down: () => true })
    const dispatcher = dispatcherOf(clock, () => 0.999, [fixed(1)])
    speak(dispatcher, bad)
    const other = speak(dispatcher, good)
    await clock.advance(200)
    expect(other.done).toBe(true)
    expect(dispatcher.waiting).toBe(1)
  })

  it('is refused to nobody but those who come after disposal', async () => {
    const clock = createVirtualClock()
    const server = createServer(clock, { serviceMs: () => 100 })
    const dispatcher = dispatcherOf(clock, seeded(1), [fixed(1)])
    const both = [speak(dispatcher, server), speak(dispatcher, server)]
    const room = dispatcher.whenRoom(calm().signal)
    const roomEnds = expect(room).rejects.toThrow('cancelled')
    await dispatcher.dispose()
    await clock.advance(1)
    await roomEnds
    const late = speak(dispatcher, server)
    await clock.advance(1)
    expect([...both, late].map(({ failure }) => failure?.code)).toEqual(Array(3).fill('cancelled'))
  })
})

describe('the line', () => {
  it('lets the play-head go first', async () => {
    const clock = createVirtualClock()
    const order: string[] = []
    const dispatcher = dispatcherOf(clock, seeded(1), [fixed(1)])
    const bring = (name: string, urgent: boolean) =>
      void dispatcher.run(
        { characters: 1 },
        async () => {
          order.push(name)
          await new Promise<void>((resolve) => void clock.after(10, resolve))
          return { value: name }
        },
        { signal: calm().signal, urgent },
      )
    for (const name of ['first', 'second', 'third']) bring(name, false)
    bring('head', true)
    await clock.advance(100)
    expect(order).toEqual(['first', 'head', 'second', 'third'])
  })

  it('says when there is room, so that what comes next is chosen only then', async () => {
    const clock = createVirtualClock()
    const server = createServer(clock, { serviceMs: () => 100 })
    const dispatcher = dispatcherOf(clock, seeded(1), [fixed(2)])
    await dispatcher.whenRoom(calm().signal)
    speak(dispatcher, server)
    await dispatcher.whenRoom(calm().signal)
    speak(dispatcher, server)
    let roomAt = -1
    void dispatcher.whenRoom(calm().signal).then(() => (roomAt = clock.monotonic()))
    await clock.advance(99)
    expect(roomAt).toBe(-1)
    await clock.advance(1)
    expect(roomAt).toBe(100)
  })

  it('costs next to nothing: ten thousand requests brought at once', async () => {
    const dispatcher = dispatcherOf(createVirtualClock(), seeded(1), [fixed(32)])
    const answers = await Promise.all(
      Array.from({ length: 10_000 }, (_, value) =>
        dispatcher.run({ characters: 100 }, () => Promise.resolve({ value }), calm()),
      ),
    )
    expect(answers).toEqual(Array.from({ length: 10_000 }, (_, value) => value))
    expect(busySum(dispatcher)).toBe(0)
  })
})

describe('a failure', () => {
  const failing = (clock: VirtualClock, failures: ReturnType<typeof fail>[]) => {
    const at: number[] = []
    const work = () => {
      at.push(clock.monotonic())
      const failure = failures.shift()
      return failure ? Promise.reject(failure) : Promise.resolve({ value: 'sound' })
    }
    return { at, work }
  }
  const endOf = async (clock: VirtualClock, promise: Promise<unknown>, ms = 600_000) => {
    const end = promise.then(
      (value) => value,
      (error: unknown) => failureOf(error).code,
    )
    await clock.advance(ms)
    return end
  }

  for (const code of [
    'key-refused',
    'quota-spent',
    'model-gone',
    'voice-unknown',
    'address-refused',
    'server-refused',
  ] as const)
    it(`${code} is thrown at once`, async () => {
      const clock = createVirtualClock()
      const dispatcher = dispatcherOf(clock, seeded(1), [fixed(2), fixed(2)])
      const { at, work } = failing(clock, [fail(code)])
      const end = dispatcher.run({ characters: 1 }, work, calm())
      expect(await endOf(clock, end, 0)).toBe(code)
      expect(at).toEqual([0])
    })

  it('that may pass is tried again at once, as often as was said', async () => {
    const clock = createVirtualClock()
    const dispatcher = dispatcherOf(clock, seeded(1), [fixed(1)], { tries: 3 })
    const again = failing(clock, [fail('sound-refused'), fail('sound-refused')])
    const first = dispatcher.run({ characters: 1 }, again.work, calm())
    expect(await endOf(clock, first)).toBe('sound')
    expect(again.at).toEqual([0, 0, 0])
    const never = failing(
      clock,
      Array.from({ length: 9 }, () => fail('sound-refused')),
    )
    const second = dispatcher.run({ characters: 1 }, never.work, calm())
    expect(await endOf(clock, second)).toBe('sound-refused')
    expect(never.at).toHaveLength(3)
  })

  it('that is the end of a process counts once, however many it was speaking', async () => {
    const clock = createVirtualClock()
    const dispatcher = dispatcherOf(clock, seeded(1), [fixed(4)])
    let crashes = 4
    const end = Promise.all(
      Array.from({ length: 4 }, () =>
        dispatcher.run(
          { characters: 1 },
          async () => {
            await new Promise<void>((resolve) => clock.after(10, resolve))
            if (crashes-- > 0) throw fail('voice-crashed')
            return { value: 'sound' }
          },
          calm(),
        ),
      ),
    )
    await clock.advance(10)
    expect(dispatcher.isDown).toBe(false)
    expect(await endOf(clock, end)).toEqual(Array(4).fill('sound'))
  })

  it('that needs time is tried again after a jittered, doubling wait', async () => {
    const clock = createVirtualClock()
    const dispatcher = dispatcherOf(clock, () => 0.5, [fixed(1)])
    const { at, work } = failing(
      clock,
      [1, 2, 3].map(() => fail('server-failed')),
    )
    const waits: (number | null)[] = []
    const onWaiting = (until: number | null) => waits.push(until)
    const end = dispatcher.run({ characters: 1 }, work, { ...calm(), onWaiting })
    expect(await endOf(clock, end)).toBe('sound')
    expect(at).toEqual([0, 500, 1500, 3500])
    expect(waits).toEqual([500, null, 1500, null, 3500, null])
  })

  it('keeps a pause exactly, for the whole endpoint', async () => {
    const clock = createVirtualClock()
    const dispatcher = dispatcherOf(clock, () => 0, [fixed(4)])
    const { at, work } = failing(clock, [fail('server-busy', { server: 'x', seconds: 7.5 })])
    const first = dispatcher.run({ characters: 1 }, work, calm())
    await clock.advance(1)
    expect([dispatcher.lanes, dispatcher.state()[0]!.pausedUntil]).toEqual([0, 7500])
    const second = dispatcher.run({ characters: 1 }, work, calm())
    await clock.advance(7498)
    expect(at).toEqual([0])
    expect(await endOf(clock, Promise.all([first, second]))).toEqual(['sound', 'sound'])
    expect(at).toEqual([0, 7500, 7500])
  })

  it('is thrown when the pause is longer than the request may wait', async () => {
    const clock = createVirtualClock()
    const dispatcher = dispatcherOf(clock, () => 0, [fixed(1)], { budgetMs: 300_000 })
    const { work } = failing(clock, [fail('server-busy', { server: 'x', seconds: 301 })])
    const end = dispatcher.run({ characters: 1 }, work, calm())
    expect(await endOf(clock, end, 0)).toBe('server-busy')
  })

  it('waits for the reset when headers say that nothing is left', async () => {
    const clock = createVirtualClock()
    const dispatcher = dispatcherOf(clock, () => 0, [fixed(2)])
    const at: number[] = []
    const limits = { requests: { remaining: 0, resetMs: 4000 } }
    for (let count = 0; count < 3; count++) {
      void dispatcher.run(
        { characters: 1 },
        async () => {
          at.push(clock.monotonic())
          await new Promise<void>((resolve) => void clock.after(10, resolve))
          return { value: 1, limits }
        },
        calm(),
      )
    }
    await clock.advance(10_000)
    expect(at).toEqual([0, 0, 4010])
  })

  it('is forgotten once the source is known to be well, but not a pause that it has asked for', async () => {
    const clock = createVirtualClock()
    const dispatcher = dispatcherOf(clock, () => 0, [fixed(2)], { tries: 1 })
    const fails = (failure: Failure) =>
      dispatcher.run({ characters: 1 }, () => Promise.reject(new FailureError(failure)), calm())
    const failed = fail('server-failed', { server: '0', status: 500 }).failure
    for (let count = 0; count < 5; count++) await fails(failed).catch(() => {})
    expect([dispatcher.lanes, dispatcher.state()[0]?.breaker]).toEqual([0, 'open'])
    expect(dispatcher.isDown).toBe(true)
    dispatcher.vouch()
    // Narrower than it was, for the failures were still failures.
    expect([dispatcher.lanes, dispatcher.state()[0]?.breaker]).toEqual([1, 'closed'])
    expect(dispatcher.isDown).toBe(false)
    await fails(fail('server-busy', { server: '0', seconds: 90 }).failure).catch(() => {})
    dispatcher.vouch()
    expect(dispatcher.lanes).toBe(0)
    await dispatcher.dispose()
  })

  it('stays open to work when one process ends under all that spoke in it', async () => {
    const clock = createVirtualClock()
    const dispatcher = dispatcherOf(clock, () => 0, [fixed(4)], { tries: 1 })
    const crash = async () => {
      const end = Promise.withResolvers<never>()
      const spoken = Array.from({ length: 4 }, () =>
        dispatcher.run({ characters: 1 }, () => end.promise, calm()).catch(() => {}),
      )
      await clock.advance(100)
      end.reject(fail('voice-crashed', { voice: 'v' }))
      await Promise.all(spoken)
    }
    await crash()
    expect(dispatcher.state()[0]?.breaker).toBe('closed')
    // One that ends again and again is left alone all the same.
    await crash()
    expect(dispatcher.state()[0]?.breaker).toBe('open')
    await dispatcher.dispose()
  })
})
