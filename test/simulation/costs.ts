// What Redis and a studio need for a segment, as `redis-costs.ts` and the codecs measured it; see docs/farm-at-scale.md.

/** Milliseconds of Redis' one thread, of a machine of 2.5 GHz, and bytes. */
export type Costs = {
  /** Looking for the take, and adding the job. */
  addMs: number
  /** Keeping the result, ending the job and taking the next one. */
  completeMs: number
  /** Fetching the result. */
  fetchMs: number
  /** Telling one studio of what happens to one job, its own or not. */
  tellMs: number
  /** One worker saying that it is there, every two seconds. */
  heartbeatMs: number
  /** A job that waits. */
  jobBytes: number
  /** What crosses the network for a job beside its result, each way. */
  jobTraffic: number
  /** What one studio is told of one job. */
  tellTraffic: number
  /** A result as Redis keeps it, against its own bytes. */
  resultOverhead: number
  /** Between two machines and back. */
  roundTripMs: number
  /** Decoding and measuring a result in the studio, on one core. */
  prepareMs: number
}

export const measuredCosts: Costs = {
  addMs: 0.09,
  completeMs: 0.24,
  fetchMs: 0.06,
  tellMs: 0.005,
  heartbeatMs: 0.023,
  jobBytes: 1100,
  jobTraffic: 1700,
  tellTraffic: 400,
  resultOverhead: 1.15,
  roundTripMs: 1,
  prepareMs: 28,
}

/** Of a segment of usual length: some five seconds of speech. */
export const resultBytes = 100_000
export const usualCharacters = 150
