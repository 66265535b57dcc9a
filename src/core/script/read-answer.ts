// What a model wrote → the entries in it, whatever stands around them and however badly it ends.
import { jsonrepair } from 'jsonrepair'

export type Entry = { readonly id: string; readonly fields: Record<string, unknown> }

/** Longer than any answer that was asked for: a hundred lines of two thousand letters. */
const longestAnswer = 200_000

/**
 * Reads `{"items": […]}`, a bare list, and an object by ids; in fences, between sentences, slightly broken. The last
 * entry of an answer that ends in the midst of it is not believed. Empty where nothing can be read.
 */
export function readAnswer(text: string): Entry[] {
  const json = jsonIn(text.slice(0, longestAnswer))
  if (json === null) return []
  const entries = entriesIn(parse(json))
  return /[}\]]$/.test(json) ? entries : entries.slice(0, -1)
}

/** From its first bracket to its last; to the end of the text where more are opened than closed. */
function jsonIn(text: string): string | null {
  const from = text.search(/[{[]/)
  if (from < 0) return null
  const rest = withoutFence(text.slice(from).trimEnd()).trimEnd()
  if (isUnclosed(rest)) return rest
  return rest.slice(0, Math.max(rest.lastIndexOf('}'), rest.lastIndexOf(']')) + 1)
}

const withoutFence = (text: string): string => (text.endsWith('```') ? text.slice(0, -3) : text)

function parse(json: string): unknown {
  try {
    return JSON.parse(json)
  } catch {
    try {
      return JSON.parse(jsonrepair(json))
    } catch {
      return null
    }
  }
}

/** Whether more braces are opened than closed, those in strings left out. */
function isUnclosed(json: string): boolean {
  let open = 0
  let isString = false
  for (let at = 0; at < json.length; at += 1) {
    const sign = json[at]
    if (sign === '\\') at += 1
    else if (sign === '"') isString = !isString
    else if (!isString && sign === '{') open += 1
    else if (!isString && sign === '}') open -= 1
  }
  return open > 0
}

function entriesIn(value: unknown): Entry[] {
  if (Array.isArray(value)) return value.flatMap(entryOf)
  if (typeof value !== 'object' || value === null) return []
  const record = value as Record<string, unknown>
  if (Array.isArray(record['items'])) return record['items'].flatMap(entryOf)
  if ('id' in record) return entryOf(record)
  return Object.entries(record).flatMap(([id, fields]) =>
    typeof fields === 'object' && fields !== null ? entryOf({ ...fields, id }) : [],
  )
}

function entryOf(value: unknown): Entry[] {
  if (typeof value !== 'object' || value === null) return []
  const { id, ...fields } = value as Record<string, unknown>
  return typeof id === 'string' || typeof id === 'number' ? [{ id: String(id), fields }] : []
}
