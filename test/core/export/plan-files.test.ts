// Which files an export makes of which chapters.
import { describe, expect, it } from 'vitest'
import { ExportWish } from '../../../src/contract/index.ts'
import { planFiles } from '../../../src/core/export/plan-files.ts'

const tags = { title: 'Either/Or', authors: ['S. K.'], narrator: 'Eva', language: 'da' }
const chapter = (title: string, minutes: number) => ({
  title,
  seconds: minutes * 60,
  bytes: minutes * 1e6,
})
const chapters = [
  chapter('One: a start', 50),
  chapter('', 20),
  chapter('Three', 100),
  chapter('4', 1),
]
const files = (split: ExportWish['split']) =>
  planFiles(chapters, { format: 'mp3', split }, { tags, name: 'book.mp3' })

describe('an export', () => {
  it('is one file under the name that was chosen, if nothing else is wished', () => {
    expect(files(undefined)).toEqual([{ name: 'book.mp3', tags, chapters }])
    expect(files({ kind: 'one' })).toEqual(files(undefined))
  })

  it('by chapters is a numbered file for each, named by its title', () => {
    const made = files({ kind: 'chapters' })
    expect(made.map(({ name }) => name)).toEqual([
      '01 One_ a start.mp3',
      '02 Chapter 2.mp3',
      '03 Three.mp3',
      '04 4.mp3',
    ])
    expect(made[2]?.tags.part).toEqual({ number: 3, of: 4, title: 'Three' })
    expect(made.flatMap((file) => file.chapters)).toEqual(chapters)
  })

  it('by hours keeps chapters whole, and one that is too long by itself', () => {
    const made = files({ kind: 'hours', hours: 1.2 })
    expect(made.map((file) => file.chapters.map(({ title }) => title))).toEqual([
      ['One: a start', ''],
      ['Three'],
      ['4'],
    ])
    expect(made[0]?.name).toBe('01 Either_Or, part 1.mp3')
  })

  it('by size does the same with what they weigh', () => {
    const made = files({ kind: 'size', megabytes: 71 })
    expect(made.map((file) => file.chapters.length)).toEqual([2, 1, 1])
  })

  it('names files by a template, never two alike', () => {
    const same = [chapter('I', 1), chapter('i', 1), chapter('A/B', 1)]
    const named = (names: string) =>
      planFiles(
        same,
        { format: 'mp3', split: { kind: 'chapters' }, names },
        { tags, name: '' },
      ).map(({ name }) => name)
    expect(named('{title} ({author}, {year})')).toEqual([
      'I (S. K., ).mp3',
      'i (S. K., ) (2).mp3',
      'A_B (S. K., ).mp3',
    ])
    expect(named('{series}')).toEqual(['01 I.mp3', '02 i.mp3', '03 A_B.mp3'])
    expect(ExportWish.safeParse({ format: 'mp3', names: '{number} {nothing}' }).success).toBe(false)
    expect(ExportWish.safeParse({ format: 'mp3', names: '{number' }).success).toBe(false)
    expect(ExportWish.safeParse({ format: 'mp3', names: '{number} of {book}' }).success).toBe(true)
  })

  it('numbers its files so that they sort, however many there are', () => {
    const many = Array.from({ length: 120 }, (_, index) => chapter(`C${index}`, 1))
    const made = planFiles(many, { format: 'mp3', split: { kind: 'chapters' } }, { tags, name: '' })
    const names = made.map(({ name }) => name)
    expect(names.toSorted()).toEqual(names)
  })
})
