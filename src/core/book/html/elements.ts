// What HTML's elements and attributes mean for reading aloud.
import type { Matter } from '../../../contract/index.ts'

const set = (words: string): ReadonlySet<string> => new Set(words.split(/\s+/))

/** Elements that begin and end a block. */
export const blockElements = set(
  `html body p div section article aside main nav header footer blockquote figure figcaption center
  address h1 h2 h3 h4 h5 h6 hgroup ul ol li dl dt dd table caption thead tbody tfoot tr td th pre
  form fieldset legend details summary dir menu hr listing xmp plaintext text`,
)

/** Elements whose content is never text of the book. */
export const silentElements = set(
  `head script style template noscript iframe object embed audio video canvas map select textarea
  button rt rp rtc annotation annotation-xml title datalist metadata defs desc`,
)

/** Elements whose meaning holds for the chapter that begins in them. */
const sections = set('html body section article div aside nav main ol ul dl li p')

/** Vocabulary of epub:type and, with `doc-`, of ARIA's roles. */
const matterOfType: Record<string, Matter> = {
  cover: 'cover',
  'cover-page': 'cover',
  titlepage: 'title-page',
  halftitlepage: 'title-page',
  halftitle: 'title-page',
  imprint: 'imprint',
  imprimatur: 'imprint',
  contributors: 'imprint',
  'other-credits': 'imprint',
  credits: 'imprint',
  credit: 'imprint',
  'copyright-page': 'copyright',
  colophon: 'copyright',
  toc: 'contents',
  landmarks: 'contents',
  loi: 'contents',
  lot: 'contents',
  'page-list': 'contents',
  pagelist: 'contents',
  loa: 'contents',
  lov: 'contents',
  endnotes: 'notes',
  endnote: 'notes',
  footnotes: 'notes',
  footnote: 'notes',
  rearnotes: 'notes',
  rearnote: 'notes',
  errata: 'notes',
  bibliography: 'bibliography',
  biblioentry: 'bibliography',
  index: 'index',
  glossary: 'index',
  dedication: 'dedication',
  epigraph: 'dedication',
  preface: 'preface',
  foreword: 'preface',
  introduction: 'preface',
  prologue: 'preface',
  preamble: 'preface',
  acknowledgments: 'preface',
  acknowledgements: 'preface',
  abstract: 'preface',
  epilogue: 'epilogue',
  afterword: 'epilogue',
  conclusion: 'epilogue',
  part: 'part',
  volume: 'part',
  division: 'part',
  chapter: 'body',
  subchapter: 'body',
  'z3998:scene': 'body',
  'se:short-story': 'body',
}

/** The tokens of epub:type and role, roles without their `doc-`. */
export function typesOf(attributes: Record<string, string>): string[] {
  const type = attributes['epub:type']
  const role = attributes['role']
  if (!type && !role) return []
  const roles = (role ?? '').split(/\s+/).filter((word) => word.startsWith('doc-'))
  return [...(type ?? '').split(/\s+/), ...roles.map((word) => word.slice(4))].filter(Boolean)
}

const inlineNotes = set('footnote footnotes endnote endnotes rearnote rearnotes')
const noteClasses = set('footnote footnotes endnotes rearnotes')
/** Whether a type says that it is a note, or several. */
export const isInlineNote = (types: readonly string[]): boolean =>
  types.some((type) => inlineNotes.has(type))

const oneNote = set('footnote endnote rearnote')
const manyNotes = set('footnotes endnotes rearnotes')
/** Elements that hold one note each, in a section of notes. */
const noteElements = set('p li aside dd dt td blockquote')

/** Whether an element inside of notes is one note, and not the list of them. */
export const isOneNote = (
  name: string,
  attributes: Record<string, string>,
  types: readonly string[],
): boolean => {
  const said = [...types, ...(attributes['class'] ?? '').toLowerCase().split(/\s+/)]
  if (said.some((word) => manyNotes.has(word))) return false
  return noteElements.has(name) || said.some((word) => oneNote.has(word))
}

const gutenbergIds = set('pg-header pg-footer pg-machine-header pg-end-separator')

/** What an element says about its content; null when it says nothing. */
export function matterOfElement(
  name: string,
  attributes: Record<string, string>,
  types: readonly string[],
): Matter | null {
  const className = attributes['class']
  if (className && blockElements.has(name)) {
    const words = className.toLowerCase().split(/\s+/)
    if (words.includes('pg-boilerplate')) return 'copyright'
    if (words.some((word) => noteClasses.has(word))) return 'notes'
  }
  if (gutenbergIds.has(attributes['id'] ?? '')) return 'copyright'
  if (name === 'nav') return 'contents'
  for (const type of types) {
    // The title and author lines of a title page carry types too; only sections count.
    if (!sections.has(name) && !inlineNotes.has(type)) continue
    if ((name === 'p' || name === 'li') && !inlineNotes.has(type)) continue
    const matter = matterOfType[type]
    if (matter) return matter
  }
  return null
}

/** What a landmark or a guide reference says about the place it names. */
export const matterOfReference = (type: string): Matter | null =>
  matterOfType[
    type
      .toLowerCase()
      .replace(/^title-page$/, 'titlepage')
      .replace(/^notes$/, 'endnotes')
  ] ?? null

const verseTypes = set('z3998:verse z3998:poem z3998:song z3998:hymn z3998:lyrics')
const verseClasses = set(
  'poem poetry verse stanza lyrics lyric song linegroup lg strophe gedicht poetry-container',
)
const stanzaClasses = set('stanza linegroup lg strophe')
const lineClasses = /^(?:l|line|i\d+|indent\d*)$/

/** Whether an element says that its text is verse, a stanza (its blocks are lines), a line. */
export function verseOf(
  attributes: Record<string, string>,
  types: readonly string[],
): { verse: boolean; stanza: boolean; line: boolean } {
  const words = attributes['class'] ? attributes['class'].toLowerCase().split(/\s+/) : []
  return {
    verse:
      types.some((type) => verseTypes.has(type)) || words.some((word) => verseClasses.has(word)),
    stanza: words.some((word) => stanzaClasses.has(word)),
    line: words.some((word) => lineClasses.test(word)),
  }
}

const breakClasses =
  /(?:^|[\s_-])(?:scene-?break|section-?break|thought-?break|time-?break|tb|asterism|separator|ornament|transition|space-?break|context-?break|fleuron|divider)(?:[\s_-]|$)/i

/** Whether an element's class says that it is a break between scenes. */
export const isBreakClass = (className: string | undefined): boolean =>
  className !== undefined && breakClasses.test(className)

const codeClasses =
  /(?:^|\s)(?:programlisting|code|code-?block|highlight|source-?code|src|prettyprint|listing|lang(?:uage)?-[\w+#-]+)(?:\s|$)/i

/** Whether the class of preformatted text says that it is a program's. */
export const isCodeClass = (className: string | undefined): boolean =>
  className !== undefined && codeClasses.test(className)

const fileName = /^[\w%. -]{1,80}\.(?:jpe?g|png|gif|svg|webp|tiff?|bmp)$/i

/** Whether an image's alt text tells of it, and is not just its file's name or its size. */
export const tellsOfPicture = (alt: string): boolean => !fileName.test(alt.trim())

/** Whether an element is kept from readers: the attribute, ARIA or its own style. */
export function isHidden(attributes: Record<string, string>): boolean {
  if ('hidden' in attributes || attributes['aria-hidden'] === 'true') return true
  const style = attributes['style']
  return style !== undefined && /display\s*:\s*none|visibility\s*:\s*hidden/i.test(style)
}

/** A drop cap is a letter of the word; any other image only shows something. */
export const isInitial = (alt: string, className = ''): boolean =>
  (/drop-?cap|initial|lettrine/i.test(className) && alt.length < 24) ||
  /^["'“‘«„]?\p{L}{1,2}$/u.test(alt)
