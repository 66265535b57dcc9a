// Kindle's own markup made plain: places marked where chapters begin, links that lead inside, page breaks.
import { textLimits } from '../limits.ts'

export type KindleMarkup = {
  write(text: string): string
  /** The place between what was written and what comes. */
  place(id: string): string
  end(): string
}

export const pageId = 'lectern-page'
const anchor = (id: string): string => `<a id="${id}"></a>`

const plain = (text: string): string =>
  text
    .replace(/<mbp:pagebreak\b[^<>]*>/gi, anchor(pageId))
    .replace(/(<a\b[^<>]*?)\bfilepos\s*=\s*["']?(\d{1,12})["']?/gi, '$1href="#filepos$2"')
    .replaceAll('href="kindle:pos:fid:', 'href="#kindle:pos:fid:')

/** Holds a tag back until it is whole, so that no place falls into one. */
export function createKindleMarkup(): KindleMarkup {
  let tag = ''
  return {
    write(text) {
      const whole = tag + text
      const open = whole.lastIndexOf('<')
      const isOpen =
        open > whole.lastIndexOf('>') && whole.length - open < textLimits.maxBlockCharacters
      tag = isOpen ? whole.slice(open) : ''
      return plain(isOpen ? whole.slice(0, open) : whole)
    },
    place: anchor,
    end() {
      const rest = tag
      tag = ''
      return plain(rest)
    },
  }
}
