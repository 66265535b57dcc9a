// Rows cut, joined and moved, as pure changes.
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { ChapterEntry, SomeManner } from '../../../src/contract/index.ts'
import { failureOf } from '../../../src/core/base/failure-error.ts'
import type { StoredSegment } from '../../../src/core/ports/projects.ts'
import { spokenOf } from '../../../src/core/segment/spoken-of.ts'
import { spokenLetters } from '../../../src/core/segment/spoken-place.ts'
import { moveRows } from '../../../src/core/studio/document/arrange.ts'
import {
  countsAfter,
  joinRows,
  runsOf,
  splitRow,
} from '../../../src/core/studio/document/edit-rows.ts'

const take = `${'a'.repeat(64)}.1`
const row = (text: string, more: Partial<StoredSegment> = {}): StoredSegment => ({
  ...{ id: 'c1-0', chapterId: 'c1', block: 3, kind: 'paragraph', text, pauseAfter: 'paragraph' },
  ...{ position: 4, edited: false, pinnedTakeId: take, takeId: take, fallbackOf: null },
  ...spokenOf(text, 'en'),
  ...more,
})
const codeOf = (work: () => unknown) => {
  try {
    work()
  } catch (error) {
    return failureOf(error).code
  }
  return null
}
const said = ({ spoken }: Pick<StoredSegment, 'spoken'>) => spokenLetters(spoken)

describe('a row cut in two', () => {
  test('has its text to the letter, white space with what is before it', () => {
    const [first, second] = splitRow(row('So it was. And then. '), 10, 'c1-0.1')
    expect([first.text, second.text]).toEqual(['So it was. ', 'And then. '])
    expect([first.id, second.id]).toEqual(['c1-0', 'c1-0.1'])
    expect([said(first), said(second)]).toEqual(['So it was.', 'And then.'])
  })

  test('keeps speaker, pace and level for both, its pause for the second, its mark for the first', () => {
    const manner: SomeManner = {
      ...{ speaker: 'ann', rate: 1.2, gainDb: -3, pauseMs: 900, mark: 'Odd', isLocked: true },
      ...{ takeNotes: { [take]: 'Good' }, cut: { takeId: take, startSeconds: 0, endSeconds: 1 } },
    }
    const [first, second] = splitRow(row('So. And.', { manner, noteMarks: ['n1'] }), 4, 'x')
    const common = { speaker: 'ann', rate: 1.2, gainDb: -3 }
    expect(first).toMatchObject({ pauseAfter: 'sentence', takeId: null, pinnedTakeId: null })
    expect(first.manner).toEqual({ ...common, mark: 'Odd' })
    expect(first.noteMarks).toBeUndefined()
    expect(second).toMatchObject({ pauseAfter: 'paragraph', takeId: null, noteMarks: ['n1'] })
    expect(second.manner).toEqual({ ...common, pauseMs: 900 })
  })

  test.each([
    ['at its end', 'So it was.', 10],
    ['behind its end', 'So it was.', 99],
    ['where only white space is behind', 'So it was.  ', 10],
    ['where only white space is before', '  So it was.', 2],
  ])('is refused %s', (_, text, at) =>
    expect(codeOf(() => splitRow(row(text), at, 'x'))).toBe('not-found'),
  )

  test('is refused where it is left out, or one hand-written word is all there is', () => {
    expect(codeOf(() => splitRow(row('So. And.', { leftOut: 'code' }), 3, 'x'))).toBe('not-found')
    const byHand = row('So. And.', { spoken: [{ text: 'Sowand' }], manner: { isSaidByHand: true } })
    expect(codeOf(() => splitRow(byHand, 4, 'x'))).toBe('not-found')
  })

  test.each([
    ['a letter of two units', 'So 😀😀 it', 6, 'So 😀'],
    ['a letter and its accent', 'Cafe\u0301 so', 4, 'Caf'],
    ['a family', 'So 👨‍👩‍👧 it', 5, 'So '],
  ])('never cuts %s', (_, text, at, head) =>
    expect(splitRow(row(text), at, 'x')[0].text).toBe(head),
  )

  test('has words written by hand cut between them, and both stay written by hand', () => {
    const byHand = row('Dr. X ran', {
      ...{ spoken: [{ text: 'Doctor Ex did run' }], map: [[0, 0]] },
      manner: { isSaidByHand: true },
    })
    delete byHand.normalised
    const [first, second] = splitRow(byHand, 4, 'x')
    expect([said(first), said(second)]).toEqual(['Doctor', 'Ex did run'])
    expect([first.manner, second.manner]).toEqual([{ isSaidByHand: true }, { isSaidByHand: true }])
  })
})

describe('two rows joined', () => {
  test('are the row that was cut, but for its take', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 30 }), (at) => {
        const whole = row('So it was. And then he ran off.', {
          noteMarks: ['n'],
          pinnedTakeId: null,
        })
        const edge = whole.text.indexOf(' ', at) + 1
        if (edge < 2) return
        const parts = splitRow(whole, edge, 'x')
        const [first, second] = parts.map((part) => ({ ...part, position: 0, fallbackOf: null }))
        const joined = joinRows(first as StoredSegment, second as StoredSegment)
        const { position: _, fallbackOf: __, ...kept } = whole
        expect(joined).toEqual({ ...kept, takeId: null, edited: true })
      }),
    )
  })

  test('have a space between them where none was', () =>
    expect(joinRows(row('So.'), row('And.')).text).toBe('So. And.'))

  test('are refused where the row would be longer than anybody may write it', () => {
    const half = row(`${'Word '.repeat(1999)}more.`)
    expect(half.text).toHaveLength(10_000)
    expect(codeOf(() => joinRows(half, half))).toBe('text-too-long')
    expect(joinRows(half, row('End.')).text).toHaveLength(10_005)
  })

  test('have the first one’s speaker, the second one’s pause, and the mark of either', () => {
    const first = row('So. ', { manner: { speaker: 'ann', pauseMs: 100, gainDb: 2 } })
    const second = row('And.', {
      ...{ id: 'c1-1', pauseAfter: 'scene', block: 4 },
      manner: { speaker: 'bob', pauseMs: 700, mark: 'Here' },
    })
    const joined = joinRows(first, second)
    expect(joined).toMatchObject({ id: 'c1-0', pauseAfter: 'scene', block: 3 })
    expect(joined.manner).toEqual({ speaker: 'ann', gainDb: 2, pauseMs: 700, mark: 'Here' })
  })

  test('are said by hand where one of them was, and lose nothing of the other', () => {
    const byHand = row('Dr. X ', {
      ...{ spoken: [{ text: 'Doctor Ex' }], map: [[0, 0]] },
      manner: { isSaidByHand: true },
    })
    delete byHand.normalised
    const plain = row('paid $5 then.')
    for (const [one, other, words] of [
      [byHand, plain, 'Doctor Ex paid five dollars then.'],
      [plain, byHand, 'paid five dollars then. Doctor Ex'],
    ] as const) {
      const joined = joinRows(one, other)
      expect(said(joined)).toBe(words)
      expect(joined.manner).toEqual({ isSaidByHand: true })
      expect(joined.normalised).toBeUndefined()
    }
  })

  test('are refused where one is left out', () =>
    expect(codeOf(() => joinRows(row('So.'), row('7', { leftOut: 'page-number' })))).toBe(
      'not-found',
    ))
})

const chapters: ChapterEntry[] = [5, 0, 4].map((segments, index) => ({
  ...{ id: `c${index}`, title: `${index}`, level: 1, matter: 'body', spoken: true },
  ...{ words: 100, characters: 500, segments, firstPosition: [0, 5, 5][index] ?? 0 },
}))

describe('rows on their way', () => {
  const order = (from: number, count: number, places: number) =>
    moveRows(chapters, { from, count }, places)?.map(({ spans }) =>
      spans.flatMap((span) => Array.from({ length: span.count }, (_, at) => span.from + at)),
    )
  test.each([
    [
      [1, 1, 1],
      [0, 2, 1, 3, 4],
    ],
    [
      [1, 2, 1],
      [0, 3, 1, 2, 4],
    ],
    [
      [3, 2, -2],
      [0, 3, 4, 1, 2],
    ],
    [
      [3, 1, 99],
      [0, 1, 2, 4, 3],
    ],
    [
      [3, 1, -99],
      [3, 0, 1, 2, 4],
    ],
    [
      [0, 5, 3],
      [0, 1, 2, 3, 4],
    ],
    [
      [2, 1, 0],
      [0, 1, 2, 3, 4],
    ],
  ] as const)('%j come to %j', ([from, count, places], expected) =>
    expect(order(from, count, places)).toEqual([expected, [], [5, 6, 7, 8]]),
  )

  test('stay in their chapter, every row once', () => {
    fc.assert(
      fc.property(
        fc.nat({ max: 8 }),
        fc.integer({ min: 1, max: 5 }),
        fc.integer(),
        (from, count, to) => {
          const rows = order(from, count, to)
          const isOne = from + count <= 5 || (from >= 5 && from + count <= 9)
          const sorted = rows?.map((each) => each.toSorted((a, b) => a - b))
          expect(sorted).toEqual(isOne ? [[0, 1, 2, 3, 4], [], [5, 6, 7, 8]] : undefined)
        },
      ),
    )
  })
})

describe('what a chapter counts', () => {
  test('is less by what is gone and more by what came, and never below nothing', () => {
    const text = (chapterId: string, words: string) => ({ chapterId, text: words })
    expect(countsAfter(chapters, [text('c0', 'one two ')], [text('c0', 'one two three')])).toEqual([
      { chapterId: 'c0', words: 101, characters: 505 },
    ])
    const many = Array.from({ length: 200 }, () => text('c2', 'word '))
    expect(countsAfter(chapters, many, [])).toEqual([{ chapterId: 'c2', words: 0, characters: 0 }])
    expect(countsAfter(chapters, [{ ...text('c0', 'one'), leftOut: 'code' }], [])).toEqual([
      { chapterId: 'c0', words: 100, characters: 500 },
    ])
  })
})

test('rows that follow each other in one chapter are one run', () => {
  const at = (position: number) => ({ position, chapterId: position < 5 ? 'c0' : 'c2' })
  const runs = runsOf([at(6), at(1), at(2), at(4), at(5)])
  expect(runs.map((run) => run.map(({ position }) => position))).toEqual([[1, 2], [4], [5, 6]])
})
