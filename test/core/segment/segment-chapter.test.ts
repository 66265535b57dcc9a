import { existsSync, readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { Segment, type Block, type Chapter } from '../../../src/contract/index.ts'
import { segmentChapter } from '../../../src/core/segment/segment-chapter.ts'
import { silentBeginning } from '../../../src/core/segment/silent-beginning.ts'

const chapterOf = (...blocks: Block[]): Chapter => ({
  title: 'A chapter',
  level: 1,
  matter: 'body',
  spoken: true,
  blocks,
})
const paragraph = (text: string): Block => ({ kind: 'paragraph', text })
const heading = (text: string): Block => ({ kind: 'heading', level: 1, text })
const sceneBreak: Block = { kind: 'scene-break', text: '' }
const segmented = (...blocks: Block[]) => segmentChapter(chapterOf(...blocks), 'c1', 'en')

const isLossless = (chapter: Chapter, segments: Segment[]) =>
  chapter.blocks.every(
    ({ text }, index) =>
      segments
        .filter(({ block }) => block === index)
        .map((segment) => segment.text)
        .join('') === text,
  )

const short = 'A short sentence. '
const long = `${'A rather long sentence that goes on and on, '.repeat(4)}and ends. `

describe('segments of a chapter', () => {
  test('join short neighbours of a paragraph, never of two', () => {
    const segments = segmented(paragraph(short.repeat(3).trim()), paragraph(short.trim()))
    expect(segments.map(({ text }) => text)).toEqual([short.repeat(3).trim(), short.trim()])
  })

  test('stay near 250 characters where sentences allow it', () => {
    for (const { text } of segmented(paragraph(short.repeat(100))))
      expect(text.length).toBeLessThanOrEqual(270)
  })

  test('leave a long sentence whole', () => {
    const endless = `${'and so it goes on '.repeat(100)}to the end.`
    expect(segmented(paragraph(endless))).toHaveLength(1)
  })

  test('do not leave a crumb to be spoken alone', () => {
    const segments = segmented(paragraph(`${long}${long.slice(0, 60)}ends. No.`))
    expect(segments.at(-1)?.text).toMatch(/No\.$/)
    expect(segments.at(-1)?.text.length).toBeGreaterThan(20)
  })

  test('have ids that count from 1 and blocks that lead back', () => {
    const segments = segmented(heading('One'), sceneBreak, paragraph(long + long))
    expect(segments.map(({ id }) => id)).toEqual(['c1-1', 'c1-2', 'c1-3'])
    expect(segments.map(({ block }) => block)).toEqual([0, 2, 2])
    expect(segments.map(({ kind }) => kind)).toEqual(['heading', 'paragraph', 'paragraph'])
  })

  test('are followed by the pause of what they end', () => {
    const segments = segmented(
      heading('One'),
      paragraph(long + long),
      paragraph(short),
      sceneBreak,
      paragraph(short),
      { kind: 'verse', text: 'A line\nAnother line' },
    )
    expect(segments.map(({ pauseAfter }) => pauseAfter)).toEqual([
      'heading',
      'sentence',
      'paragraph',
      'scene',
      'paragraph',
      'chapter',
    ])
  })

  test('pause as if lines that are left out were not there', () => {
    const number: Block = { kind: 'paragraph', text: '12', leftOut: 'page-number' }
    const segments = segmented(
      ...[paragraph(short), number, sceneBreak, paragraph(short), number, number],
    )
    const heard = segments.filter(({ leftOut }) => !leftOut)
    expect(heard.map(({ pauseAfter }) => pauseAfter)).toEqual(['scene', 'chapter'])
    expect(segments.map(({ text }) => text)).toEqual([short, '12', short, '12', '12'])
  })

  test('of scene breaks and empty blocks are none', () => {
    expect(segmented(sceneBreak, paragraph(''), heading(''))).toEqual([])
    expect(segmented(sceneBreak, paragraph(short), sceneBreak)[0]?.pauseAfter).toBe('chapter')
  })

  test('with nothing to say have nothing spoken', () => {
    expect(segmented(paragraph('* * *'))[0]).toMatchObject({ text: '* * *', spoken: [], map: [] })
  })

  test('lose nothing and double nothing, whatever the text', () => {
    const block = fc.record({
      kind: fc.constantFrom('heading' as const, 'paragraph' as const, 'verse' as const),
      text: fc
        .array(
          fc.oneof(
            fc.constantFrom(
              'Mr. ',
              'I. ',
              '“',
              '” ',
              '. ',
              '! ',
              '\n',
              '  ',
              '—',
              'so ',
              'So ',
              long,
            ),
            fc.string({ unit: 'grapheme', maxLength: 20 }),
          ),
        )
        .map((parts) => parts.join('')),
    })
    fc.assert(
      fc.property(fc.array(block, { maxLength: 6 }), (blocks) => {
        const chapter = chapterOf(...blocks)
        const segments = segmentChapter(chapter, 'c1', 'en')
        expect(isLossless(chapter, segments)).toBe(true)
        for (const segment of segments) Segment.parse(segment)
      }),
    )
  })
})

describe('readings', () => {
  test('go with their sentence, which ends in none of them', () => {
    const first = `${long}EMMA ST. CLAIR: `
    const text = `${first}${long.trim()}`
    const name = { at: long.length, length: 'EMMA ST. CLAIR:'.length, say: '' }
    const segments = segmented({ ...paragraph(text), readings: [name] })
    expect(segments.map((segment) => segment.text).join('')).toBe(text)
    expect(segments.map(({ spoken }) => spoken)).toEqual([
      [{ text: long.trim() }],
      [{ text: long.trim() }],
    ])
  })

  test('at the beginning stay with a text that is edited while it begins so', () => {
    const name = { at: 0, length: 5, say: '' }
    const [segment] = segmented({ ...paragraph('EMMA: So it is.'), readings: [name] })
    expect(segment && silentBeginning(segment, 'EMMA: So it was.')).toEqual([name])
    expect(segment && silentBeginning(segment, 'Emma: So it was.')).toEqual([])
    const [plain] = segmented(paragraph('“So it is.”'))
    expect(plain && silentBeginning(plain, '“So it was.”')).toEqual([])
  })

  test('that hold the end of a sentence keep its halves together', () => {
    const text = `${long}${long}`
    const across = { at: long.length - 6, length: 12, say: 'x' }
    const segments = segmented({ ...paragraph(text), readings: [across] })
    expect(segments.map((segment) => segment.text)).toEqual([text])
    expect(JSON.stringify(segments[0]?.spoken)).toContain('and x')
  })
})

const corpus = new URL('../../../../shared/corpus/txt/', import.meta.url)
const books = [
  ['pg11_alice_utf8.txt', 'en', 'utf-8'],
  ['pg22367_verwandlung_latin1.txt', 'de', 'latin1'],
] as const

describe.skipIf(!existsSync(corpus))('segments of real books', () => {
  test.each(books)('lose nothing of %s', (name, language, encoding) => {
    const text = new TextDecoder(encoding).decode(readFileSync(new URL(name, corpus)))
    const blocks = text
      .split(/\r?\n(?:\r?\n)+/)
      .map((block) => paragraph(block.replace(/\s+/g, ' ').trim()))
    const chapter = chapterOf(...blocks)
    const segments = segmentChapter(chapter, 'c1', language)
    expect(isLossless(chapter, segments)).toBe(true)
    const typical = segments.map((segment) => segment.text.length).sort((a, b) => a - b)
    expect(typical[Math.floor(typical.length * 0.9)]).toBeLessThan(400)
    const cutInTwo = segments.filter(({ text: shown }) => /\b(?:Mr|Mrs|Dr|Hr|Fr)\.\s*$/.test(shown))
    expect(cutInTwo).toEqual([])
  })
})
