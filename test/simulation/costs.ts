// What Redis and a studio need for a segment, mostly as `redis-costs.ts` measures it; docs/farm-at-scale.md says what is from elsewhere.

/** Milliseconds of Redis' one thread, of a machine of 2.5 GHz, and bytes. */
export type Costs = {
  /** Looking for the sound, saying that it is wanted, and adding the job. */
  addMs: number
  /** Keeping the result, ending the job and taking the next one. */
  completeMs: number
  /** Fetching the result. */
  fetchMs: number
  /** Telling one studio that a job is over, its own or not. */
  tellMs: number
  /** Looking whether one job that waits is still there, each second. */
  lookMs: number
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
  addMs: 0.17,
  completeMs: 0.4,
  fetchMs: 0.18,
  tellMs: 0.003,
  lookMs: 0.109,
  heartbeatMs: 0.023,
  jobBytes: 1600,
  jobTraffic: 4600,
  tellTraffic: 121,
  resultOverhead: 1.15,
  roundTripMs: 1,
  prepareMs: 10,
}

/** Of a segment of usual length: some five seconds of speech. */
export const resultBytes = 100_000
export const usualCharacters = 150
