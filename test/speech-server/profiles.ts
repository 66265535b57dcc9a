// Every way in which the loopback speech server behaves, and what Lectern should make of it.
import type { FailureCode, TakeFlagCode } from '../../src/contract/index.ts'

export type Expectation = {
  /**
   * What a narration comes to. `spoken`: every segment in the end, without anybody's help · `waits`: for
   * the server, and goes on by itself when that is well again · `pauses`: until a person has mended it ·
   * `fails`: the segments, and narrating again speaks them.
   */
  book: 'spoken' | 'waits' | 'pauses' | 'fails'
  /** What it waits, pauses or fails with. */
  failure?: FailureCode
  /** How often one segment is asked for again; `some` is at least once, `hardly` twice at most. */
  retries: number | 'some' | 'hardly'
  /** What the checks on the sound say, one of them; where it could not be had without, the best is kept. */
  flags?: readonly TakeFlagCode[]
}

type Row = {
  name: string
  does: string
  expect: Expectation
  /** With `control(name, { times: 1 })` the next try is spoken, and nothing is left of the trouble. */
  passes?: true
}

const fine: Expectation = { book: 'spoken', retries: 0 }
const retried = (retries: Expectation['retries']): Expectation => ({ book: 'spoken', retries })
const flagged = (...flags: TakeFlagCode[]): Expectation => ({
  book: 'spoken',
  retries: 'some',
  flags,
})
const waits = (failure: FailureCode): Expectation => ({ book: 'waits', failure, retries: 'some' })
const pauses = (failure: FailureCode): Expectation => ({ book: 'pauses', failure, retries: 0 })
const fails = (failure: FailureCode, retries: number | 'some'): Expectation => ({
  book: 'fails',
  failure,
  retries,
})

/** Unless `does` says how often, the trouble does not end by itself; `times` makes it end. */
const rows = [
  { name: 'normal', does: 'speaks', expect: fine },

  // ── pace ──
  { name: 'latency', does: 'takes 300 ms for each', expect: fine },
  { name: 'jitter', does: 'takes 150 to 900 ms, differently each time', expect: fine },
  { name: 'cold-start', does: 'loads its model for 3 s when first asked', expect: fine },
  { name: 'slow-drip', does: 'sends the sound bit by bit over 2 s', expect: fine },
  {
    name: 'rpm',
    does: 'has a bucket of requests with x-ratelimit headers; 429 and Retry-After when empty',
    // What is left is told with every answer, so nobody has to be refused to learn it.
    expect: retried('hardly'),
  },
  {
    name: 'cap-503',
    does: 'answers 503 to more than 4 at once',
    expect: retried('some'),
  },
  { name: 'cap-queue', does: 'speaks 4 at once and lets the others wait', expect: fine },

  // ── refusals that pass ──
  {
    name: 'error-500',
    does: 'answers 500 to the first two tries of each text',
    expect: retried(2),
  },
  {
    name: 'retry-after-1',
    does: 'answers 429, Retry-After: 1, to the first try of each text',
    expect: retried(1),
  },
  {
    name: 'retry-after-90',
    does: 'answers 429, Retry-After: 90, to the first try of each text',
    expect: retried(1),
  },
  {
    name: 'retry-after-date',
    does: 'answers 429 with a date 2 s ahead to the first try of each text',
    expect: retried(1),
  },

  // ── refusals that stay ──
  { name: 'quota', does: '429 insufficient_quota', expect: pauses('quota-spent') },
  { name: 'bad-key', does: '401', expect: pauses('key-refused') },
  { name: 'model-404', does: '404 model_not_found', expect: pauses('model-gone') },
  { name: 'fastapi-422', does: '422 {detail:[…]}', expect: fails('server-refused', 0) },
  {
    name: 'bad-400',
    does: '400 {detail:{error,message}} that lists the voices',
    expect: pauses('voice-unknown'),
  },
  {
    name: 'bad-400-openai',
    does: '400 {error:{message,code}}',
    expect: fails('server-refused', 0),
  },
  {
    name: 'html-502',
    does: '502 with a page of HTML',
    expect: waits('server-failed'),
    passes: true,
  },

  // ── the connection ──
  {
    name: 'reset',
    does: 'resets the connection before it answers',
    expect: waits('server-unreachable'),
    passes: true,
  },
  {
    name: 'no-answer',
    does: 'takes the request and says nothing',
    expect: waits('voice-timeout'),
    passes: true,
  },
  {
    name: 'stalled-body',
    does: 'sends headers and 40 % of the sound, then nothing',
    expect: waits('voice-timeout'),
    passes: true,
  },
  {
    name: 'truncated-length',
    does: 'announces a length, sends 40 % and closes',
    expect: waits('server-unreachable'),
    passes: true,
  },
  {
    name: 'truncated-chunked',
    does: 'sends 40 % in chunks and closes without the last one',
    expect: waits('server-unreachable'),
    passes: true,
  },
  {
    name: 'truncated-close',
    does: 'sends 40 % without any length, so that the close looks like the end',
    expect: flagged('truncated', 'skipped'),
    passes: true,
  },

  // ── what comes back is not what was asked for ──
  {
    name: 'json-200',
    does: '200 with an error as JSON',
    expect: waits('server-failed'),
    passes: true,
  },
  {
    name: 'empty-200',
    does: '200 with no byte',
    expect: fails('sound-refused', 'some'),
    passes: true,
  },
  { name: 'wav-ffffffff', does: 'WAV whose sizes are 0xFFFFFFFF', expect: fine },
  { name: 'wav-zero', does: 'WAV whose sizes are 0', expect: fine },
  { name: 'wav-2e9', does: 'WAV whose sizes are 2,000,000,000', expect: fine },
  {
    name: 'wav-second-header',
    does: 'WAV of unknown size with a second header half way',
    expect: fine,
  },
  { name: 'wav-trailing-junk', does: 'WAV with loud bytes after its data', expect: fine },
  { name: 'mp3-as-wav', does: 'MP3 called audio/wav', expect: fine },
  {
    name: 'pcm-22050',
    does: 'samples at 22,050 Hz without a header, whatever was asked; only content-type says so',
    expect: fails('sound-refused', 'some'),
    passes: true,
  },

  // ── the sound ──
  {
    name: 'wrong-rate',
    does: '22,050 Hz declared as 24,000: faster and higher',
    expect: flagged('wrong-rate'),
  },
  {
    name: 'missing-tail',
    does: 'the last 2 s are missing (half, of a short one)',
    expect: flagged('truncated', 'cut-off', 'skipped'),
    passes: true,
  },
  {
    name: 'missing-middle',
    does: 'a sentence is left out: what lies between 35 and 80 %',
    expect: flagged('skipped', 'truncated'),
    passes: true,
  },
  { name: 'repeated', does: 'says it twice', expect: flagged('repeated', 'runaway'), passes: true },
  { name: 'dead-air', does: '8 s of silence half way', expect: flagged('silence'), passes: true },
  {
    name: 'clipped',
    does: 'driven 18 dB into full scale',
    expect: flagged('clipped'),
    passes: true,
  },
  {
    name: 'noise',
    does: 'noise instead of speech',
    expect: flagged('noise', 'empty'),
    passes: true,
  },
  {
    name: 'offset',
    does: 'shifted off the middle by 5 % of full scale',
    expect: { book: 'spoken', retries: 0, flags: ['noise'] },
  },
  {
    name: 'other-voice',
    does: 'another voice than the one asked for, and no word about it',
    expect: flagged('other-voice'),
  },
  {
    name: 'ignores-speed',
    // Lectern asks for no pace but the voice's own, so nothing is missed.
    does: 'speaks at its own pace whatever `speed` says',
    expect: fine,
  },
] as const satisfies readonly Row[]

export type ProfileName = (typeof rows)[number]['name']
export type Profile = Row & { name: ProfileName }

/** In the order in which they are told about. */
export const profiles: readonly Profile[] = rows

export const isProfileName = (name: unknown): name is ProfileName =>
  profiles.some((profile) => profile.name === name)
