// The numbers that Word counts by itself, for headings: `Chapter 3` is what its readers see.
import { attributeOf } from '../xml-scan.ts'
import type { MarkupEvents } from '../markup.ts'

type Level = { start: number; format: string; text: string; style: string }
type List = { abstractId: string; starts: Map<number, number> }

export type HeadingNumbers = {
  /** The number of the next heading of that list and level; empty where it shows none. */
  next(listId: string, level: number): string
  /** The level that a list has for a paragraph style. */
  levelOf(listId: string, style: string): number
}

const levels = 9
const maxLists = 20_000

/** Feed `events` with numbering.xml. */
export function createNumbering(): { events: MarkupEvents; numbers: HeadingNumbers } {
  const abstract = new Map<string, Level[]>()
  const lists = new Map<string, List>()
  const counts = new Map<string, (number | undefined)[]>()
  let kind: Level[] | null = null
  let list: List | null = null
  let level: Level | null = null
  let override: number | null = null

  const open = (name: string, attributes: Record<string, string>) => {
    const value = attributeOf(attributes, 'w', 'val') ?? ''
    const number = (of: string) => Number(attributeOf(attributes, 'w', of) ?? 0)
    if (name === 'abstractNum' && abstract.size < maxLists)
      abstract.set(attributeOf(attributes, 'w', 'abstractNumId') ?? '', (kind = []))
    else if (name === 'num' && lists.size < maxLists) {
      list = { abstractId: '', starts: new Map() }
      lists.set(attributeOf(attributes, 'w', 'numId') ?? '', list)
    } else if (name === 'abstractNumId' && list) list.abstractId = value
    else if (name === 'lvlOverride') override = number('ilvl')
    else if (name === 'startOverride' && list && override !== null)
      list.starts.set(override, Number(value) || 0)
    else if (name === 'lvl' && kind && number('ilvl') >= 0 && number('ilvl') < levels) {
      level = { start: 1, format: 'decimal', text: '', style: '' }
      kind[number('ilvl')] = level
    } else if (!level) return
    else if (name === 'start') level.start = Number(value) || 0
    else if (name === 'numFmt') level.format = value
    else if (name === 'lvlText') level.text = value.slice(0, 100)
    else if (name === 'pStyle') level.style = value
  }

  const next = (listId: string, at: number): string => {
    const own = lists.get(listId)
    const known = own && abstract.get(own.abstractId)
    const asked = known?.[at]
    if (!own || !known || !asked) return ''
    const count = counts.get(own.abstractId) ?? []
    counts.set(own.abstractId, count)
    const current = count[at]
    count[at] = current === undefined ? (own.starts.get(at) ?? asked.start) : current + 1
    count.length = at + 1
    if (asked.format === 'bullet') return ''
    const text = asked.text.replace(/%(\d)/g, (_, digit: string) => {
      const each = Number(digit) - 1
      const { format, start } = known[each] ?? { format: 'decimal', start: 1 }
      return counted(count[each] ?? start, format)
    })
    const label = text.trim()
    return /\p{L}{2}/u.test(label) && !/\p{P}$/u.test(label) ? `${label}.` : label
  }

  return {
    numbers: {
      next,
      levelOf(listId, style) {
        const known = abstract.get(lists.get(listId)?.abstractId ?? '')
        return Math.max(0, known?.findIndex((each) => each?.style === style) ?? 0)
      },
    },
    events: {
      open,
      text() {},
      close(name) {
        if (name === 'abstractNum') kind = null
        else if (name === 'num') list = null
        else if (name === 'lvl') level = null
        else if (name === 'lvlOverride') override = null
      },
    },
  }
}

const romans: [number, string][] = [
  ...([
    [1000, 'M'],
    [900, 'CM'],
    [500, 'D'],
    [400, 'CD'],
    [100, 'C'],
    [90, 'XC'],
  ] as const),
  ...([
    [50, 'L'],
    [40, 'XL'],
    [10, 'X'],
    [9, 'IX'],
    [5, 'V'],
    [4, 'IV'],
    [1, 'I'],
  ] as const),
].map(([value, sign]): [number, string] => [value, sign])

function roman(number: number): string {
  let rest = number
  let text = ''
  for (const [value, sign] of romans)
    while (rest >= value) {
      text += sign
      rest -= value
    }
  return text
}

const letter = (number: number): string =>
  number < 1 ? '' : String.fromCharCode(65 + ((number - 1) % 26)).repeat(Math.ceil(number / 26))

/** A number as the format writes it; words and other scripts as digits. */
function counted(number: number, format: string): string {
  if (number < 0 || number > 9999 || format === 'none') return ''
  if (format === 'upperRoman') return roman(number)
  if (format === 'lowerRoman') return roman(number).toLowerCase()
  if (format === 'upperLetter') return letter(number)
  if (format === 'lowerLetter') return letter(number).toLowerCase()
  if (format === 'decimalZero') return String(number).padStart(2, '0')
  return String(number)
}
