// Real PDFs, where the corpus is beside the project: their words are those of the same book in another format.
import { existsSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import type { Chapter } from '../../../src/contract/index.ts'
import { corpus, readCorpusBook as read } from '../../fixtures/corpus-books.ts'
import { failureOfReading } from '../../fixtures/read-all.ts'

const textOf = (chapters: readonly Chapter[]): string =>
  chapters
    .flatMap(({ blocks }) => blocks.filter(({ leftOut }) => leftOut === undefined))
    .map(({ text }) => text)
    .join('\n')

/** How much two texts have the same words: 1 when all of both are in the other, as often. */
function wordOverlap(a: string, b: string): number {
  const wordsOf = (text: string) => text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []
  const counts = new Map<string, number>()
  for (const word of wordsOf(a)) counts.set(word, (counts.get(word) ?? 0) + 1)
  let shared = 0
  for (const word of wordsOf(b)) {
    const left = counts.get(word) ?? 0
    if (left > 0) shared += 1
    counts.set(word, left - 1)
  }
  return (2 * shared) / (wordsOf(a).length + wordsOf(b).length)
}

describe.skipIf(!existsSync(`${corpus}pdf`))('the PDFs of the corpus', () => {
  it.each([
    ['pdf/gen_time-machine_header-footer.pdf', 'epub/se_the-time-machine.epub'],
    ['pdf/pg11_alice.pdf', 'html/pg11_alice.htm'],
  ])('have in %s the words of %s', async (pdf, other) => {
    const [one, two] = [await read(pdf), await read(other)]
    expect(wordOverlap(textOf(one.chapters), textOf(two.chapters))).toBeGreaterThan(0.998)
  })

  it('have their heads and page numbers left out, and their chapters by the outline', async () => {
    const { chapters, header } = await read('pdf/gen_time-machine_header-footer.pdf')
    expect(header).toMatchObject({
      title: 'The Time Machine',
      authors: ['H. G. Wells'],
      language: 'en',
    })
    expect(chapters.filter(({ spoken }) => spoken).map(({ title }) => title)).toEqual(
      'I,II,III,IV,V,VI,VII,VIII,IX,X,XI,XII,Epilogue'.split(','),
    )
    const lines = textOf(chapters).split('\n')
    expect(lines.filter((line) => /THE TIME MACHINE —|^\d+$/.test(line))).toEqual([])
    const leftOut = chapters.flatMap(({ blocks }) => blocks.filter((block) => block.leftOut))
    const count = (reason: string) => leftOut.filter((block) => block.leftOut === reason).length
    expect([count('running-head'), count('page-number')]).toEqual([191, 191])
  })

  it('have chapters by the size of headings where there is no outline, and verse by its lines', async () => {
    const { chapters } = await read('pdf/pg11_alice.pdf')
    const spoken = chapters.filter(({ spoken: ticked }) => ticked)
    expect(spoken).toHaveLength(12)
    expect(spoken.map(({ title }) => title)).toContain('CHAPTER III. A Caucus-Race and a Long Tale')
    const verse = spoken.flatMap(({ blocks }) => blocks.filter(({ kind }) => kind === 'verse'))
    expect(verse.map(({ text }) => text.split('\n')[0])).toContain('"Up above the world you fly,')
  })

  it('say that a scan is one', async () => {
    expect(await failureOfReading(read('pdf/tika_ocr-scanned-image-only.pdf'))).toMatchObject({
      code: 'book-scanned',
    })
  })

  it.each([
    ['pdf/tika_optional-hyphen.pdf', 'optionalhyphen'],
    ['pdf/tika_page-number.pdf', 'This is page one.'],
  ])('hold in %s but %j', async (name, text) => {
    expect(textOf((await read(name)).chapters)).toBe(text)
  })
})
