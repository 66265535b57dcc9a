// lectern write: has a language model write a script from a document, prints it as it comes, and adds it to the library.
import { appendFileSync, writeFileSync } from 'node:fs'
import { dirname, resolve } from 'node:path'
import {
  longest,
  readSpeakers,
  scriptForms,
  usualSpeakers,
  type ScriptForm,
  type WriteEstimate,
  type WriteRequest,
} from '../contract/index.ts'
import { englishWrite } from '../contract/messages/english-write.ts'
import { fail } from '../core/base/failure-error.ts'
import { languageTag, readOptions } from '../io/command-line/options.ts'
import { printJson, printLine } from '../io/command-line/report.ts'
import { writeFailure } from '../io/write-failure.ts'
import type { Runtime } from '../io/runtime.ts'
import { createCall, createFollower, type Call } from './follow-job.ts'
import { givenPath } from './given-path.ts'
import { modelOptions, modelWish, neededWords } from './model-wish.ts'
import { withStudio, type Terminal } from './open-terminal.ts'
import { createProgress } from './progress.ts'

const options = {
  ...modelOptions,
  out: { type: 'string', short: 'o' },
  as: { type: 'string' },
  speakers: { type: 'string' },
  language: { type: 'string' },
  title: { type: 'string' },
  'dry-run': { type: 'boolean' },
  data: { type: 'string' },
  json: { type: 'boolean' },
} as const

type Wish = Pick<WriteRequest, 'form' | 'speakers'> & {
  budget: { budget?: number }
  /** Undefined: the notes' own. */
  language: string | undefined
  title: string | undefined
  out: string | undefined
  isDry: boolean
  json: boolean
}

/** Exit code 1 where a section is not as it was asked for. */
export async function write(args: string[], runtime: Runtime): Promise<number> {
  const { values, positionals } = readOptions(args, options, { min: 1, max: 1, name: 'NOTES' })
  const form = formOf(values.as)
  const language =
    values.language === undefined ? undefined : languageTag('--language', values.language)
  const model = modelWish(values)
  const wish: Wish = {
    ...{ form, language, title: titleOf(values.title), out: outOf(values.out, positionals[0]) },
    speakers: speakersOf(values.speakers, form),
    budget: model.budget,
    isDry: values['dry-run'] ?? false,
    json: values.json ?? false,
  }
  return withStudio({ runtime, data: values.data }, async (terminal) => {
    const call = createCall(terminal)
    await model.set(call)
    return writeScript(terminal, call, resolve(positionals[0] ?? ''), wish)
  })
}

async function writeScript(
  terminal: Terminal,
  call: Call,
  path: string,
  wish: Wish,
): Promise<number> {
  const { form, speakers, budget, json, out, isDry } = wish
  const ticket = terminal.studio.tickets.issue('book', path)
  const read = await call('write.read', { ticket })
  const language = wish.language ?? (read.language === 'und' ? 'en' : read.language)
  const { title = read.title } = wish
  const asked = { title, notes: read.notes, form, speakers: [...speakers], language }
  const estimate = await call('write.estimate', asked)
  if (isDry) return tellNeeded(estimate, json)
  if (!json) process.stderr.write(`${needs(estimate)}\n`)
  const print = printerOf(out, json)
  const told = createTold(print)
  const started = await call('write.start', { ...asked, ...budget })
  const { jobId } = started
  const stop = terminal.studio.on('draft.grown', (growth) => {
    if (growth.jobId === jobId) told.grown(growth)
  })
  try {
    const isAmidText = !json && out === undefined && process.stdout.isTTY
    const quiet = () => (isAmidText ? { show() {}, end() {} } : createProgress(json))
    const job = await createFollower(terminal, call, json, quiet)(started)
    const { text, unwritten } = await call('write.draft', { jobId })
    told.whole(text)
    const { projectId = null, tokens = null, cost = null } = job
    for (const { heading, reason } of unwritten)
      if (json) printJson({ event: 'unwritten', heading, reason })
      else
        process.stderr.write(`${englishWrite.unwritten(heading, englishWrite.reasons[reason])}\n`)
    const { sample: _, ...needed } = estimate
    if (json) printJson({ event: 'done', ...needed, projectId, tokens, cost, failed: job.failed })
    return unwritten.length > 0 ? 1 : 0
  } finally {
    stop()
  }
}

const needs = ({ sections, known, ...needed }: WriteEstimate): string =>
  `${sections} sections, ${known} written before; ${neededWords(needed)}`

function tellNeeded({ sample, ...needed }: WriteEstimate, json: boolean): number {
  if (json) printJson({ event: 'done', ...needed, sample })
  else {
    printLine(needs({ sample, ...needed }))
    if (sample) printLine(`\n${sample.system}\n\n${sample.user}`)
  }
  return 0
}

/** Prints each section once, as soon as it stays. */
function createTold(print: (text: string) => void) {
  let text = ''
  let printed = 0
  const upTo = (end: number) => {
    if (end > printed) print(text.slice(printed, end))
    printed = Math.max(printed, end)
  }
  return {
    grown({ at, text: more, settled }: { at: number; text: string; settled: number }) {
      text = text.slice(0, at) + more
      upTo(settled)
    },
    whole(all: string) {
      text = all
      upTo(all.length)
    },
  }
}

/** A file is tried at once, before anything is paid for; what stood in it goes when there is something new. */
function printerOf(out: string | undefined, json: boolean): (text: string) => void {
  const toFile = (text: string, write: typeof appendFileSync) => {
    try {
      write(out ?? '', text)
    } catch (error) {
      throw writeFailure(error, dirname(out ?? ''))
    }
  }
  let write: typeof appendFileSync = writeFileSync
  if (out !== undefined) toFile('', appendFileSync)
  return (text) => {
    if (out !== undefined) toFile(text, write)
    write = appendFileSync
    if (json) printJson({ event: 'text', text })
    else if (out === undefined) process.stdout.write(text)
  }
}

/** Never the notes themselves: they would be gone before a section is written. */
function outOf(word: string | undefined, notes = ''): string | undefined {
  const out = givenPath(word)
  if (out === resolve(notes)) throw fail('option-invalid', { option: '--out', value: word ?? '' })
  return out
}

function titleOf(word: string | undefined): string | undefined {
  if (word !== undefined && word.length > longest.title)
    throw fail('option-invalid', { option: '--title', value: word.slice(0, longest.title) })
  return word
}

function formOf(word: string | undefined): ScriptForm {
  const form = word === undefined ? 'podcast' : scriptForms.find((each) => each === word)
  if (form === undefined) throw fail('option-invalid', { option: '--as', value: word ?? '' })
  return form
}

/** `Anna, Ben` */
function speakersOf(word: string | undefined, form: ScriptForm): string[] {
  if (word === undefined) return [...usualSpeakers[form]]
  const names = readSpeakers(word)
  if (names === null) throw fail('option-invalid', { option: '--speakers', value: word })
  return names
}
