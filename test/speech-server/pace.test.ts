// The speech server's pace: caps, the bucket, loading, and who comes back too early.
import { afterEach, describe, expect, it } from 'vitest'
import { askSpeech } from './ask-speech.ts'
import type { SpeechServerOptions } from './options.ts'
import { createSpeechServer, type SpeechServer } from './speech-server.ts'

let server: SpeechServer
const open = async (options: SpeechServerOptions) => {
  server = await createSpeechServer({ sound: 'tone', ...options })
}
afterEach(() => server.close())

const askMany = (count: number) =>
  Promise.all(
    Array.from({ length: count }, (_, index) =>
      askSpeech(server.port, { input: `Text ${index}.` }),
    ),
  )
const durations = () =>
  server.stats().requests.map(({ startedAt, endedAt }) => (endedAt ?? Infinity) - startedAt)

describe('the pace', () => {
  it('has the latency it is told, for any profile', async () => {
    await open({ latencyMs: 40 })
    await askMany(3)
    for (const ms of durations()) expect(ms).toBeGreaterThanOrEqual(39)
    expect(server.stats().mostConcurrent).toBe(3)
  })

  it('jitters, from a half of the latency upwards', async () => {
    await open({ profile: 'jitter', latencyMs: 20 })
    await askMany(12)
    expect(Math.min(...durations())).toBeGreaterThanOrEqual(9)
    expect(Math.max(...durations())).toBeGreaterThan(30)
  })

  it('lets all wait who come while the model loads, and nobody later', async () => {
    await open({ profile: 'cold-start', timeScale: 0.1 })
    await askMany(2)
    const [first, second] = server.stats().requests
    const loadedAt = (first?.startedAt ?? 0) + 299
    expect(first?.endedAt).toBeGreaterThanOrEqual(loadedAt)
    expect(second?.endedAt).toBeGreaterThanOrEqual(loadedAt)
    for (let turn = 0; turn < 5; turn++) await askSpeech(server.port)
    expect(Math.min(...durations())).toBeLessThan(299)
  })

  it('refuses with 503 whoever is one too many, and makes room again', async () => {
    await open({ profile: 'cap-503', width: 3 })
    const statuses = (await askMany(8)).map((answer) => answer?.status)
    expect(statuses.filter((status) => status === 200)).toHaveLength(3)
    expect(statuses.filter((status) => status === 503)).toHaveLength(5)
    expect((await askSpeech(server.port))?.status).toBe(200)
  })

  it('speaks as many at once as it can, and lets the others wait', async () => {
    await open({ profile: 'cap-queue', width: 2, latencyMs: 30 })
    const answers = await askMany(7)
    expect(answers.every((answer) => answer?.status === 200)).toBe(true)
    const ends = server.stats().requests.map(({ endedAt }) => endedAt ?? 0)
    const span = Math.max(...ends) - Math.min(...ends)
    // Four turns of two: three after the first.
    expect(span).toBeGreaterThanOrEqual(3 * 29)
  })

  it('gives the place of who has gone to the next', async () => {
    await open({ profile: 'cap-queue', width: 1, latencyMs: 60_000, timeScale: 1 })
    const controller = new AbortController()
    const gone = askSpeech(server.port, {}, { signal: controller.signal })
    await expect.poll(() => server.stats().underWay).toBe(1)
    controller.abort()
    await expect(gone).rejects.toThrow('abort')
    await expect.poll(() => server.stats().underWay).toBe(0)
    server.control('cap-queue', { width: 1, latencyMs: 0 })
    expect((await askSpeech(server.port))?.status).toBe(200)
  })
})

describe('the bucket', () => {
  it('says what is left of it, and refuses when it is empty', async () => {
    // A token every 10 s.
    await open({ profile: 'rpm', requestsPerMinute: 6, burst: 2 })
    const answers = [await askSpeech(server.port), await askSpeech(server.port)]
    expect(answers.map((answer) => answer?.status)).toEqual([200, 200])
    expect(answers[0]?.headers.get('x-ratelimit-limit-requests')).toBe('2')
    expect(answers[0]?.headers.get('x-ratelimit-remaining-requests')).toBe('1')
    expect(answers[1]?.headers.get('x-ratelimit-reset-requests')).toMatch(/^[\d.]+s$/)
    const refused = await askSpeech(server.port)
    expect(refused?.status).toBe(429)
    expect(refused?.headers.get('x-ratelimit-remaining-requests')).toBe('0')
    expect(refused?.headers.get('retry-after')).toMatch(/^\d+$/)
    const exact = Number(refused?.headers.get('retry-after-ms'))
    expect(exact).toBeGreaterThan(0)
    expect(exact).toBeLessThanOrEqual(10_000)
  })

  it('fills again', async () => {
    await open({ profile: 'rpm', requestsPerMinute: 600, burst: 1 })
    const status = async () => (await askSpeech(server.port))?.status
    await expect.poll(status, { interval: 1 }).toBe(429)
    await expect.poll(status, { interval: 1 }).toBe(200)
  })
})

describe('coming back', () => {
  it('before the Retry-After has run out is counted, whatever the text', async () => {
    await open({ profile: 'retry-after-90' })
    await askSpeech(server.port, { input: 'Refused.' })
    server.control('normal')
    await expect
      .poll(async () => {
        await askSpeech(server.port, { input: 'Another.' })
        return server.stats().tooEarly
      })
      .toBe(1)
    expect(server.stats().requests.map(({ tooEarly }) => tooEarly)).toContain(true)
  })

  it('is not too early for a client whose clock runs faster', async () => {
    await open({ profile: 'retry-after-90', retryAfterScale: 0.0001, latencyMs: 60 })
    for (let turn = 0; turn < 3; turn++) await askSpeech(server.port)
    expect(server.stats().tooEarly).toBe(0)
  })
})
