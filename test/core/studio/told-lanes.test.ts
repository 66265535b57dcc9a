// A source whose places somebody else tells, such as a farm: how many segments it is asked for at once.
import { expect, it } from 'vitest'
import type { VoiceProvider } from '../../../src/core/ports/speech.ts'
import { createWatch } from '../../../src/core/studio/watch/watch.ts'
import { systemClock } from '../../../src/io/clock.ts'
import { withOpenBook } from '../../fixtures/open-book.ts'
import { longBook, studioPorts, voiceOf } from '../../fixtures/studio-ports.ts'

const sourceOf = (lanesOf: NonNullable<VoiceProvider['lanesOf']>, lanes = 3): VoiceProvider => ({
  ...voiceOf(async () => ({ file: 'sound' }), lanes),
  endpoints: ['here', 'farm'],
  lanesOf,
})

it.each([
  ['nothing is told', () => null, 64, 4, 8],
  ['less is meant for this machine than its processors', () => null, 3, 2, 4],
  ['one place is told', (endpoint: string) => (endpoint === 'farm' ? 100 : null), 3, 2, 102],
  ['none are there now', (endpoint: string) => (endpoint === 'farm' ? 0 : null), 3, 2, 2],
])('lanes are wanted of each place, where %s', (_, lanesOf, lanes, workers, wanted) => {
  const { ports, options } = studioPorts(systemClock, { workers })
  const watch = createWatch(
    {
      ...ports,
      options,
      settingsInForce: () => ({ memoryCheck: 1 }),
      scope: { after: () => () => {} },
    } as never,
    {} as never,
  )
  expect(watch.lanesWanted(sourceOf(lanesOf, lanes))).toBe(wanted)
})

it('are followed while a book is narrated, as the source says that they changed', async () => {
  const listeners = new Set<() => void>()
  const waiting: (() => void)[] = []
  let told = 0
  let busy = 0
  const began = Promise.withResolvers<void>()
  const provider: VoiceProvider = {
    ...voiceOf(async () => {
      busy += 1
      if (busy === told) began.resolve()
      await new Promise<void>((resolve) => waiting.push(resolve))
      return { file: `sound-${busy}` }
    }, 1),
    endpoints: ['farm'],
    lanesOf: () => told,
  }
  const sources = {
    all: () => [provider],
    onChange: (listener: () => void) => {
      listeners.add(listener)
      return () => void listeners.delete(listener)
    },
  }
  const test = studioPorts(systemClock, { reader: longBook(12), sources })
  await withOpenBook(test, async ({ narrate, rows }) => {
    const job = narrate()
    for (let turn = 0; turn < 20; turn += 1) await new Promise(setImmediate)
    expect(busy).toBe(0)
    told = 5
    for (const listener of listeners) listener()
    await began.promise
    for (let turn = 0; turn < 20; turn += 1) await new Promise(setImmediate)
    expect(busy).toBe(5)
    const goOn = setInterval(() => waiting.splice(0).forEach((resolve) => resolve()), 1)
    expect(await job).toMatchObject({ state: 'done' })
    clearInterval(goOn)
    expect(busy).toBe((await rows()).length)
  })
})
