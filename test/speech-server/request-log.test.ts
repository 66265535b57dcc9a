// Who comes back too early, by a clock driven by hand.
import { describe, expect, it } from 'vitest'
import { createRequestLog } from './request-log.ts'

const asked = { model: 'm', voice: 'v', profile: 'normal', text: 'Text.' } as const

/** Whether whoever comes that many milliseconds after a refusal is too early. */
function isTooEarly(headers: Record<string, string>, afterMs: number, scale = 1): boolean {
  let now = 1000
  const log = createRequestLog(() => now)
  log.refused(headers, scale)
  now += afterMs
  const { record } = log.begin(asked)
  expect(log.read().tooEarly).toBe(record.tooEarly ? 1 : 0)
  return record.tooEarly
}

describe('the log of requests', () => {
  it.each([
    [{ 'retry-after': '90' }, 89_000, true],
    [{ 'retry-after': '90' }, 90_000, false],
    [{ 'retry-after': '90', 'retry-after-ms': '250' }, 240, true],
    [{ 'retry-after': '90', 'retry-after-ms': '250' }, 250, false],
    [{ 'retry-after': new Date(Date.now() + 60_000).toUTCString() }, 50_000, true],
    [{ 'retry-after': new Date(Date.now() + 60_000).toUTCString() }, 60_000, false],
    [{}, 60, false],
  ] as const)('holds whoever was told %j to it, after %d ms: %s', (headers, afterMs, early) => {
    expect(isTooEarly(headers, afterMs)).toBe(early)
  })

  it('forgives what crossed the refusal on its way', () => {
    expect(isTooEarly({ 'retry-after': '90' }, 20)).toBe(false)
    expect(isTooEarly({ 'retry-after': '90' }, 60)).toBe(true)
  })

  it('knows that a client’s clock may run faster', () => {
    expect(isTooEarly({ 'retry-after': '90' }, 910, 0.01)).toBe(false)
    expect(isTooEarly({ 'retry-after': '90' }, 800, 0.01)).toBe(true)
  })

  it('keeps the last ten thousand', () => {
    const log = createRequestLog()
    for (let each = 0; each < 10_050; each++) log.begin({ ...asked, voice: String(each) }).end()
    const { requests } = log.read()
    expect(requests).toHaveLength(10_000)
    expect(requests[0]?.voice).toBe('50')
  })

  it('goes on counting across a reset what is under way', () => {
    const log = createRequestLog()
    const entry = log.begin(asked)
    log.clear()
    expect(log.read()).toMatchObject({ underWay: 1, mostConcurrent: 1, requests: [] })
    entry.end()
    expect(log.read().underWay).toBe(0)
  })
})
