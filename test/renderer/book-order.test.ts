// In which order a book is heard.
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  bookStart,
  heardFrom,
  nextChapterStart,
  nextHeard,
  previousChapterStart,
  speedBeside,
  speeds,
} from '../../src/renderer/src/client/book-order.ts'
import { chapterAt } from '../../src/renderer/src/client/chapter-at.ts'
import { chaptersOf } from './studio-by-hand.ts'

const sizes = fc.array(fc.integer({ min: -5, max: 5 }), { minLength: 1, maxLength: 12 })

describe('the order of a book', () => {
  it('hears every segment of every ticked chapter once, in the order of the book', () => {
    fc.assert(
      fc.property(sizes, (all) => {
        const chapters = chaptersOf(all)
        const ticked = chapters.flatMap(({ spoken, firstPosition, segments }) =>
          spoken ? Array.from({ length: segments }, (_, index) => firstPosition + index) : [],
        )
        const heard: number[] = []
        let at: number | null = ticked.length > 0 ? bookStart(chapters) : null
        while (at !== null) {
          heard.push(at)
          at = nextHeard(chapters, at)
        }
        expect(heard).toEqual(ticked)
      }),
    )
  })

  it('finds the chapter of every position, whatever empty chapters lie beside it', () => {
    fc.assert(
      fc.property(sizes, (all) => {
        const chapters = chaptersOf(all)
        for (const chapter of chapters)
          for (
            let at = chapter.firstPosition;
            at < chapter.firstPosition + chapter.segments;
            at += 1
          )
            expect(chapterAt(chapters, at)?.id).toBe(chapter.id)
      }),
    )
  })

  it('plays an unticked chapter to its end and goes on with the next ticked one', () => {
    const chapters = chaptersOf([2, -2, -3, 4])
    expect(nextHeard(chapters, 2)).toBe(3)
    expect(nextHeard(chapters, 3)).toBe(7)
    expect(nextHeard(chapters, 10)).toBeNull()
  })

  it('looks ahead over the end of a chapter into the next ticked one, a few segments and no more', () => {
    const chapters = chaptersOf([3, -2, 4, -1])
    expect(heardFrom(chapters, 1, 3)).toEqual([1, 2, 5])
    expect(heardFrom(chapters, 2, 3)).toEqual([2, 5, 6])
    expect(heardFrom(chapters, 7, 3)).toEqual([7, 8])
  })

  it('goes back to the start of the chapter first, then to the one before', () => {
    const chapters = chaptersOf([3, -2, 4])
    expect(previousChapterStart(chapters, 7)).toBe(5)
    expect(previousChapterStart(chapters, 5)).toBe(0)
    expect(previousChapterStart(chapters, 0)).toBeNull()
    expect(nextChapterStart(chapters, 1)).toBe(5)
  })

  it('begins at the first ticked chapter, or at the first that has something', () => {
    expect(bookStart(chaptersOf([-2, 3]))).toBe(2)
    expect(bookStart(chaptersOf([-2, -3]))).toBe(0)
    expect(bookStart([])).toBe(0)
  })

  it('steps through the speeds and stays at their ends', () => {
    expect(speedBeside(1, 1)).toBe(1.25)
    expect(speedBeside(1.1, -1)).toBe(1)
    expect(speedBeside(3, 1)).toBe(speeds.at(-1))
    expect(speedBeside(0.5, -1)).toBe(speeds[0])
  })
})
