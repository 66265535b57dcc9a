// The only importer of htmlparser2: one tolerant parser, with guards against what would stop it.
import { Parser } from 'htmlparser2'
import type { MarkupTag, ScannedMarkup } from '../base/markup-tag.ts'
import { textLimits } from './limits.ts'

export type MarkupEvents = {
  open(name: string, attributes: Record<string, string>): void
  /** `from`, `to`: where it stands in all that was written, entities and all. */
  text(data: string, from: number, to: number): void
  close(name: string): void
}

export type MarkupParser = {
  write(text: string): void
  end(): void
}

/** Thrown when a document breaks a limit; whoever knows the book's name turns it into `book-hostile`. */
export class MarkupLimitError extends Error {
  override readonly name = 'MarkupLimitError'
  readonly limit: string

  constructor(limit: string) {
    super(`markup limit: ${limit}`)
    this.limit = limit
  }
}

/** The parser looks at so much at a time, so that the guards are asked often enough. */
const sliceCharacters = 64 * 1024

/**
 * `html` for content, XHTML too: it knows the named entities and forgives. `xml` for packages: names
 * keep their case. Known prefixes are dropped; entities are never expanded or fetched.
 */
export function createMarkupParser(
  mode: 'html' | 'xml',
  events: MarkupEvents,
  maxNesting: number = textLimits.maxDepth,
): MarkupParser {
  const nameOf = mode === 'xml' ? localName : contentName
  let depth = 0
  let silent = 0
  const parser = new Parser(
    {
      onopentag(name, attributes) {
        silent = 0
        depth += 1
        if (depth > maxNesting) throw new MarkupLimitError('nesting')
        events.open(nameOf(name), attributes)
      },
      onclosetag(name) {
        silent = 0
        depth -= 1
        events.close(nameOf(name))
      },
      ontext(data) {
        silent = 0
        events.text(data, parser.startIndex, parser.endIndex + 1)
      },
      oncomment() {
        silent = 0
      },
      onprocessinginstruction() {
        silent = 0
      },
    },
    mode === 'xml'
      ? { xmlMode: true }
      : // Without the first, `<title/>` swallows the whole document.
        { recognizeSelfClosing: true, recognizeCDATA: true, lowerCaseTags: true },
  )
  return {
    write(text) {
      for (let at = 0; at < text.length; at += sliceCharacters) {
        const slice = text.slice(at, at + sliceCharacters)
        silent += slice.length
        if (silent > textLimits.maxSilentCharacters) throw new MarkupLimitError('markup')
        parser.write(slice)
      }
    },
    end: () => parser.end(),
  }
}

/** More of them are no document that is to be changed. */
const maxTags = 2_000_000

/**
 * Where the tags of an XML document stand, so that it can be changed and all else of it stays as it is. Throws
 * MarkupLimitError.
 */
export function scanMarkup(text: string): ScannedMarkup {
  const tags: MarkupTag[] = []
  const scanned: ScannedMarkup = { tags, doctype: null, declaration: null }
  let attributes: MarkupTag['attributes'] = []
  const add = (tag: MarkupTag) => {
    if (tags.length > maxTags) throw new MarkupLimitError('number of tags')
    tags.push(tag)
  }
  const parser = new Parser(
    {
      onopentagname: () => (attributes = []),
      onattribute(name, value) {
        // Here the parser's end is behind the quote.
        attributes.push({ name, value, from: parser.startIndex, to: parser.endIndex })
      },
      onopentag(name) {
        const [from, to] = [parser.startIndex, parser.endIndex + 1]
        const kind = text[to - 2] === '/' ? 'empty' : 'open'
        add({ kind, name, from, to, attributes })
      },
      onclosetag(name, isImplied) {
        const [from, to] = [parser.startIndex, parser.endIndex + 1]
        const isWritten = !isImplied && text.startsWith('</', from)
        if (isWritten) add({ kind: 'close', name, from, to, attributes: [] })
      },
      onprocessinginstruction(name) {
        const place = { from: parser.startIndex, to: parser.endIndex + 1 }
        if (/^!doctype$/i.test(name)) scanned.doctype ??= place
        if (name === '?xml')
          scanned.declaration ??= { from: place.from, to: text.indexOf('?>', place.from) + 2 }
      },
    },
    { xmlMode: true },
  )
  parser.write(text)
  parser.end()
  return scanned
}

/** What `&name;` stands for in XHTML; null where it stands for nothing. */
export function entityText(entity: string): string | null {
  let text = ''
  const parser = new Parser({ ontext: (data) => (text += data) }, { decodeEntities: true })
  parser.end(entity)
  return text === entity ? null : text
}

const localName = (name: string): string => {
  const colon = name.indexOf(':')
  return colon < 0 ? name : name.slice(colon + 1)
}

/** In content only the prefixes of XHTML, SVG and MathML go: Word's `o:p` is no paragraph. */
const contentName = (name: string): string => name.replace(/^(?:x?html|h|svg|m|mml|math):/, '')
