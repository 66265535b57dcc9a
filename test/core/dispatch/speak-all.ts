// Brings many requests to a dispatcher on a virtual clock and says what became of them.
import {
  createDispatcher,
  type Dispatcher,
  type DispatcherOptions,
} from '../../../src/core/dispatch/dispatcher.ts'
import type { VirtualClock } from '../../fixtures/virtual-clock.ts'
import type { Server } from './simulated-server.ts'

export const noCaps = () => ({ lanes: null, requestsPerMinute: null, charactersPerMinute: null })

/** A dispatcher of one server or several, named by their place. */
export function dispatcherOf(
  clock: VirtualClock,
  random: () => number,
  limits: readonly DispatcherOptions['endpoints'][number]['limit'][],
  more: Partial<DispatcherOptions> = {},
): Dispatcher {
  const endpoints = limits.map((limit, index) => ({ id: String(index), limit }))
  return createDispatcher({ clock, random, endpoints, caps: noCaps, tries: 4, ...more })
}

export type Spoken = {
  /** When each was answered, in the order of the answers. */
  at: number[]
  failed: unknown[]
  /** `settled` of the first endpoint after each answer. */
  settled: (number | null)[]
  width: number[]
}

/** Brings all at once and lets time pass until each has ended. */
export async function speakAll(
  clock: VirtualClock,
  dispatcher: Dispatcher,
  servers: readonly Server[],
  lengths: readonly number[],
): Promise<Spoken> {
  const spoken: Spoken = { at: [], failed: [], settled: [], width: [] }
  const { signal } = new AbortController()
  for (const characters of lengths) {
    void dispatcher
      .run({ characters }, (id, inner) => servers[Number(id)]!.speak(characters, inner), {
        signal,
        urgent: false,
      })
      .then(
        () => {
          const state = dispatcher.state()[0]!
          spoken.at.push(clock.monotonic())
          spoken.settled.push(state.settled)
          spoken.width.push(state.width)
        },
        (error: unknown) => spoken.failed.push(error),
      )
  }
  const patienceMs = 24 * 3_600_000
  while (spoken.at.length + spoken.failed.length < lengths.length) {
    if (clock.monotonic() > patienceMs) throw new Error('some requests never ended')
    await clock.advance(1000)
  }
  return spoken
}

/** As many lengths of sentences, the same for the same random numbers. */
export const sentenceLengths = (count: number, random: () => number): number[] =>
  Array.from({ length: count }, () => 20 + Math.floor(random() * 230))
