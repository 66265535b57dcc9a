// A neural engine that is closed amid its work leaves no timer behind, which would keep the process alive.
import { expect, test } from 'vitest'
import type { Clock } from '../../../src/core/base/scope.ts'
import type { Channel, Launch } from '../../../src/io/process/channel.ts'
import { createModelProcess } from '../../../src/io/speech/neural/model-process.ts'
import { createListenerProcess } from '../../../src/io/transcriber/on-disk/listener-process.ts'
import { createVirtualClock } from '../../fixtures/virtual-clock.ts'

const entry = new URL('file:///engine')
const { signal } = new AbortController()

/** A clock that counts what it is still to run. */
function countingClock() {
  const clock = createVirtualClock()
  const armed = new Set<object>()
  const after: Clock['after'] = (ms, run) => {
    const timer = {}
    armed.add(timer)
    const cancel = clock.after(ms, () => (armed.delete(timer), run()))
    return () => (armed.delete(timer), cancel())
  }
  return { clock: { ...clock, after }, settle: () => clock.advance(0), armed }
}

/** Engines that load, never come to the end of a sound, and are gone a while after they are killed. */
function busyEngines() {
  const busy = Promise.withResolvers<void>()
  const launch: Launch = () => {
    let answer: (message: unknown) => void = () => {}
    let exit: (code: number | null) => void = () => {}
    return {
      pid: undefined,
      post(message) {
        const { id, operation } = message as { id: number; operation: string }
        if (operation === 'load') queueMicrotask(() => answer({ kind: 'value', id, value: null }))
        else busy.resolve()
      },
      onMessage: (listener) => void (answer = listener),
      onExit: (listener) => void (exit = listener),
      kill: () => setImmediate(() => exit(null)),
    } satisfies Channel
  }
  return { launch, isBusy: busy.promise }
}

const begin = {
  'a voice': (launch: Launch, clock: Clock) => {
    const speaker = createModelProcess({
      ...{ launch, entry, clock, spool: '', voice: 'neural:tiny', onCrash() {} },
      settings: () => ({}) as never,
      callTimeoutSeconds: () => 60,
    })
    const wish = { voice: 'neural:tiny', spoken: [], speaker: 0, rate: 1, language: null }
    return { work: speaker.speak(wish, signal), close: () => speaker.close() }
  },
  'a listener': (launch: Launch, clock: Clock) => {
    const parameters = async () => ({}) as never
    const listener = createListenerProcess({ launch, entry, clock, name: 'tiny', parameters })
    return { work: listener.hear({ flac: null }, 'en', signal), close: () => listener.close() }
  },
}

test.each(Object.entries(begin))(
  '%s that is closed amid a sound leaves no timer',
  async (_, of) => {
    const { clock, settle, armed } = countingClock()
    const { launch, isBusy } = busyEngines()
    const { work, close } = of(launch, clock)
    const ended = expect(work).rejects.toMatchObject({ failure: { code: 'cancelled' } })
    await isBusy
    expect(armed.size).toBeGreaterThan(0)
    await close()
    await ended
    await settle()
    expect(armed.size).toBe(0)
  },
)
