// What a server's error says, in whatever shape it says it, without what must not be repeated.

export type AnswerWords = {
  message: string
  /** Codes and types: `insufficient_quota`, `validation_error`. */
  code: string
  /** What was wrong with the request: `voice`, `input`. */
  param: string
  /** Whether it is JSON that speaks of an error. */
  isError: boolean
}

const nothing: AnswerWords = { message: '', code: '', param: '', isError: false }

/** Reads OpenAI's, FastAPI's and plain shapes; of a page of HTML its title. */
export function wordsOf(body: string): AnswerWords {
  const text = body.trim()
  if (text.startsWith('<')) {
    const title = /<title[^>]*>([^<]*)/i.exec(text)?.[1]
    return { ...nothing, message: (title ?? text.replace(/<[^>]*>/g, ' ')).trim() }
  }
  let parsed: unknown
  try {
    parsed = JSON.parse(text)
  } catch {
    return { ...nothing, message: text }
  }
  const whole = recordOf(parsed)
  if (Array.isArray(whole['detail'])) return ofFields(whole['detail'])
  const inner = whole['error'] ?? whole['detail'] ?? whole
  if (typeof inner === 'string')
    return { ...nothing, message: wordOf(whole['message']) || inner, code: inner, isError: true }
  const said = recordOf(inner)
  const codes = [said['code'], said['type'], said['error'], whole['code'], whole['type']]
  return {
    message: wordOf(said['message']) || wordOf(said['error']) || wordOf(said['detail']),
    code: codes.map(wordOf).filter(Boolean).join(' '),
    param: wordOf(said['param']),
    isError: inner !== whole || 'message' in whole,
  }
}

/** FastAPI's list of what is wrong with the fields. `input` there is the text itself: not read. */
function ofFields(fields: readonly unknown[]): AnswerWords {
  const read = fields.map(recordOf).map((field) => ({
    place: (Array.isArray(field['loc']) ? field['loc'] : [])
      .filter((each): each is string => typeof each === 'string')
      .filter((each) => each !== 'body' && each !== 'query'),
    message: wordOf(field['msg']),
    type: wordOf(field['type']),
  }))
  return {
    message: read
      .slice(0, 2)
      .map(({ place, message }) => [place.join('.'), message].filter(Boolean).join(': '))
      .join('; '),
    code: read.map(({ type }) => type).join(' '),
    param: read[0]?.place[0] ?? '',
    isError: true,
  }
}

const recordOf = (value: unknown): Record<string, unknown> =>
  typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {}

const wordOf = (value: unknown): string =>
  typeof value === 'string' ? value : typeof value === 'number' ? String(value) : ''

const longest = 160
/** So much of the book in one piece is no accident. */
const pieceLength = 12

/** One short line without the book's text, keys, addresses or control characters. */
export function cleanWords(
  words: string,
  { text, key }: { text: string; key: string | null },
): string {
  let clean = words.slice(0, 4000)
  if (key !== null && key.length > 0) clean = clean.replaceAll(key, '…')
  clean = clean
    .replace(/\b(sk|pk|key|bearer)[-_ ][\w*.-]{6,}/gi, '…')
    .replace(/[a-z][a-z0-9+.-]*:\/\/[^\s"'<>]*/gi, '…')
  clean = withoutText(clean, text)
    .replace(/\s+/g, ' ')
    .replace(/…( ?…)+/g, '…')
    .trim()
  return clean.length > longest ? `${clean.slice(0, longest - 1).trimEnd()}…` : clean
}

/** Blanks every piece of the words that stands in the text, also where it is written as JSON. */
function withoutText(words: string, text: string): string {
  let clean = words.replace(/[\u0000-\u001f\u007f]/g, ' ')
  const whole = text.trim()
  if (whole.length >= 2) clean = clean.replaceAll(whole, '…')
  const haystack = `${whole}\n${JSON.stringify(whole)}`.replace(/\s+/g, ' ')
  let kept = ''
  for (let at = 0; at < clean.length;) {
    let length = 0
    while (at + length < clean.length && haystack.includes(clean.slice(at, at + length + 1)))
      length += 1
    kept += length >= pieceLength ? '…' : clean.slice(at, at + Math.max(1, length))
    at += Math.max(1, length)
  }
  return kept
}
