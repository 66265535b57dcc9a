// What a model wrote → lines of a script by the speakers that were given, whatever stands around and within them.
import { headingLine } from './heading-line.ts'
import { plainWords } from './plain-words.ts'
import type { ScriptLine } from './script-line.ts'

type Label = { name: string; rest: string }

const mostHeading = 200
const fence = /^\s*(?:```|~~~)/
const rule = /^\s*(?:[-*_=]\s*){3,}$/
/** A line of nothing but a stage direction: nobody says it. */
const direction = /^(?:\([^()]*\)|\[[^[\]]*\])$/
const label = /^([^:：]{1,60}?)\s*(?:\([^()]{0,80}\)|\[[^[\]]{0,80}\])?\s*(?::(?=\s|$)|：)\s*(.*)$/u
/** What may be a person's name: short, and begins with a capital. */
const nameLike = /^\p{Lu}[\p{L}\p{M}\p{N}'’.&-]*(?: [\p{L}\p{M}\p{N}'’.&-]+){0,3}$/u
const capitals = /^[^\p{Ll}]*\p{Lu}{2}[^\p{Ll}]*$/u

/**
 * Whoever speaks and was not asked for is the first speaker; a line without a name goes on with the one before it, or
 * is one of its own where there is one voice. Empty where nothing of it can be said.
 */
export function cleanAnswer(answer: string, speakers: readonly string[]): ScriptLine[] {
  const [first = ''] = speakers
  const known = new Map(speakers.map((name) => [nameKey(name), name]))
  const isAlone = speakers.length === 1
  const lines = plainLines(answer)
  const strangers = strangersIn(lines, known, isAlone)
  const script: ScriptLine[] = []
  const begin = (speaker: string, text: string) => script.push({ kind: 'speech', speaker, text })
  for (const line of lines) {
    if (line.isHeading) {
      script.push({ kind: 'heading', text: line.text })
      continue
    }
    const last = script.at(-1)
    const told = labelOf(line.text)
    const speaker = told ? known.get(nameKey(told.name)) : undefined
    if (told && speaker !== undefined) begin(speaker, told.rest)
    else if (told && strangers.has(told.name)) begin(first, told.rest)
    else if (last?.kind === 'speech' && (!isAlone || last.text === ''))
      script.splice(-1, 1, { ...last, text: joined(last.text, line.text) })
    else begin(first, line.text)
  }
  return script.filter(({ text }) => /[\p{L}\p{N}]/u.test(text))
}

/** Whatever its case, and the shape of its apostrophes. */
const nameKey = (name: string): string => name.toLowerCase().replace(/[‘’]/g, "'")

const joined = (before: string, text: string): string =>
  before === '' ? text : `${before} ${text}`

function plainLines(answer: string): { isHeading: boolean; text: string }[] {
  // What a model thinks to itself is for nobody.
  const said = answer.normalize('NFC').replace(/<think>[^]*?(?:<\/think>|$)/gi, '')
  return said.split(/\r\n|[\n\r\u2028\u2029]/).flatMap((line) => {
    if (fence.test(line) || rule.test(line)) return []
    const marked = headingLine(line)?.text
    const text = plainWords(marked ?? line)
    if (text === '' || direction.test(text)) return []
    // A longer one is something that is said.
    return [{ isHeading: marked !== undefined && text.length <= mostHeading, text }]
  })
}

function labelOf(line: string): Label | null {
  const [, name, rest] = label.exec(line) ?? []
  return name === undefined || rest === undefined ? null : { name: name.trim(), rest }
}

/** Names of persons whom nobody asked for: in capitals, or, among several voices, before more than one line. */
function strangersIn(
  lines: readonly { isHeading: boolean; text: string }[],
  known: ReadonlyMap<string, string>,
  isAlone: boolean,
): ReadonlySet<string> {
  const counts = new Map<string, number>()
  for (const { isHeading, text } of lines) {
    const name = isHeading ? undefined : labelOf(text)?.name
    if (name === undefined || known.has(nameKey(name)) || !nameLike.test(name)) continue
    counts.set(name, (counts.get(name) ?? 0) + 1)
  }
  const found = [...counts].filter(
    ([name, count]) => capitals.test(name) || (!isAlone && count > 1),
  )
  return new Set(found.map(([name]) => name))
}
