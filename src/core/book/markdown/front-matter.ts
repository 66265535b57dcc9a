// The few facts of a YAML head that a book needs; everything else in it is left alone.

export type FrontMatter = { title: string; authors: string[]; language: string }

const unquoted = (value: string): string => {
  const text = value.trim()
  const inner = /^(["'])(.*)\1$/s.exec(text)?.[2]
  return (inner ?? text).replaceAll("\\'", "'").replaceAll('\\"', '"')
}

/** `title`, `author` and `language`, as a value or a list of values; the first title counts. */
export function parseFrontMatter(text: string): FrontMatter {
  const facts: FrontMatter = { title: '', authors: [], language: '' }
  const lines = text.replace(/^\ufeff/, '').split(/\r\n|[\n\r]/, 400)
  if (lines[0]?.trim() !== '---') return facts
  let key = ''
  const learn = (raw: string) => {
    const value = unquoted(raw)
    if (value === '') return
    if (key === 'title') facts.title ||= value
    else if (key === 'author' || key === 'authors' || key === 'creator') facts.authors.push(value)
    else if (key === 'language' || key === 'lang') facts.language ||= value
  }
  for (const line of lines.slice(1)) {
    if (/^(?:---|\.\.\.)\s*$/.test(line)) break
    const field = /^([\w-]+):(.*)$/.exec(line)
    if (field) {
      key = (field[1] ?? '').toLowerCase()
      learn(field[2] ?? '')
    } else {
      const entry = /^\s*-\s+(?:(?:text|name):\s*)?(.*)$/.exec(line)
      if (entry) learn(entry[1] ?? '')
    }
  }
  return facts
}
