// Words with their reading above them: which of the two is said.
import { hasWords } from './clean-text.ts'
import type { Paragraph } from './paragraph.ts'

/**
 * Whether a reading is said for its base. Dots of emphasis are none; over Chinese characters Latin letters
 * and Bopomofo tell a person how to say what every Chinese voice knows, and would be spelled.
 */
export const isReading = (base: string, say: string): boolean =>
  hasWords(base) &&
  hasWords(say) &&
  !(/\p{Script=Han}/u.test(base) && /[\p{Script=Latin}\p{Script=Bopomofo}]/u.test(say))

export type RubyText = {
  /** True inside of a reading, whose text is not the paragraph's. */
  readonly reading: boolean
  open(name: string, paragraph: Paragraph | undefined): void
  /** Text of a reading. */
  text(data: string): void
  close(name: string, paragraph: Paragraph | undefined): void
}

/** Readings of a word processor, which have a base each, before or after them. `names`: of its elements. */
export function createRubyText(names: { whole: string; base: string; reading: string }): RubyText {
  let reading = false
  let say = ''
  let from = 0
  let to = 0
  return {
    get reading() {
      return reading
    },
    open(name, paragraph) {
      const at = paragraph?.raw.length ?? 0
      if (name === names.whole) {
        say = ''
        from = to = at
      } else if (name === names.reading) reading = true
      else if (name === names.base) from = at
    },
    text(data) {
      say += data.trim()
    },
    close(name, paragraph) {
      if (name === names.reading) reading = false
      else if (name === names.base) to = paragraph?.raw.length ?? 0
      else if (name === names.whole && paragraph && isReading(paragraph.raw.slice(from, to), say))
        paragraph.read(from, say, to)
    },
  }
}
