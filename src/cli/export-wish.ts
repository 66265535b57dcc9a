// The options that say what kind of audiobook is made, and what it says of itself.
import { extname, resolve } from 'node:path'
import {
  ExportWish,
  formatOfName,
  makesSeveral,
  ratesOf,
  type ExportFormat,
  type FileSplit,
} from '../contract/index.ts'
import { fail } from '../core/base/failure-error.ts'

export const exportOptions = {
  format: { type: 'string' },
  'per-chapter': { type: 'boolean' },
  split: { type: 'string' },
  names: { type: 'string' },
  captions: { type: 'string' },
  partial: { type: 'boolean' },
  acx: { type: 'boolean' },
  overlay: { type: 'boolean' },
  kilobits: { type: 'string' },
  vbr: { type: 'string' },
  title: { type: 'string' },
  author: { type: 'string', multiple: true },
  narrator: { type: 'string' },
  series: { type: 'string' },
  part: { type: 'string' },
  year: { type: 'string' },
  publisher: { type: 'string' },
  description: { type: 'string' },
  cover: { type: 'string' },
  'copy-to': { type: 'string' },
} as const

export type ExportValues = {
  [O in keyof typeof exportOptions]?:
    | ((typeof exportOptions)[O] extends { multiple: true }
        ? string[]
        : (typeof exportOptions)[O]['type'] extends 'boolean'
          ? boolean
          : string)
    | undefined
}

/** Which option a field of the wish comes from; the first that fits the beginning of its path. */
const optionOfField: readonly [field: string, option: keyof typeof exportOptions][] = [
  ['split', 'split'],
  ['names', 'names'],
  ['captions', 'captions'],
  ['kilobits', 'kilobits'],
  ['quality', 'vbr'],
  ['tags.authors', 'author'],
  ['tags.seriesPart', 'part'],
  ['tags.title', 'title'],
  ['tags.narrator', 'narrator'],
  ['tags.series', 'series'],
  ['tags.year', 'year'],
  ['tags.publisher', 'publisher'],
  ['tags.description', 'description'],
]

/** In Hz: what no sample rate allows is refused before the book's own is known. */
const highestRate = 48_000

/** Checked by the contract's own schema. Fails with `option-invalid`. */
export function exportWish(values: ExportValues, out: string | undefined): ExportWish {
  const split = splitOf(values)
  const tags = Object.entries({
    title: values.title,
    authors: values.author,
    narrator: values.narrator,
    series: values.series,
    seriesPart: values.part,
    year: values.year,
    publisher: values.publisher,
    description: values.description,
  }).filter(([, value]) => value !== undefined)
  const format = formatOf(values.acx ? 'mp3' : values.format, out, split)
  // It takes nothing else.
  if (values.acx && (values.format ?? 'mp3') !== 'mp3')
    throw fail('option-invalid', { option: '--format', value: values.format ?? '' })
  const parsed = ExportWish.safeParse({
    format,
    split,
    captions: values.captions,
    ...(values.names !== undefined && { names: values.names }),
    ...(values.partial && { partial: true }),
    ...(values.acx && { acx: true }),
    ...(values.overlay && { overlay: true }),
    ...(values.kilobits !== undefined && { kilobits: Number(values.kilobits) }),
    ...(values.vbr !== undefined && { quality: values.vbr === '' ? NaN : Number(values.vbr) }),
    ...(tags.length > 0 && { tags: Object.fromEntries(tags) }),
  })
  if (!parsed.success) throw refusal(parsed.error.issues[0]?.path ?? [], values)
  // What loses nothing has no rate.
  if (
    values.kilobits !== undefined &&
    !(Number(values.kilobits) <= (ratesOf(format)?.most(highestRate) ?? 0))
  )
    throw fail('option-invalid', { option: '--kilobits', value: values.kilobits })
  // Of MP3 alone; ACX wants a constant rate, and of two rates one must be meant.
  const isFixed = format !== 'mp3' || values.acx || values.kilobits !== undefined
  if (values.vbr !== undefined && isFixed)
    throw fail('option-invalid', { option: '--vbr', value: values.vbr })
  return parsed.data
}

/** Absolute; undefined for the book's own. */
export const coverPath = ({ cover }: ExportValues): string | undefined =>
  cover === undefined ? undefined : resolve(cover)

function splitOf(values: ExportValues): FileSplit | undefined {
  const { split, 'per-chapter': perChapter } = values
  if (split === undefined) return perChapter || values.acx ? { kind: 'chapters' } : undefined
  // One of them must be meant.
  if (perChapter || values.acx) throw fail('option-invalid', { option: '--split', value: split })
  const [, amount, unit] = /^(\d+(?:\.\d+)?)\s?(h|mb|gb)?$/i.exec(split) ?? []
  if (amount === undefined) return { kind: 'hours', hours: NaN }
  if (!unit || /^h$/i.test(unit)) return { kind: 'hours', hours: Number(amount) }
  return { kind: 'size', megabytes: Number(amount) * (/^gb$/i.test(unit) ? 1000 : 1) }
}

/** What is said, else what the ending of a single file says, else an M4B. */
function formatOf(
  word: string | undefined,
  out: string | undefined,
  split: FileSplit | undefined,
): ExportFormat {
  const named = word === undefined ? null : formatOfName(`.${word}`)
  if (word !== undefined && named === null)
    throw fail('option-invalid', { option: '--format', value: word })
  const ofOut = out === undefined ? null : formatOfName(out)
  const isFolder = makesSeveral({ split })
  const hasEnding = out !== undefined && extname(out) !== ''
  // A folder may be called anything but what would be a file of sound.
  const wrong = isFolder
    ? ofOut !== null
    : hasEnding && (ofOut === null || (named !== null && ofOut !== named))
  if (wrong) throw fail('option-invalid', { option: '--out', value: out ?? '' })
  return named ?? ofOut ?? 'm4b'
}

function refusal(path: readonly PropertyKey[], values: ExportValues) {
  const field = path.map(String).join('.')
  const option = optionOfField.find(([beginning]) => field.startsWith(beginning))?.[1] ?? 'format'
  const value = values[option]
  // Of several values the one that is wrong.
  const at = path.at(-1)
  const wrong = Array.isArray(value) && typeof at === 'number' ? value[at] : value
  return fail('option-invalid', { option: `--${option}`, value: String(wrong ?? '') })
}
