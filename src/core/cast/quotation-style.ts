// Which marks open and close speech in a chapter: what it uses most, and what its language allows.

export type QuotationStyle = {
  /** Opening marks with what closes each. */
  closers: Readonly<Record<string, string>>
  /** The single mark that opens speech where the book uses single ones; nested ones are none of it. */
  single: '‘' | "'" | null
}

const curly: Readonly<Record<string, string>> = {
  '“': '”',
  '„': '“”"',
  '‟': '”',
  '‚': '‘’',
  '«': '»',
  '「': '」',
  '『': '』',
}

const count = (text: string, pattern: RegExp): number => text.match(pattern)?.length ?? 0

/** Of one chapter. */
export function quotationStyle(texts: readonly string[], language: string): QuotationStyle {
  let doubles = 0
  let straight = 0
  let opened = 0
  let scandinavian = 0
  let curlySingles = 0
  let straightSingles = 0
  let inward = 0
  let outward = 0
  for (const text of texts) {
    opened += count(text, /[“„«「『]/g) + count(text, /^\s*[“„«]/g)
    scandinavian += count(text, /(?:^|\s)”(?=\p{L})/gu)
    straight += count(text, /(?:^|[\s(—–-])"(?=\S)/g) + count(text, /^\s*"(?=\S)/g)
    // What begins a paragraph is not inside another quotation.
    curlySingles += count(text, /(?:^|[\s(—–-])‘(?=\S)/g) + count(text, /^\s*‘(?=\S)/g)
    straightSingles += count(text, /(?:^|[\s(—–-])'(?=\p{Lu})/gu) + count(text, /^\s*'(?=\p{Lu})/gu)
    inward += count(text, /(?:^|\s)»(?=\S)/g)
    outward += count(text, /(?:^|\s)«/g)
  }
  doubles = opened + straight + scandinavian + inward
  const single = singleMark(doubles, curlySingles, straightSingles)
  const closers: Record<string, string> = single ? {} : { ...curly, '"': '"' }
  if (!single && inward > outward && !language.startsWith('fr')) {
    delete closers['«']
    closers['»'] = '«'
  }
  if (!single && scandinavian > count(texts.join(' '), /“/g)) closers['”'] = '”'
  return { closers, single }
}

function singleMark(doubles: number, curlySingles: number, straightSingles: number) {
  if (curlySingles > doubles && curlySingles >= straightSingles) return '‘' as const
  return straightSingles > doubles ? ("'" as const) : null
}
