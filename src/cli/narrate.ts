// lectern narrate: books in, audiobooks out.
import { accessSync, constants, rmSync, statSync } from 'node:fs'
import { basename, dirname, extname, join, resolve } from 'node:path'
import {
  captionsName,
  folderNameOf,
  makesSeveral,
  readAlongName,
  soundPresetNames,
  stemOf,
  type SoundPreset,
} from '../contract/index.ts'
import { fail, failureOf } from '../core/base/failure-error.ts'
import { readCover } from '../core/studio/export/chosen-cover.ts'
import { amount, readOptions, wholeNumber } from '../io/command-line/options.ts'
import { exitCode, explain } from '../io/command-line/report.ts'
import { dataFolderAt } from '../io/data-folder.ts'
import { defaultDataRoot } from '../io/system-places.ts'
import { readFile } from '../io/read-file.ts'
import { settingsInForce } from '../io/settings-file.ts'
import type { Runtime } from '../io/runtime.ts'
import { readScriptFiles } from './cast-file.ts'
import { chooseFallback, chooseVoice } from './choose-voice.ts'
import { coverPath, exportOptions, exportWish } from './export-wish.ts'
import { narrateBook, type NarrateOptions } from './narrate-book.ts'
import { withStudio } from './open-terminal.ts'
import { createReadiness } from './server-readiness.ts'
import { serverWish } from './server-wish.ts'
import { givenPath } from './given-path.ts'
import { throwAwayLibrary } from './throw-away-library.ts'

const options = {
  out: { type: 'string', short: 'o' },
  ...exportOptions,
  preset: { type: 'string' },
  voice: { type: 'string' },
  'fallback-voice': { type: 'string' },
  cast: { type: 'string' },
  dictionary: { type: 'string' },
  server: { type: 'string', multiple: true },
  model: { type: 'string' },
  'allow-plain': { type: 'boolean' },
  budget: { type: 'string' },
  chapters: { type: 'string' },
  concurrency: { type: 'string' },
  data: { type: 'string' },
  cache: { type: 'boolean' },
  json: { type: 'boolean' },
} as const

/** 0 only when every segment of every book is spoken and written. */
export async function narrate(args: string[], runtime: Runtime): Promise<number> {
  const { values, positionals } = readOptions(args, options, { min: 1, max: Infinity })
  const request: NarrateOptions = {
    out: givenPath(values.out),
    wish: exportWish(values, values.out),
    cover: coverPath(values),
    copyTo: copyFolder(values['copy-to']),
    preset: readPreset(values.preset),
    chapters: values.chapters,
    budget: amount('--budget', values.budget),
    json: values.json ?? false,
  }
  const lanes = laneCount(values.concurrency)
  const server = serverWish(values)
  const targets = targetsOf(positionals, request)
  const root = givenPath(values.data) ?? defaultDataRoot()
  const settings = settingsInForce(dataFolderAt(root).settings)
  const pictures = { readFile, settingsInForce: () => settings }
  const cached = values.cache ?? settings.cache
  // Without a cache the whole library is a throw-away one: nothing is read from it or left in it.
  const data = cached ? values.data && root : await throwAwayLibrary(root)
  try {
    return await withStudio({ runtime, data, ...lanes, endsItself: true }, async (terminal) => {
      // What would only be found out when all is spoken.
      if (request.cover !== undefined) await readCover(pictures, request.cover)
      const script = await readScriptFiles(values)
      const whenReady = createReadiness(terminal)
      const wish = { voice: values.voice, server }
      const chosen = await chooseVoice(terminal, wish, whenReady)
      const fallback = await chooseFallback(terminal, values['fallback-voice'])
      const cast = { chosen, fallback, whenReady, script }
      let worst = 0
      for (const [path, file] of targets) {
        try {
          worst = Math.max(worst, await narrateBook(terminal, path, file, request, cast))
        } catch (error) {
          // One book that fails does not keep the others from being made.
          const failure = failureOf(error)
          explain(failure, request.json)
          if (failure.retry === 'later' && !request.json)
            process.stderr.write('What was spoken is kept; the same command goes on from there.\n')
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

/** `auto` finds the best number for a server; the embedded voices then get the setting's. */
function laneCount(word: string | undefined): { workers?: number; speechLanes?: number } {
  const count = word === 'auto' ? 0 : wholeNumber('--concurrency', word, { min: 0, max: 64 })
  if (count === undefined) return {}
  return count === 0 ? { speechLanes: 0 } : { workers: count, speechLanes: count }
}

function readPreset(word: string | undefined): SoundPreset | undefined {
  const preset = soundPresetNames.find((name) => name === word)
  if (word !== undefined && preset === undefined)
    throw fail('option-invalid', { option: '--preset', value: word })
  return preset
}

/**
 * Where each book goes, known before anything is made: beside it, or where `--out` says, which is a
 * folder for several. Fails with `target-missing`, `folder-not-writable`, and with `option-invalid`
 * where one file, or what lies beside it, would be written over another or over a book.
 */
function targetsOf(books: readonly string[], request: NarrateOptions): Map<string, string> {
  const targets = new Map<string, string>()
  const sources = new Set(books.map((book) => resolve(book)))
  const made = new Set<string>()
  const { copyTo } = request
  for (const book of books) {
    const path = resolve(book)
    const target = targetOf(path, request, books.length)
    if (made.has(target) || written(target, request).some((name) => sources.has(name)))
      throw fail('option-invalid', { option: '--out', value: target })
    made.add(target)
    const copy = copyTo === undefined ? target : join(copyTo, basename(target))
    const isOther = copy !== target
    if (isOther && (made.has(copy) || written(copy, request).some((name) => sources.has(name))))
      throw fail('option-invalid', { option: '--copy-to', value: copyTo ?? '' })
    made.add(copy)
    targets.set(path, target)
  }
  return targets
}

/** What has a name that is known before: the files of chapters are called otherwise than books. */
function written(target: string, { wish }: NarrateOptions): string[] {
  const several = makesSeveral(wish)
  const home = several ? target : dirname(target)
  const name = basename(target)
  return [
    target,
    ...(wish.captions && !several ? [join(home, captionsName(name, wish.captions))] : []),
    ...(wish.overlay ? [join(home, readAlongName(several ? name : stemOf(name)))] : []),
  ]
}

function targetOf(book: string, request: NarrateOptions, books: number): string {
  const { out, wish } = request
  const stem = basename(book, extname(book))
  const several = makesSeveral(wish)
  const name = several ? folderNameOf(stem) : `${stem}.${wish.format}`
  // Of one book in several files it is their folder itself, so that a second run finds it again.
  const inFolder = out !== undefined && (books > 1 || (!several && isFolder(out)))
  const target = out === undefined ? join(dirname(book), name) : inFolder ? join(out, name) : out
  const folder = dirname(target)
  // A file is replaced; neither a folder by a file, nor a device or a pipe by anything.
  const there = statSync(target, { throwIfNoEntry: false })
  if (there && !(several ? there.isDirectory() : there.isFile()))
    throw fail('option-invalid', { option: '--out', value: target })
  checkFolder(folder)
  return target
}

/** It is there and may be written to, before anything is made. */
function copyFolder(word: string | undefined): string | undefined {
  const folder = word === undefined ? undefined : resolve(word)
  if (folder !== undefined) checkFolder(folder)
  return folder
}

function checkFolder(folder: string): void {
  if (!isFolder(folder)) throw fail('target-missing', { folder })
  try {
    accessSync(folder, constants.W_OK)
  } catch (error) {
    throw fail('folder-not-writable', { folder }, String(error))
  }
}

const isFolder = (path: string): boolean =>
  statSync(path, { throwIfNoEntry: false })?.isDirectory() ?? false
