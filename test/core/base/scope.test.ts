// Who owns what until when.
import { describe, expect, it } from 'vitest'
import { createScope } from '../../../src/core/base/scope.ts'
import { createVirtualClock } from '../../fixtures/virtual-clock.ts'

describe('a scope', () => {
  it('disposes what it owns, newest first', async () => {
    const scope = createScope()
    const order: string[] = []
    scope.own(() => void order.push('first'))
    scope.own(() => void order.push('second'))
    await scope.dispose()
    expect(order).toEqual(['second', 'first'])
  })

  it('aborts its signal before anything is disposed', async () => {
    const scope = createScope()
    let abortedFirst = false
    scope.own(() => void (abortedFirst = scope.signal.aborted))
    await scope.dispose()
    expect(abortedFirst).toBe(true)
  })

  it('ends its children with it, and forgets children that ended before', async () => {
    const scope = createScope()
    const ended: string[] = []
    const early = scope.child()
    early.own(() => void ended.push('early'))
    scope.child().own(() => void ended.push('late'))
    await early.dispose()
    await scope.dispose()
    expect(ended).toEqual(['early', 'late'])
  })

  it('disposes at once what is given to it after its end', async () => {
    const scope = createScope()
    await scope.dispose()
    let disposed = false
    scope.own(() => void (disposed = true))
    expect(disposed).toBe(true)
  })

  it('disposes the rest when one of them throws, and says so', async () => {
    const scope = createScope()
    let reached = false
    scope.own(() => void (reached = true))
    scope.own(() => {
      throw new Error('stuck')
    })
    await expect(scope.dispose()).rejects.toThrow('stuck')
    expect(reached).toBe(true)
  })

  it('repeats until it ends, and never doubles a turn that is still running', async () => {
    const clock = createVirtualClock()
    const scope = createScope()
    let turns = 0
    const finish: (() => void)[] = []
    scope.every(clock, 10, () => {
      turns += 1
      return turns === 1 ? new Promise<void>((resolve) => finish.push(resolve)) : undefined
    })
    await clock.advance(50)
    expect(turns).toBe(1)
    finish[0]?.()
    await clock.advance(20)
    expect(turns).toBe(3)
    await scope.dispose()
    await clock.advance(100)
    expect(turns).toBe(3)
  })
})

describe('a turn that fails', () => {
  const failing = (turns: { count: number }) => async () => {
    turns.count += 1
    if (turns.count < 3) throw new Error(`turn ${turns.count}`)
  }

  it('does not keep the next from coming, and is told when the scope ends', async () => {
    const clock = createVirtualClock()
    const scope = createScope()
    const turns = { count: 0 }
    let isDisposed = false
    scope.own(() => void (isDisposed = true))
    scope.every(clock, 10, failing(turns))
    await clock.advance(40)
    expect(turns.count).toBe(4)
    await expect(scope.dispose()).rejects.toThrow('turn 1')
    expect(isDisposed).toBe(true)
  })

  it('is told by the scope above, too', async () => {
    const clock = createVirtualClock()
    const scope = createScope()
    scope.child().every(clock, 10, failing({ count: 0 }))
    await clock.advance(10)
    await expect(scope.dispose()).rejects.toThrow('turn 1')
  })

  it('because the scope has ended is none', async () => {
    const clock = createVirtualClock()
    const scope = createScope()
    scope.every(
      clock,
      10,
      () =>
        new Promise((_, reject) =>
          scope.signal.addEventListener('abort', () => reject(scope.signal.reason)),
        ),
    )
    await clock.advance(10)
    await scope.dispose()
    await clock.advance(10)
  })
})

it('a turn that comes round again asks each time how long that is', async () => {
  const clock = createVirtualClock()
  const scope = createScope()
  let interval = 1000
  const turns: number[] = []
  scope.every(
    clock,
    () => interval,
    () => void turns.push(clock.now()),
  )
  await clock.advance(1500)
  interval = 200
  await clock.advance(1000)
  expect(turns).toEqual([1000, 2000, 2200, 2400])
  await scope.dispose()
})
