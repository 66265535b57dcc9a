// FictionBook's description: title, authors, language, series, which picture is the cover.
import { cleanText, shorten } from '../clean-text.ts'
import { languageTag } from '../language.ts'
import type { MarkupEvents } from '../markup.ts'
import { attributeOf } from '../xml-scan.ts'

export type Description = {
  title: string
  authors: string[]
  language: string
  series: string | null
  /** Id of the cover's binary. */
  cover: string | null
}

const nameParts: ReadonlySet<string> = new Set([
  'first-name',
  'middle-name',
  'last-name',
  'nickname',
])
const maxText = 1000

/** Feed `events` with the whole book; only its `title-info` is looked at. */
export function createDescription(): { events: MarkupEvents; description(): Description } {
  let inside = false
  let inCover = false
  let text: string | null = null
  let title = ''
  let language = 'und'
  let series: string | null = null
  let cover: string | null = null
  let author: Map<string, string> | null = null
  const authors: string[] = []

  const finish = (name: string, value: string) => {
    if (name === 'book-title') title ||= shorten(value, 500)
    else if (name === 'lang') language = languageTag(value)
    else if (author && value !== '') author.set(name, value)
  }

  const endAuthor = () => {
    const part = (name: string) => author?.get(name) ?? ''
    const full = [part('first-name'), part('middle-name'), part('last-name')].filter(Boolean)
    const name = shorten(full.length > 0 ? full.join(' ') : part('nickname'), 200)
    if (name !== '' && authors.length < 64 && !authors.includes(name)) authors.push(name)
    author = null
  }

  return {
    description: () => ({ title, authors, language, series, cover }),
    events: {
      open(name, attributes) {
        if (name === 'title-info') inside = true
        if (!inside) return
        if (name === 'author') author = new Map()
        else if (name === 'coverpage') inCover = true
        else if (name === 'image' && inCover)
          cover ??= (attributeOf(attributes, 'l', 'href') ?? '').replace(/^#/, '') || null
        else if (name === 'sequence') {
          const own = cleanText(attributes['name'] ?? '')
          const number = cleanText(attributes['number'] ?? '')
          if (own !== '') series ??= shorten(number === '' ? own : `${own}, ${number}`, 300)
        } else if (name === 'book-title' || name === 'lang' || (author && nameParts.has(name)))
          text = ''
      },
      text(data) {
        if (text !== null && text.length < maxText) text += data
      },
      close(name) {
        if (!inside) return
        if (name === 'title-info') inside = false
        else if (name === 'coverpage') inCover = false
        else if (name === 'author') endAuthor()
        else if (text !== null) {
          finish(name, cleanText(text))
          text = null
        }
      },
    },
  }
}
