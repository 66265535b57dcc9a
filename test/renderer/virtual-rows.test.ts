// Which rows of a long list are drawn.
import { expect, it } from 'vitest'
import { drawnRows } from '../../src/renderer/src/hooks/use-virtual-rows.ts'

const range = { startIndex: 4, endIndex: 6, overscan: 1, count: 9 }

it('a row that is written in is drawn wherever it is', () => {
  expect(drawnRows(range, 0)).toEqual([0, 3, 4, 5, 6, 7])
  expect(drawnRows(range, 8)).toEqual([3, 4, 5, 6, 7, 8])
  expect(drawnRows(range, 5)).toEqual([3, 4, 5, 6, 7])
})

it('no row is drawn behind the last one, also where the one that was written in stood there', () => {
  expect(drawnRows(range, 9)).toEqual([3, 4, 5, 6, 7])
  expect(drawnRows(range, -1)).toEqual([3, 4, 5, 6, 7])
})
