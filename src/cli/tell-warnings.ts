// What a person should know of an export, before its book is spoken.
import { englishFace as words, type ExportEstimate, type ExportWarning } from '../contract/index.ts'

/** On stderr, but not for a program. Answers with those that hold here. */
export function tellWarnings(
  { warnings, kilobits }: ExportEstimate,
  { cover, json }: { cover: string | undefined; json: boolean },
): ExportWarning[] {
  const meant = warnings.filter((one) => !(cover !== undefined && one === 'cover-left-out'))
  for (const warning of json ? [] : meant) {
    const { title, text } = words.export.warnings[warning]
    const rate = warning === 'rate-lowered' ? ` (${kilobits} kbit/s)` : ''
    process.stderr.write(`${title}${rate}. ${text}\n`)
  }
  return meant
}
