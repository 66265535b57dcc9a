// Mirrors the studio's measurements: the last five minutes, one a second.
import type { PerformanceSample } from '../../../contract/index.ts'
import type { Connection } from '../client/connection.ts'
import { createStore, type Readable } from '../client/store.ts'

export type Samples = readonly PerformanceSample[]
const kept = 300

/** Appends a sample, dropping those of the same or a later moment and what is too old to be shown. */
export const withSample = (samples: Samples, sample: PerformanceSample): Samples =>
  [...samples.filter((other) => other.at < sample.at), sample].slice(-kept)

export function mirrorPerformance(connection: Connection): Readable<Samples> {
  const store = createStore<Samples>([])
  connection.on('performance.sampled', ({ sample }) =>
    store.update((samples) => withSample(samples, sample)),
  )
  connection.onOpen(() => {
    void connection.call('performance.read', {}).then((reply) => {
      if (reply.ok) store.set(reply.value.samples.slice(-kept))
    })
  })
  return store
}
