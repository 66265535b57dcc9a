// Never more than N at once, and nothing waits inside.
import { describe, expect, it } from 'vitest'
import { createLimiter } from '../../../src/core/base/limiter.ts'

const held = () => {
  const release: (() => void)[] = []
  let running = 0
  let most = 0
  const work = () =>
    new Promise<void>((resolve) => {
      running += 1
      most = Math.max(most, running)
      release.push(() => {
        running -= 1
        resolve()
      })
    })
  return { work, release, most: () => most, running: () => running }
}
const turn = () => new Promise<void>((resolve) => setImmediate(resolve))
const noBugs = (error: unknown) => {
  throw error
}

describe('a limiter', () => {
  it('never runs more than its lanes, and slows whoever brings more', async () => {
    const limiter = createLimiter(2, noBugs)
    const jobs = held()
    let begun = 0
    const bring = (async () => {
      for (let count = 0; count < 5; count++) {
        await limiter.begin(jobs.work)
        begun += 1
      }
    })()
    await turn()
    expect(begun).toBe(2)
    for (let count = 0; count < 5; count++) {
      jobs.release[count]?.()
      await turn()
    }
    await bring
    expect(jobs.most()).toBe(2)
  })

  it('can be widened and narrowed while it runs', async () => {
    const limiter = createLimiter(1, noBugs)
    const jobs = held()
    const bring = (async () => {
      for (let count = 0; count < 6; count++) await limiter.begin(jobs.work)
    })()
    await turn()
    expect(jobs.running()).toBe(1)
    limiter.lanes = 3
    await turn()
    expect(jobs.running()).toBe(3)
    limiter.lanes = 1
    jobs.release[0]?.()
    jobs.release[1]?.()
    await turn()
    expect(jobs.running()).toBe(1)
    for (let count = 2; count < 6; count++) {
      jobs.release[count]?.()
      await turn()
    }
    await bring
    expect(jobs.running()).toBe(0)
  })

  it('says when it is free, so that what comes next can be chosen then', async () => {
    const limiter = createLimiter(1, noBugs)
    const jobs = held()
    await limiter.begin(jobs.work)
    let free = false
    void limiter.whenFree().then(() => (free = true))
    await turn()
    expect(free).toBe(false)
    jobs.release[0]?.()
    await turn()
    expect(free).toBe(true)
  })

  it('rests when everything has ended, also after a bug in the work', async () => {
    const bugs: unknown[] = []
    const limiter = createLimiter(2, (error) => bugs.push(error))
    await limiter.begin(() => Promise.reject(new Error('bug')))
    await limiter.idle()
    expect(bugs).toHaveLength(1)
    expect(limiter.busy).toBe(0)
  })

  it('begins no more than its lanes when several bring work at once', async () => {
    const limiter = createLimiter(1, noBugs)
    const jobs = held()
    let begun = 0
    const bring = Promise.all(
      Array.from({ length: 4 }, async () => {
        await limiter.begin(jobs.work)
        begun += 1
      }),
    )
    for (let count = 0; count < 4; count++) {
      await turn()
      expect({ begun, busy: limiter.busy }).toEqual({ begun: count + 1, busy: 1 })
      jobs.release[count]?.()
    }
    await bring
    expect(jobs.most()).toBe(1)
  })
})
