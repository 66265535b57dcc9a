// The pages of a book while it is gone over: each kept small, and made into lines whenever it is looked at.
import type { Line, LineMark, PageText } from './line.ts'

export type KeptPages = {
  readonly count: number
  keep(page: PageText): void
  /** New lines each time: they are told by where they stand on the page. */
  at(index: number): PageText
  [Symbol.iterator](): Iterator<PageText>
}

type Kept = Omit<PageText, 'lines'> & {
  /** Of all lines, one after another. */
  text: string
  /** Of each line as many as `numbersOf` gives. */
  numbers: Float64Array
  marks: ReadonlyMap<number, LineMark[]> | null
}

const lineNumbers = 7

/** A line as an object takes four times the memory: a book of thousands of pages has half a million. */
export function createKeptPages(): KeptPages {
  const pages: Kept[] = []
  const fonts: string[] = []
  const fontNumbers = new Map<string, number>()

  const fontNumber = (font: string): number => {
    const known = fontNumbers.get(font)
    if (known !== undefined) return known
    fontNumbers.set(font, fonts.length)
    return fonts.push(font) - 1
  }

  const numbersOf = ({ text, x0, x1, y, size, column, font }: Line): number[] => [
    ...[text.length, x0, x1, y, size, column, fontNumber(font)],
  ]

  function linesOf({ text, numbers, marks }: Kept): Line[] {
    const lines: Line[] = []
    let from = 0
    for (let at = 0; at < numbers.length; at += lineNumbers) {
      const [length = 0, x0 = 0, x1 = 0, y = 0, size = 0, column = 0, font = 0] = numbers.subarray(
        at,
        at + lineNumbers,
      )
      lines.push({
        ...{ text: text.slice(from, from + length), x0, x1, y, size, column },
        font: fonts[font] ?? '',
        marks: marks?.get(lines.length) ?? [],
      })
      from += length
    }
    return lines
  }

  const pageOf = (kept: Kept): PageText => ({
    width: kept.width,
    height: kept.height,
    gutters: kept.gutters,
    lines: linesOf(kept),
  })

  return {
    get count() {
      return pages.length
    },
    keep({ lines, ...page }) {
      const marked = [...lines.entries()].filter(([, { marks }]) => marks.length > 0)
      pages.push({
        ...page,
        text: lines.map(({ text }) => text).join(''),
        numbers: Float64Array.from(lines.flatMap(numbersOf)),
        marks: marked.length > 0 ? new Map(marked.map(([at, { marks }]) => [at, marks])) : null,
      })
    },
    at: (index) => {
      const kept = pages[index]
      return kept ? pageOf(kept) : { width: 0, height: 0, gutters: [], lines: [] }
    },
    *[Symbol.iterator]() {
      for (const kept of pages) yield pageOf(kept)
    },
  }
}
