// lectern narrate: books in, audiobooks out.
import { existsSync, rmSync } from 'node:fs'
import { mkdtemp } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { basename, dirname, extname, join, resolve } from 'node:path'
import type { ExportFormat } from '../contract/index.ts'
import { fail, failureOf } from '../core/base/failure-error.ts'
import { defaultDataRoot } from '../io/default-data-root.ts'
import { settingsInForce } from '../io/settings-file.ts'
import { narrateBook, type NarrateOptions } from './narrate-book.ts'
import { withStudio } from './open-terminal.ts'
import { readOptions, wholeNumber } from './options.ts'
import { exitCode, explain } from './report.ts'

const options = {
  out: { type: 'string', short: 'o' },
  format: { type: 'string' },
  voice: { type: 'string' },
  chapters: { type: 'string' },
  concurrency: { type: 'string' },
  data: { type: 'string' },
  cache: { type: 'boolean' },
  json: { type: 'boolean' },
} as const

/** 0 only when every segment of every book is spoken and written. */
export async function narrate(args: string[], entryUrl: string): Promise<number> {
  const { values, positionals } = readOptions(args, options, { min: 1, max: Infinity })
  const request: NarrateOptions = {
    out: values.out === undefined ? undefined : resolve(values.out),
    format: readFormat(values.format, values.out),
    voice: values.voice,
    chapters: values.chapters,
    json: values.json ?? false,
  }
  const workers = wholeNumber('--concurrency', values.concurrency, { min: 1, max: 64 })
  const root = resolve(values.data ?? defaultDataRoot())
  const cached = values.cache ?? settingsInForce(join(root, 'settings.json')).cache
  // Without a cache the whole library is a throw-away one: nothing is read from it or left in it.
  const data = cached ? values.data && root : await mkdtemp(join(tmpdir(), 'lectern-'))
  try {
    return await withStudio({ entryUrl, data, workers }, async (terminal) => {
      let worst = 0
      for (const book of positionals) {
        const path = resolve(book)
        try {
          const file = targetOf(path, request, positionals.length)
          worst = Math.max(worst, await narrateBook(terminal, path, file, request))
        } catch (error) {
          // One book that fails does not keep the others from being made.
          const failure = failureOf(error)
          explain(failure, request.json)
          worst = Math.max(worst, exitCode(failure))
        }
        if (terminal.signal.aborted) return 130
      }
      return worst
    })
  } finally {
    if (!cached && data) rmSync(data, { recursive: true, force: true })
  }
}

function readFormat(word: string | undefined, out: string | undefined): ExportFormat {
  const named = word ?? (out ? extname(out).slice(1).toLowerCase() : 'm4b')
  if (named === 'm4b' || named === 'wav') return named
  if (word === undefined) return 'm4b'
  throw fail('option-invalid', { option: '--format', value: word })
}

/** Beside the book, unless `--out` says where; with several books `--out` is a folder. */
function targetOf(book: string, request: NarrateOptions, books: number): string {
  const name = `${basename(book, extname(book))}.${request.format}`
  if (request.out === undefined) return join(dirname(book), name)
  const target = books > 1 ? join(request.out, name) : request.out
  if (!existsSync(dirname(target))) throw fail('target-missing', { folder: dirname(target) })
  return target
}
