// Which languages a model speaks, as BCP 47 tags, from the words its makers use for them.

/** Languages that voices are made for; their English names come from the system. */
const known = (
  'af am ar as az be bg bn bs ca cs cy da de el en eo es et eu fa fi fr ga gl gu he hi hr hu hy id is it ja ' +
  'ka kk ko ku ky la lb lt lv mi mk ml mn mr ms mt my nb ne nl no pa pl pt qu ro ru si sk sl sq sr sv sw ta ' +
  'te th tn tr uk ur uz vi yue zh'
).split(' ')

/** What espeak-ng calls otherwise than the standard does. */
const renamed: Readonly<Record<string, string>> = { cmn: 'zh', 'en-us': 'en-US', nb: 'nb' }

const names = new Intl.DisplayNames('en', { type: 'language' })

/** `en_US`, `en-us`, `cmn`, `English` or `Chinese, English` → tags; empty where nothing is known. */
export function languageTags(words: string): string[] {
  const tags = words.split(/[,;+/]/).flatMap((word) => {
    const plain = word.trim()
    if (plain === '') return []
    const named = known.find((tag) => names.of(tag)?.toLowerCase() === plain.toLowerCase())
    if (named !== undefined) return [named]
    const tag = plain.replaceAll('_', '-').toLowerCase()
    const base = tag.split('-')[0] ?? ''
    if (!known.includes(base) && !(base in renamed)) return []
    return canonical(renamed[tag] ?? tag.replace(base, renamed[base] ?? base))
  })
  return [...new Set(tags)]
}

/** `English (United States)`. */
export const languageName = (tag: string): string => {
  try {
    const name = new Intl.DisplayNames('en', { type: 'language', languageDisplay: 'standard' })
    return name.of(tag) ?? tag
  } catch {
    return tag
  }
}

function canonical(tag: string): string[] {
  try {
    return Intl.getCanonicalLocales(tag)
  } catch {
    return []
  }
}
