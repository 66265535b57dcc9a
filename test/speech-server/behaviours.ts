// What each profile does, as data for the server: when it answers, whether, with what, and how.
import {
  addOffset,
  clip,
  dropMiddle,
  dropTail,
  insertSilence,
  noise,
  repeatTwice,
} from '../fixtures/spoil-sound.ts'
import {
  asMp3CalledWav,
  asRawSamples,
  asWavDeclared,
  asWavOfSize,
  asWavWithJunk,
  asWavWithSecondHeader,
  type Pack,
} from './containers.ts'
import * as pace from './pace.ts'
import type { Pace, PaceOptions } from './pace.ts'
import type { ProfileName } from './profiles.ts'
import * as refusals from './refusals.ts'
import type { Refusal } from './refusals.ts'
import type { Delivery } from './deliver.ts'

export type Behaviour = {
  pace?: (options: PaceOptions) => Pace
  refuse?: (asked: { model: string; voice: string; retryAfterSeconds?: number }) => Refusal
  /** How many tries of each text meet the trouble, where it is not every one. */
  times?: number
  spoil?: (samples: Int16Array, rate: number) => Int16Array
  pack?: Pack
  deliver?: Delivery
  isStranger?: true
  ignoresSpeed?: true
}

const latency = pace.fixedLatency(300)

/** Of a short sound only half goes, so that something is left. */
const withoutTail = (samples: Int16Array, rate: number) =>
  dropTail(samples, rate, Math.min(2, samples.length / rate / 2))

export const behaviours: Readonly<Record<ProfileName, Behaviour>> = {
  normal: {},

  latency: { pace: latency },
  jitter: { pace: pace.jitter },
  'cold-start': { pace: pace.coldStart },
  'slow-drip': { deliver: 'slow-drip' },
  rpm: { pace: pace.bucket },
  'cap-503': { pace: pace.refusingCap },
  'cap-queue': { pace: pace.queueingCap },

  'error-500': { times: 2, refuse: () => refusals.internalError },
  'retry-after-1': {
    times: 1,
    refuse: ({ retryAfterSeconds = 1 }) => refusals.retryAfter(retryAfterSeconds),
  },
  'retry-after-90': {
    times: 1,
    refuse: ({ retryAfterSeconds = 90 }) => refusals.retryAfter(retryAfterSeconds),
  },
  'retry-after-date': {
    times: 1,
    refuse: ({ retryAfterSeconds = 2 }) => refusals.retryAfterDate(retryAfterSeconds),
  },

  quota: { refuse: () => refusals.insufficientQuota },
  'bad-key': { refuse: () => refusals.badKey },
  'model-404': { refuse: ({ model }) => refusals.unknownModel(model) },
  'fastapi-422': { refuse: () => refusals.unprocessable },
  'bad-400': { refuse: ({ voice }) => refusals.unknownVoice(voice) },
  'bad-400-openai': {
    refuse: () => refusals.badRequest('Invalid value for input.', 'invalid_value'),
  },
  'html-502': { refuse: () => refusals.badGateway },

  reset: { deliver: 'reset' },
  'no-answer': { deliver: 'no-answer' },
  'stalled-body': { deliver: 'stalled-body' },
  'truncated-length': { deliver: 'truncated-length' },
  'truncated-chunked': { deliver: 'truncated-chunked' },
  'truncated-close': { deliver: 'truncated-close' },

  'json-200': { refuse: () => refusals.errorAsSuccess },
  'empty-200': { refuse: () => refusals.nothingAsSuccess },
  'wav-ffffffff': { pack: asWavOfSize(0xffff_ffff) },
  'wav-zero': { pack: asWavOfSize(0) },
  'wav-2e9': { pack: asWavOfSize(2_000_000_000) },
  'wav-second-header': { pack: asWavWithSecondHeader },
  'wav-trailing-junk': { pack: asWavWithJunk },
  'mp3-as-wav': { pack: asMp3CalledWav },
  'pcm-22050': { pack: asRawSamples },

  'wrong-rate': { pack: asWavDeclared(24_000) },
  'missing-tail': { spoil: withoutTail },
  'missing-middle': { spoil: (samples, rate) => dropMiddle(samples, rate, 0.35, 0.8) },
  repeated: { spoil: repeatTwice },
  'dead-air': { spoil: (samples, rate) => insertSilence(samples, rate, 0.5, 8) },
  clipped: { spoil: (samples) => clip(samples, 8) },
  noise: { spoil: (samples) => noise(samples.length, 1) },
  offset: { spoil: (samples) => addOffset(samples, 0.05) },
  'other-voice': { isStranger: true },
  'ignores-speed': { ignoresSpeed: true },
}
