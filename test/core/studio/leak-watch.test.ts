// What is taken for a leak, and what is not.
import { describe, expect, it } from 'vitest'
import { createLeakWatch, type Series } from '../../../src/core/studio/watch/leak-watch.ts'

const MB = 1_000_000
const heap = (value: number): Series => ({
  name: 'heap of main',
  unit: 'bytes',
  value,
  least: 32 * MB,
})
const listeners = (value: number): Series => ({
  name: 'listeners',
  unit: 'count',
  value,
  least: 50,
})

/** A look each second, with work between them; what is suspected at the end of it. */
function looked(
  seconds: number,
  at: (second: number) => Series,
  work = (second: number) => second,
) {
  const watch = createLeakWatch()
  const found = Array.from({ length: seconds }, (_, second) =>
    watch.observe([at(second)], work(second), second * 1000),
  )
  return { watch, names: [...new Set(found.flat().map(({ name }) => name))] }
}

describe('the leak watch', () => {
  it('suspects within little more than a minute what grows with the work', () => {
    expect(looked(65, (second) => listeners(10 + 2 * second)).names).toEqual(['listeners'])
    expect(looked(65, (second) => heap(50 * MB + second * MB)).names).toEqual(['heap of main'])
  })

  it('lets garbage come and go', () => {
    const saw = (second: number) => heap(50 * MB + (second % 5) * 40 * MB)
    expect(looked(600, saw).names).toEqual([])
  })

  it('lets a book be opened that stays open', () => {
    const step = (second: number) => heap(second < 30 ? 50 * MB : 250 * MB)
    expect(looked(600, step).names).toEqual([])
  })

  it('looks away while nothing is done', () => {
    const idle = looked(
      600,
      (second) => listeners(10 + 2 * second),
      () => 7,
    )
    expect(idle.names).toEqual([])
  })

  it('finds over hours what grows too slowly for a minute', () => {
    const slow = looked(2.2 * 3600, (second) => heap(50 * MB + second * 10_000))
    expect(slow.names).toEqual(['heap of main'])
  })

  it('takes back what a collection has freed, and keeps what it has not', () => {
    const grows = (second: number) => heap(50 * MB + second * MB)
    const kept = looked(65, grows)
    expect(kept.watch.afterCollection([heap(110 * MB)])).toMatchObject([
      { name: 'heap of main', to: 110 * MB },
    ])
    const freed = looked(65, grows)
    expect(freed.watch.afterCollection([heap(51 * MB)])).toEqual([])
    expect(freed.watch.observe([heap(52 * MB)], 66, 66_000)).toEqual([])
  })

  it('forgets what is gone', () => {
    const { watch } = looked(65, (second) => listeners(10 + 2 * second))
    watch.observe([], 70, 70_000)
    expect(watch.observe([listeners(500)], 80, 80_000)).toEqual([])
  })
})
