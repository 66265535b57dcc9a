// WordprocessingML's elements by what reading does with them: tables.

/** Their content was deleted, moved away, or is what was before a change. */
export const skippedNames: ReadonlySet<string> = new Set([
  ...['moveFrom', 'rPrChange', 'pPrChange', 'sectPrChange', 'tblPrChange', 'trPrChange'],
  ...['tcPrChange', 'tblGridChange', 'numberingChange', 'delText', 'delInstrText'],
])

/** Inside them only text boxes and what is said of a picture count. */
export const opaqueNames: ReadonlySet<string> = new Set(['drawing', 'pict', 'object'])

/** What a run holds. */
export const textNames: ReadonlySet<string> = new Set([
  ...['t', 'tab', 'ptab', 'br', 'cr', 'noBreakHyphen', 'sym', 'instrText', 'fldChar'],
  ...['footnoteReference', 'endnoteReference', 'rStyle', 'vanish', 'vertAlign'],
])

/** A word, and how it is said. */
export const rubyNames: ReadonlySet<string> = new Set(['ruby', 'rubyBase', 'rt'])
