// lectern translate: a book in another language, as another book of the library and as a file. Makes no sound.
import { resolve } from 'node:path'
import { readGlossary, savedBookEnding, tableText, type Glossary } from '../contract/index.ts'
import { fail } from '../core/base/failure-error.ts'
import { languageTag, readOptions } from '../io/command-line/options.ts'
import { printJson, printLine } from '../io/command-line/report.ts'
import { readFile } from '../io/read-file.ts'
import type { Runtime } from '../io/runtime.ts'
import { createCall, createFollower, type Call } from './follow-job.ts'
import { givenPath } from './given-path.ts'
import { importBook } from './import-book.ts'
import { modelOptions, modelWish, printEstimate } from './model-wish.ts'
import { withStudio, type Terminal } from './open-terminal.ts'

const options = {
  into: { type: 'string' },
  glossary: { type: 'string' },
  out: { type: 'string' },
  ...modelOptions,
  'dry-run': { type: 'boolean' },
  data: { type: 'string' },
  json: { type: 'boolean' },
} as const

/** Of a glossary. */
const mostBytes = 1024 ** 2

type Wish = {
  language: string
  glossary: Glossary
  /** Absolute; null: no file is written. */
  out: string | null
  budget: { budget?: number }
  isDry: boolean
  json: boolean
}

/** Exit code 1 where a line has no answer. */
export async function translate(args: string[], runtime: Runtime): Promise<number> {
  const { values, positionals } = readOptions(args, options, { min: 1, max: 1 })
  const language = languageTag('--into', values.into ?? '')
  const out = givenPath(values.out) ?? null
  if (out !== null && !out.endsWith(`.${savedBookEnding}`))
    throw fail('option-invalid', { option: '--out', value: values.out ?? '' })
  const glossary = await glossaryOf(values.glossary)
  const model = modelWish(values)
  const { 'dry-run': isDry = false, json = false } = values
  return withStudio({ runtime, data: values.data }, async (terminal) => {
    const call = createCall(terminal)
    await model.set(call)
    const { budget } = model
    const wish: Wish = { language, glossary, out, budget, isDry, json }
    return translateBook(terminal, call, resolve(positionals[0] ?? ''), wish)
  })
}

async function translateBook(
  terminal: Terminal,
  call: Call,
  path: string,
  { language, glossary, out, budget, isDry, json }: Wish,
): Promise<number> {
  const follow = createFollower(terminal, call, json)
  const projectId = await importBook(terminal, call, follow, path)
  const asked = { projectId, language, glossary }
  const estimate = await call('translation.estimate', asked)
  const { sample: _, ...needed } = estimate
  if (!json) printEstimate(estimate)
  if (isDry) {
    if (json) printJson({ event: 'done', ...needed, edition: null })
    return 0
  }
  const started = await call('translation.start', { ...asked, ...budget })
  const { failed, editionId = '', cost = null, tokens = null } = await follow(started)
  if (out !== null) await follow(await save(terminal, call, editionId, out))
  const { project } = await call('project.open', { projectId: editionId })
  const { unanswered } = await call('script.proposals', {
    ...{ projectId: editionId, kinds: ['who'], most: 1 },
  })
  if (json) {
    for (const item of unanswered) printJson({ event: 'unanswered', ...item })
    const edition = { id: editionId, title: project.title, voice: project.voice, file: out }
    printJson({ event: 'done', ...needed, failed, cost, tokens, edition })
  } else {
    for (const { text, reason } of unanswered)
      printLine(`  not translated (${reason}): ${text.slice(0, 80)}`)
    const file = out === null ? '' : `, and in ${out}`
    printLine(`${project.title} (${language}) is in the library${file}`)
  }
  return failed > 0 ? 1 : 0
}

const save = ({ studio }: Terminal, call: Call, projectId: string, path: string) =>
  call('project.save', { projectId, ticket: studio.tickets.issue('target', path) })

async function glossaryOf(path: string | undefined) {
  if (path === undefined) return []
  const { glossary, wrong } = readGlossary(tableText(await readFile(path, mostBytes)))
  const [line] = wrong
  if (line !== undefined)
    throw fail('option-invalid', { option: '--glossary', value: `${path}, line ${line}` })
  return glossary
}
