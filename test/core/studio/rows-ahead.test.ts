// Rows looked up ahead are what they are when they are spoken, not what they were.
import { describe, expect, it } from 'vitest'
import type { Resolved } from '../../../src/core/studio/takes/resolver.ts'
import { createRowsAhead } from '../../../src/core/studio/narration/rows-ahead.ts'
import { createPendingWindow } from '../../../src/core/studio/narration/pending-window.ts'

const row = (id: string, wantedTakeId = `take of ${id}`) =>
  ({ segment: { id }, wantedTakeId }) as unknown as Resolved

function looking() {
  const asked: string[][] = []
  const ahead = createRowsAhead(async (ids) => {
    asked.push([...ids])
    return ids.map((id) => row(id))
  })
  return { asked, ahead }
}

describe('rows ahead', () => {
  it('are looked up together, and each of them once', async () => {
    const { asked, ahead } = looking()
    ahead.prepare([row('a'), row('b')])
    ahead.prepare([row('b'), row('c')])
    expect((await ahead.take(row('b')))?.segment.id).toBe('b')
    expect(asked).toEqual([['a', 'b'], ['c']])
    expect(ahead.size).toBe(2)
  })

  it('are looked up again after the document has changed', async () => {
    const { asked, ahead } = looking()
    ahead.prepare([row('a')])
    ahead.forget()
    await ahead.take(row('a'))
    expect(asked).toEqual([['a'], ['a']])
  })

  it('are looked up again where the take they want has come meanwhile', async () => {
    const { asked, ahead } = looking()
    ahead.prepare([row('a', 'shared'), row('b')])
    ahead.forgetTake('shared')
    await ahead.take(row('a'))
    await ahead.take(row('b'))
    expect(asked).toEqual([['a', 'b'], ['a']])
  })

  it('fail for whoever takes them, and for nobody else', async () => {
    const ahead = createRowsAhead(() => Promise.reject(new Error('the store is gone')))
    ahead.prepare([row('a'), row('b')])
    await expect(ahead.take(row('a'))).rejects.toThrow('the store is gone')
  })
})

describe('a look at what comes next', () => {
  it('is from the play-head on, then round again, and takes nothing', () => {
    const window = createPendingWindow<number>([{ from: 0, to: 4 }])
    window.fill([0, 1, 2, 3].map((position) => ({ position, item: position })))
    expect(window.peek({ head: 2, near: 1, seen: null }, 3)).toEqual([2, 3, 0])
    expect(window.peek({ head: 0, near: 1, seen: { from: 2, to: 3 } }, 3)).toEqual([0, 2, 1])
    expect(window.loaded).toBe(4)
  })
})
