// What has ended below the studio is not held: scopes, signals, remotes, channels, open pages.
import { getEventListeners } from 'node:events'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { failure } from '../../src/core/base/failure-error.ts'
import { createEmitter } from '../../src/core/base/emitter.ts'
import { createScope, type Scope } from '../../src/core/base/scope.ts'
import { systemClock } from '../../src/io/clock.ts'
import type { Channel } from '../../src/io/process/channel.ts'
import { forkProcess, startThread } from '../../src/io/process/fork.ts'
import { connect } from '../../src/io/process/remote.ts'
import { streamEvents } from '../../src/web/event-stream.ts'
import { createTinyStudio } from '../web/tiny-studio.ts'
import { stillHeld, watch } from './collected.ts'
import { builtWorkers } from '../fixtures/built.ts'

const anHourMs = 3_600_000

let scope: Scope
beforeEach(() => void (scope = createScope()))
afterEach(() => scope.dispose())

it('what somebody still holds is told apart from what is gone', async () => {
  const kept: object[] = []
  const held = await watch(() => {
    const one = {}
    kept.push(one)
    return one
  })
  expect(await stillHeld([...held, ...(await watch(() => ({})))])).toBe(1)
  expect(kept).toHaveLength(1)
})

it('a scope that has ended is held neither by its parent nor by its timers', async () => {
  const watched = await watch(async () => {
    const child = scope.child()
    child.after(systemClock, anHourMs, () => {})
    child.every(systemClock, anHourMs, () => {})
    child.child().own(() => {})
    await child.dispose()
    return child
  }, 5)
  expect(await stillHeld(watched)).toBe(0)
})

it('a listener that has gone is not held by what it heard', async () => {
  const emitter = createEmitter<{ told: number }>(() => {})
  const watched = await watch(() => {
    const listener = () => {}
    emitter.on('told', listener)()
    return listener
  }, 5)
  expect(await stillHeld(watched)).toBe(0)
  expect(emitter.heard('told')).toBe(false)
})

describe.each([
  ['a thread', startThread],
  ['a process', forkProcess],
])('%s that has ended', (_, launch) => {
  it('is held by nobody, nor is what it was asked', async () => {
    const watched: WeakRef<WeakKey>[] = []
    const ask = async () => {
      const channel: Channel = launch(builtWorkers.reader, { name: 'reader' })
      const remote = connect(channel, () => failure('cancelled'))
      const ended = new Promise<void>((resolve) => channel.onExit(() => resolve()))
      const { signal } = new AbortController()
      await remote.call('next', {}, { signal }).catch(() => {})
      // Each call gives back its place at the signal of whoever asked.
      expect(getEventListeners(signal, 'abort')).toEqual([])
      const underWay = remote.call('next', {}, { signal: scope.signal }).catch(() => {})
      remote.kill()
      await Promise.all([ended, underWay])
      watched.push(new WeakRef(channel), new WeakRef(remote), new WeakRef(signal))
    }
    await ask()
    await ask()
    expect(await stillHeld(watched)).toBe(0)
    expect(getEventListeners(scope.signal, 'abort')).toEqual([])
  })
})

describe('an open page', () => {
  const opened = () => {
    const studio = createTinyStudio()
    return { studio, stream: () => streamEvents(studio, scope, systemClock) }
  }

  it('that is closed is held by nobody, and hears nothing', async () => {
    const { studio, stream } = opened()
    const watched = await watch(async () => {
      const response = stream()
      const page = response.body!.getReader()
      await page.read()
      expect(studio.listeners()).toBe(1)
      await page.cancel()
      return response
    }, 5)
    expect(studio.listeners()).toBe(0)
    expect(await stillHeld(watched)).toBe(0)
  })

  it('that reads nothing any more is given up, and then held by nobody', async () => {
    const { studio, stream } = opened()
    const large = 'x'.repeat(1024 * 1024)
    const watched = await watch(() => {
      const response = stream()
      for (let count = 0; count < 10; count += 1) studio.announce('told', large)
      return response
    }, 3)
    expect(studio.listeners()).toBe(0)
    expect(await stillHeld(watched)).toBe(0)
  })
})
