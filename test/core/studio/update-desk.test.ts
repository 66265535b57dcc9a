// New versions of the app: looked for and fetched as the setting says, and installed in the midst of no work.
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import {
  defaultSettings,
  type AppUpdate,
  type Failure,
  type Settings,
} from '../../../src/contract/index.ts'
import { createEmitter } from '../../../src/core/base/emitter.ts'
import { fail } from '../../../src/core/base/failure-error.ts'
import { abortError, createScope } from '../../../src/core/base/scope.ts'
import type { AppUpdates } from '../../../src/core/ports/updates.ts'
import { openStudio } from '../../../src/core/studio/open-studio.ts'
import type { StudioContext, StudioEvents } from '../../../src/core/studio/studio-context.ts'
import { openUpdateDesk } from '../../../src/core/studio/update-desk.ts'
import { silentLog } from '../../fixtures/silent-log.ts'
import { longBook, sourcesOf, studioPorts, voiceOf } from '../../fixtures/studio-ports.ts'
import { createVirtualClock, type VirtualClock } from '../../fixtures/virtual-clock.ts'

const release = { version: '1.1.0', notes: '- Voices that sing.' }
const day = 24 * 3600_000
const minute = 60_000

/** Where new versions come from, as a test wants it. */
class Feed implements AppUpdates {
  readonly way = 'by-itself'
  looks = 0
  installed = 0
  newest: typeof release | null = release
  trouble: Failure['code'] | null = null
  /** While it is there, nothing arrives. */
  slow: Promise<void> | null = null

  async look() {
    this.looks += 1
    if (this.trouble) throw fail(this.trouble)
    return this.newest
  }
  async fetch(onProgress: (done: number, total: number) => void, signal: AbortSignal) {
    onProgress(10, 100)
    await Promise.race([
      this.slow,
      new Promise((_, reject) => signal.addEventListener('abort', () => reject(abortError()))),
    ])
    if (this.trouble) throw fail(this.trouble)
  }
  /** While it is there, the system has not taken it. */
  handing: Promise<void> | null = null
  async install(mayEnd: () => boolean) {
    await this.handing
    if (!mayEnd()) return false
    this.installed += 1
    return true
  }
}

let clock: VirtualClock
let feed: Feed
let close: () => Promise<void>
let seen: AppUpdate['state']['kind'][]
beforeEach(() => {
  clock = createVirtualClock()
  feed = new Feed()
  seen = []
})
afterEach(() => close())

/** Of a studio in which nothing else happens: days go by fast. */
function openDesk(updates: Settings['updates'] = 'fetch') {
  const scope = createScope()
  close = () => scope.dispose()
  const events = createEmitter<StudioEvents>((error) => {
    throw error
  })
  events.on('update.changed', ({ update }) => seen.push(update.state.kind))
  const settingsInForce = () => ({ ...defaultSettings(), updates })
  const context = { updates: feed, clock, scope, events, log: silentLog, settingsInForce }
  const desk = openUpdateDesk(context as unknown as StudioContext, () => true)
  if (!desk) throw new Error('there are updates')
  return { ...desk, state: () => desk.read().state }
}

/** A studio whose voice waits for `speak`. */
async function openWhole(updates: AppUpdates | null) {
  const spoken = Promise.withResolvers<void>()
  const voice = voiceOf(async ({ spoken: parts }) => {
    await spoken.promise
    return { file: `sound-${JSON.stringify(parts).length}` }
  })
  const { ports, options } = studioPorts(clock, {
    updates,
    reader: longBook(2),
    sources: sourcesOf(voice),
  })
  const studio = await openStudio(ports, options)
  close = studio.close
  return {
    studio,
    speak: spoken.resolve,
    async state() {
      const reply = await studio.call('update.read', {})
      return reply.ok ? reply.value.update?.state : reply.failure
    },
    async narrate() {
      await studio.call('book.import', { ticket: studio.tickets.issue('book', 'book.txt') })
      await clock.advance(200)
      const listed = await studio.call('library.list', {})
      const projectId = listed.ok ? (listed.value.projects[0]?.id ?? '') : ''
      await studio.call('speech.start', { projectId, scope: { kind: 'ticked' } })
      await clock.advance(200)
    },
  }
}

describe('a new version', () => {
  test('is looked for a while after the start and once a day, and fetched by itself', async () => {
    feed.newest = null
    const { state } = openDesk()
    await clock.advance(minute - 1)
    expect(feed.looks).toBe(0)
    await clock.advance(2)
    expect(state()).toEqual({ kind: 'none', lookedAt: minute })
    feed.newest = release
    await clock.advance(day)
    expect(feed.looks).toBe(2)
    expect(state()).toEqual({ kind: 'ready', release, mustWait: false })
    expect(seen).toEqual(['looking', 'none', 'looking', 'fetching', 'fetching', 'ready'])
    await clock.advance(day)
    expect([feed.looks, feed.installed]).toEqual([2, 0])
  })

  test('is only told of where that is what a person wants, and fetched at a word', async () => {
    const { state, fetch } = openDesk('tell')
    await clock.advance(minute)
    expect(state()).toEqual({ kind: 'found', release })
    fetch()
    await clock.advance(1)
    expect(state()).toMatchObject({ kind: 'ready' })
  })

  test('is never looked for without a word, where that is what a person wants', async () => {
    const { state, look } = openDesk('never')
    await clock.advance(3 * day)
    expect(feed.looks).toBe(0)
    await look()
    expect(state()).toEqual({ kind: 'found', release })
  })

  test('may be called off while it comes', async () => {
    feed.slow = new Promise(() => {})
    const { state, look, cancel } = openDesk()
    await look()
    expect(state()).toEqual({ kind: 'fetching', release, done: 10, total: 100 })
    cancel()
    await clock.advance(1)
    expect(state()).toEqual({ kind: 'found', release })
  })

  test('that cannot be had is a failure of its own, and tried again', async () => {
    const { state, look } = openDesk()
    feed.trouble = 'update-unreachable'
    await look()
    expect(state()).toMatchObject({ failure: { code: 'update-unreachable' }, release: null })
    feed.trouble = null
    await clock.advance(day)
    expect(state()).toMatchObject({ kind: 'ready' })
  })

  test('that is damaged is not there to be installed', async () => {
    const { state, look, fetch, install } = openDesk('tell')
    await look()
    feed.trouble = 'update-damaged'
    fetch()
    await clock.advance(1)
    expect(state()).toMatchObject({ failure: { code: 'update-damaged' }, release })
    expect(install).toThrow('not-found')
    expect(feed.installed).toBe(0)
  })

  test('is installed at once where nothing runs, and stays ready where the app is kept open', async () => {
    const { state, look, install } = openDesk()
    await look()
    await clock.advance(1)
    install()
    await clock.advance(1)
    expect(feed.installed).toBe(1)
    expect(state()).toEqual({ kind: 'ready', release, mustWait: false })
  })

  test('waits for the end of a narration', async () => {
    const { studio, state, narrate, speak } = await openWhole(feed)
    await studio.call('update.look', {})
    await narrate()
    expect(await state()).toEqual({ kind: 'ready', release, mustWait: true })
    await studio.call('update.install', {})
    await clock.advance(5 * minute)
    expect(feed.installed).toBe(0)
    expect(await state()).toEqual({ kind: 'waiting', release })
    speak()
    await clock.advance(10_000)
    expect(feed.installed).toBe(1)
  })

  test('waits for a narration that began while the system took it', async () => {
    const { studio, state, narrate, speak } = await openWhole(feed)
    await studio.call('update.look', {})
    const { promise, resolve } = Promise.withResolvers<void>()
    feed.handing = promise
    await studio.call('update.install', {})
    expect(await state()).toEqual({ kind: 'installing', release })
    await narrate()
    resolve()
    await clock.advance(5 * minute)
    expect(feed.installed).toBe(0)
    expect(await state()).toEqual({ kind: 'waiting', release })
    speak()
    await clock.advance(10_000)
    expect(feed.installed).toBe(1)
  })

  test('that waits may be put off', async () => {
    const { studio, state, narrate, speak } = await openWhole(feed)
    await studio.call('update.look', {})
    await narrate()
    await studio.call('update.install', {})
    await studio.call('update.cancel', {})
    speak()
    await clock.advance(10_000)
    expect(feed.installed).toBe(0)
    expect(await state()).toEqual({ kind: 'ready', release, mustWait: false })
  })

  test('is nothing that a studio without a feed knows of', async () => {
    const { studio, state } = await openWhole(null)
    expect(await state()).toBeUndefined()
    expect(await studio.call('update.look', {})).toMatchObject({
      failure: { code: 'not-found', params: { kind: 'update' } },
    })
  })
})
