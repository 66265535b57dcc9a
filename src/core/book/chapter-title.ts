// A chapter's title and its headings: one made from the other, whichever the book has.
import type { Block } from '../../contract/index.ts'
import { hasWords, shorten, wordKey } from './clean-text.ts'
import { withReadings } from './gathered-text.ts'
import { isBareLabel } from './heading-words.ts'

const maxTitle = 160

/** Headings that follow one another as one title: `I · A Scandal in Bohemia`, `CHAPTER I. Start in Life`. */
export function joinHeadings(headings: readonly string[]): string {
  let title = ''
  for (const heading of headings) {
    if (title === '') title = heading
    else if (wordKey(title).endsWith(wordKey(heading))) continue
    else title += /[.:!?…—–-]$/.test(title) ? ` ${heading}` : ` · ${heading}`
  }
  return shorten(title, maxTitle)
}

/** The title that a chapter's own text gives: its first headings, else its first words. */
export function titleOfBlocks(blocks: readonly Block[]): string {
  const leading: string[] = []
  for (const block of blocks) {
    if (block.kind !== 'heading') break
    // A name may follow a number; anything more is a heading inside the chapter.
    if (leading.length > 0 && !isBareLabel(leading[leading.length - 1] ?? '')) break
    leading.push(block.text)
  }
  if (leading.length > 0) return joinHeadings(leading)
  const licence = /project gutenberg/i.test(blocks[0]?.text ?? '')
  const heading = licence ? undefined : blocks.slice(0, 3).find(({ kind }) => kind === 'heading')
  const first = heading ?? blocks.find((block) => hasWords(block.text))
  const words = (first?.text ?? '').slice(0, 400).replaceAll('\n', ' ')
  return shorten(words.replace(/^[\s*#=_-]+|[\s*#=_-]+$/g, ''), 60)
}

/**
 * Makes the paragraphs headings that a chapter begins with and that its title in the table of contents
 * repeats: many books mark headings by class alone. Changes nothing when the chapter has a heading.
 */
export function promoteHeadings(blocks: readonly Block[], title: string): Block[] {
  const whole = wordKey(title)
  let key = whole
  const promoted: Block[] = []
  for (const block of blocks.slice(0, 4)) {
    if (block.leftOut !== undefined) {
      promoted.push(block)
      continue
    }
    if (block.kind === 'heading' || block.kind === 'scene-break' || key === '') break
    const own = wordKey(block.text)
    if (own === '' || block.text.length > 200 || !key.startsWith(own)) break
    key = key.slice(own.length)
    const text = block.text.replaceAll('\n', ' ')
    promoted.push({ kind: 'heading', text, level: 2, ...withReadings(block.readings ?? []) })
  }
  // Half a title proves nothing, unless it is the number that chapters have.
  const enough =
    key === '' || promoted.some(({ kind, text }) => kind === 'heading' && isBareLabel(text))
  if (promoted.length === 0 || !enough) return [...blocks]
  return [...promoted, ...blocks.slice(promoted.length)]
}
