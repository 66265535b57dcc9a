import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Segment } from '../../../src/contract/index.ts'
import { groupEdges, placeOf } from '../../../src/core/master/group-edges.ts'
import { segmentOf } from './chapters.ts'

/** Paragraphs, each a list of lengths of its segments. */
const chapterOf = (paragraphs: readonly (readonly number[])[]): Segment[] => {
  let number = 0
  return paragraphs.flatMap((lengths, block) =>
    lengths.map((characters) => segmentOf(++number, block, characters)),
  )
}
const anyChapter = fc
  .array(fc.array(fc.integer({ min: 1, max: 300 }), { minLength: 1, maxLength: 6 }), {
    minLength: 1,
    maxLength: 60,
  })
  .map(chapterOf)
const edgesOf = (segments: readonly Segment[]) => groupEdges(segments.map(placeOf))
const size = (segments: readonly Segment[]) =>
  segments.reduce((sum, { text }) => sum + text.length, 0)
const groupsOf = (segments: readonly Segment[]) => {
  const edges = edgesOf(segments)
  return edges.map((edge, at) => segments.slice(edge, edges[at + 1]))
}

test('two paragraphs of one number, as in chapters that were joined, are two paragraphs', () => {
  // Each is short enough to stay whole; together they would be cut.
  const paragraph = (from: number) => [1, 2, 3, 4, 5].map((n) => segmentOf(from + n, 7, 300))
  const between = [...Array(20).keys()].map((n) => segmentOf(50 + n, 20 + n, 150))
  const rows = [...paragraph(0), ...between, ...paragraph(100)]
  for (const edge of edgesOf(rows)) {
    const isInside = rows[edge]?.block === 7 && rows[edge - 1]?.block === 7
    expect(isInside).toBe(false)
  }
})

describe('groups', () => {
  test('are whole paragraphs of about a minute', () => {
    fc.assert(
      fc.property(anyChapter, (segments) => {
        for (const group of groupsOf(segments).slice(1)) {
          const first = segments.findIndex(({ id }) => id === group[0]?.id)
          expect(segments[first]?.block).not.toBe(segments[first - 1]?.block)
          expect(size(group)).toBeGreaterThanOrEqual(500)
        }
        // What is longer has no place in its middle that could be cut.
        for (const group of groupsOf(segments)) expect(size(group)).toBeLessThan(2000 + 2 * 1800)
      }),
    )
  })

  test('come to 900 characters or so', () => {
    const segments = chapterOf(Array.from({ length: 400 }, (_, i) => [100, 80 + (i % 7) * 30]))
    const mean = size(segments) / edgesOf(segments).length
    expect(mean).toBeGreaterThan(700)
    expect(mean).toBeLessThan(1300)
  })

  test('cut a monstrous paragraph between its segments', () => {
    for (const group of groupsOf(chapterOf([Array.from({ length: 200 }, () => 200)])))
      expect(size(group)).toBeLessThanOrEqual(2400)
  })

  test('of nothing are none, of little one', () => {
    expect(edgesOf([])).toEqual([])
    expect(edgesOf(chapterOf([[10]]))).toEqual([0])
  })

  test('never end with a heading', () => {
    const segments = chapterOf(Array.from({ length: 60 }, () => [200])).map((segment, i) =>
      i % 2 ? segment : { ...segment, kind: 'heading' as const },
    )
    for (const group of groupsOf(segments).slice(0, -1))
      expect(group.at(-1)?.kind).not.toBe('heading')
  })

  test('keep their edges when one text is edited, but for the two nearest on either side', () => {
    fc.assert(
      fc.property(
        anyChapter,
        fc.nat(),
        fc.integer({ min: 1, max: 600 }),
        (segments, seed, length) => {
          const edited = seed % segments.length
          const after = segments.map((segment, i) =>
            i === edited ? { ...segment, text: 'y'.repeat(length) } : segment,
          )
          const [before, now] = [edgesOf(segments), edgesOf(after)]
          const isAbove = (edge: number) => edge > edited
          const kept = before.filter((edge) => now.includes(edge))
          const changed = [...before, ...now].filter((edge) => !kept.includes(edge))
          for (const edge of changed) {
            const between = kept.filter((other) =>
              isAbove(edge) ? isAbove(other) && other < edge : !isAbove(other) && other > edge,
            )
            expect(between.length).toBeLessThanOrEqual(2)
          }
        },
      ),
      { numRuns: 300 },
    )
  })

  test('far from an edit stay as they are', () => {
    const segments = chapterOf(Array.from({ length: 300 }, (_, i) => [120 + (i % 9) * 20, 90]))
    const before = edgesOf(segments)
    for (const edited of [0, 50, 299, 450, 599]) {
      const after = segments.map((segment, i) =>
        i === edited ? { ...segment, text: 'y'.repeat(777) } : segment,
      )
      const now = edgesOf(after)
      const isFar = (edge: number) => Math.abs(edge - edited) > 30
      expect(now.filter(isFar)).toEqual(before.filter(isFar))
    }
  })
})
