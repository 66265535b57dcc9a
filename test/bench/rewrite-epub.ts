// Variants of an EPUB for the bench: one changed word, or the book many times over.
import { readFileSync, writeFileSync } from 'node:fs'
import { epubEntries } from '../fixtures/epub-entries.ts'
import { zipFile, type ZipEntry } from '../fixtures/zip-file.ts'

const isText = ({ name }: ZipEntry) => /\.x?html?$/.test(name)

/** The same book with one word of one sentence changed, in the middle of its longest document. */
export async function changeOneSentence(from: string, to: string): Promise<void> {
  const entries = await epubEntries(readFileSync(from))
  const longest = entries.filter(isText).toSorted((a, b) => b.bytes.length - a.bytes.length)[0]
  const text = Buffer.from(longest?.bytes ?? '').toString('utf8')
  const at = text.indexOf(' and ', Math.floor(text.length / 2))
  if (!longest || at < 0) throw new Error('the book has no sentence to change')
  longest.bytes = `${text.slice(0, at)} moreover ${text.slice(at + 5)}`
  writeFileSync(to, zipFile(entries))
}

/**
 * The book `copies` times over as one plain-text file, a word of every sentence varied, so that no
 * sentence is like another. `paragraphs` are its texts.
 */
export function writeCopies(paragraphs: readonly string[], copies: number, to: string): void {
  const parts: string[] = []
  let chapters = 0
  // Gutenberg's marks and licence would end the book after its first copy.
  const told = paragraphs.filter((paragraph) => !/gutenberg|full license/i.test(paragraph))
  for (let copy = 1; copy <= copies; copy++) {
    for (const [index, paragraph] of told.entries()) {
      if (index % 120 === 0) parts.push(`CHAPTER ${++chapters}`)
      parts.push(paragraph.replace(/([.!?]['”’"]?)(?=\s|$)/g, ` ${numberWord(copy)}$1`))
    }
  }
  writeFileSync(to, parts.join('\n\n'))
}

const numberWord = (number: number): string =>
  ['one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten'][
    (number - 1) % 10
  ] ?? ''
