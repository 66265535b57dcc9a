// Reads the words after a command; what is wrong is refused in a sentence with exit code 2.
import { parseArgs, type ParseArgsConfig } from 'node:util'
import { LanguageTag } from '../../contract/index.ts'
import { fail } from '../../core/base/failure-error.ts'

type Config = NonNullable<ParseArgsConfig['options']>

/** Fails with `option-invalid`. */
export function readOptions<O extends Config>(
  args: string[],
  options: O,
  words: { min: number; max: number; name?: string },
) {
  const parsed = parse(args, options)
  const { positionals } = parsed
  const { min, max, name: option = 'BOOK' } = words
  if (positionals.length < min) throw fail('option-invalid', { option, value: '' })
  const extra = positionals[max]
  if (extra !== undefined) throw fail('option-invalid', { option, value: extra })
  return parsed
}

function parse<O extends Config>(args: string[], options: O) {
  try {
    return parseArgs({ args, options, allowPositionals: true, allowNegative: true, strict: true })
  } catch (error) {
    const words = error instanceof Error ? error.message : String(error)
    const named = /'(-[^']*)'/.exec(words)?.[1] ?? ''
    throw fail('option-invalid', { option: 'lectern', value: named }, words)
  }
}

/** A whole number in a range. Fails with `option-invalid`. */
export function wholeNumber(
  option: string,
  value: string | undefined,
  range: { min: number; max: number },
): number | undefined {
  if (value === undefined) return undefined
  const number = /^\d+$/.test(value) ? Number(value) : NaN
  if (!(number >= range.min && number <= range.max)) throw fail('option-invalid', { option, value })
  return number
}

/** Of money: a number above zero. Fails with `option-invalid`. */
export function amount(option: string, value: string | undefined): number | undefined {
  if (value === undefined) return undefined
  const number = /^\d+(\.\d+)?$/.test(value) ? Number(value) : 0
  if (number === 0) throw fail('option-invalid', { option, value })
  return number
}

/** BCP 47, such as `de` or `pt-BR`. Fails with `option-invalid`. */
export function languageTag(option: string, value: string): string {
  if (!LanguageTag.safeParse(value).success) throw fail('option-invalid', { option, value })
  return value
}

/** From 0 to 1. Fails with `option-invalid`. */
export function share(option: string, value: string | undefined): number | undefined {
  if (value === undefined) return undefined
  const number = /^[01](\.\d+)?$/.test(value) ? Number(value) : NaN
  if (!(number <= 1)) throw fail('option-invalid', { option, value })
  return number
}

/** `1,3-5` as ascending numbers from 1 to `last`. Fails with `option-invalid`. */
export function numberList(option: string, value: string, last: number): number[] {
  const numbers = new Set<number>()
  for (const part of value.split(',')) {
    const match = /^\s*(\d+)(?:\s*-\s*(\d+))?\s*$/.exec(part)
    const from = Number(match?.[1])
    const to = match?.[2] === undefined ? from : Number(match[2])
    if (!match || from < 1 || to < from || to > last)
      throw fail('option-invalid', { option, value })
    for (let number = from; number <= to; number++) numbers.add(number)
  }
  return [...numbers].sort((a, b) => a - b)
}
