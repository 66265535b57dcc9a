// What became of the copy that was wished for with --copy-to.
import { basename, join } from 'node:path'
import { englishFace as words, type Job } from '../contract/index.ts'
import { sentenceOf } from '../io/command-line/report.ts'

type Wished = { copyTo: string | undefined; json: boolean }

/** For `--json`: where it is, or why it is not. */
export function toldCopy({ result }: Job, { copyTo }: Wished): object {
  const copy = result?.copy
  if (!copy || copyTo === undefined) return {}
  const { failure } = copy
  const file = join(copyTo, basename(result.file))
  return { copy: failure ? { file, code: failure.code, sentence: whyMissing(copy) } : { file } }
}

/** Answers whether nothing is missing. */
export function tellCopy({ result }: Job, { copyTo, json }: Wished): boolean {
  const copy = result?.copy
  if (!copy?.failure) return true
  const sentence = `${words.export.copyMissing(copyTo ?? copy.folder)}. ${whyMissing(copy)}`
  if (!json) process.stderr.write(`${sentence} The same command copies it again.\n`)
  return false
}

function whyMissing({ failure }: NonNullable<NonNullable<Job['result']>['copy']>): string {
  return failure ? (words.export.copyTroubles[failure.code] ?? sentenceOf(failure)) : ''
}
