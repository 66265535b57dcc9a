// A server that keeps failing is left in peace and asked again with one request.
import { describe, expect, it } from 'vitest'
import { createBreaker } from '../../../src/core/dispatch/breaker.ts'

const failTimes = (breaker: ReturnType<typeof createBreaker>, times: number, now = 0) => {
  for (let count = 0; count < times; count++) breaker.failed(now, false)
}

describe('a breaker', () => {
  it('opens after five failures in a row, not after four and a success', () => {
    const breaker = createBreaker()
    failTimes(breaker, 4)
    breaker.succeeded(false)
    failTimes(breaker, 4)
    expect(breaker.state).toBe('closed')
    failTimes(breaker, 1)
    expect([breaker.state, breaker.nextTryAt]).toEqual(['open', 15_000])
  })

  it('opens when more than half of the last twenty failed', () => {
    const breaker = createBreaker()
    for (let count = 0; count < 9; count++) {
      breaker.succeeded(false)
      failTimes(breaker, 1)
    }
    expect(breaker.state).toBe('closed')
    failTimes(breaker, 2)
    expect(breaker.state).toBe('open')
  })

  it('lets one probe through at its time and closes when that succeeds', () => {
    const breaker = createBreaker()
    failTimes(breaker, 5)
    expect(breaker.begin(14_999)).toBe(false)
    expect(breaker.begin(15_000)).toBe(true)
    expect([breaker.state, breaker.begin(15_000)]).toEqual(['half-open', false])
    breaker.succeeded(false)
    expect(breaker.state).toBe('half-open')
    breaker.succeeded(true)
    expect([breaker.state, breaker.nextTryAt]).toEqual(['closed', null])
  })

  it('waits twice as long after each failed probe, up to five minutes', () => {
    const breaker = createBreaker()
    failTimes(breaker, 5)
    const waits: number[] = []
    for (let count = 0; count < 6; count++) {
      const now = breaker.nextTryAt!
      breaker.failed(now, breaker.begin(now))
      waits.push(breaker.nextTryAt! - now)
    }
    expect(waits).toEqual([30_000, 60_000, 120_000, 240_000, 300_000, 300_000])
  })

  it('is probed again at once when its probe was aborted', () => {
    const breaker = createBreaker()
    failTimes(breaker, 5)
    breaker.undecided(20_000, breaker.begin(20_000))
    expect([breaker.state, breaker.begin(20_000)]).toEqual(['open', true])
  })

  it('counts anew when it is closed from outside, also by what was its probe', () => {
    const breaker = createBreaker()
    failTimes(breaker, 5)
    const probe = breaker.begin(15_000)
    breaker.close()
    expect([breaker.state, breaker.nextTryAt]).toEqual(['closed', null])
    breaker.failed(16_000, probe)
    expect(breaker.state).toBe('closed')
    breaker.undecided(16_000, probe)
    expect(breaker.state).toBe('closed')
    failTimes(breaker, 4)
    expect(breaker.state).toBe('open')
  })
})
