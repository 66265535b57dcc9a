// When a request that failed is tried again, as a table of what came before.
import { describe, expect, it } from 'vitest'
import { failure } from '../../../src/core/base/failure-error.ts'
import { createTries } from '../../../src/core/dispatch/tries.ts'

const busy = failure('server-busy', { server: 'a' })
const refused = failure('key-refused', { server: 'a' })
const at = (now: number, othersServed = false) => ({ endpointId: 'a', now, othersServed })
const tries = (count: number, budgetMs = Infinity) =>
  createTries({ tries: count, budgetMs, random: () => 0.5 })

describe('a request', () => {
  it('is tried as often as is allowed', () => {
    const tried = tries(3)
    expect([
      tried.failed(busy, at(0)),
      tried.failed(busy, at(1)),
      tried.failed(busy, at(2)),
    ]).toEqual([true, true, false])
  })

  it('uses up no try while the server serves others', () => {
    const tried = tries(2)
    for (let i = 0; i < 9; i++) expect(tried.failed(busy, at(i, true))).toBe(true)
    expect(tried.failed(busy, at(9))).toBe(true)
    expect(tried.failed(busy, at(10))).toBe(false)
  })

  it('that can never succeed is not tried again', () => {
    expect(refused.retry).toBe('never')
    expect(tries(5).failed(refused, at(0))).toBe(false)
  })

  it('waits longer at a server each time it fails there', () => {
    const tried = tries(9)
    const waits = [0, 1, 2].map((failed) => {
      tried.failed(busy, at(failed))
      return (tried.past.notBefore.get('a') ?? 0) - failed
    })
    expect(waits[0]).toBeGreaterThan(0)
    expect(waits).toEqual(waits.toSorted((a, b) => a - b))
    expect(new Set(waits).size).toBe(3)
  })

  it('gives up waiting so long after its first failure', () => {
    const tried = tries(9, 1000)
    expect(tried.past.deadline).toBe(Infinity)
    tried.failed(busy, at(50))
    tried.failed(busy, at(400))
    expect(tried.past.deadline).toBe(1050)
  })
})
