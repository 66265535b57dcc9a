// lectern translate: a book in another language, as another book of the library and as a file. Makes no sound.
import { resolve } from 'node:path'
import { readGlossary, savedBookEnding, tableText, TranslationLanguage } from '../contract/index.ts'
import { fail } from '../core/base/failure-error.ts'
import { readOptions } from '../io/command-line/options.ts'
import { printJson, printLine } from '../io/command-line/report.ts'
import { readFile } from '../io/read-file.ts'
import { createCall, createFollower, type Call } from './follow-job.ts'
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

const mostBytes = 1024 ** 2

export async function translate(args: string[], entryUrl: string): Promise<number> {
  const { values, positionals } = readOptions(args, options, { min: 1, max: 1 })
  const language = TranslationLanguage.safeParse(values.into).data
  if (language === undefined)
    throw fail('option-invalid', { option: '--into', value: values.into ?? '' })
  const out = values.out === undefined ? null : resolve(values.out)
  if (out !== null && !out.endsWith(`.${savedBookEnding}`))
    throw fail('option-invalid', { option: '--out', value: values.out ?? '' })
  const glossary = await glossaryOf(values.glossary)
  const model = modelWish(values)
  return withStudio({ entryUrl, data: values.data }, async (terminal) => {
    const call = createCall(terminal)
    const hasModel = await model.set(call)
    const follow = createFollower(terminal, call, values.json ?? false)
    const projectId = await importBook(terminal, call, follow, resolve(positionals[0] ?? ''))
    const wish = { projectId, language, glossary }
    const estimate = await call('translation.estimate', wish)
    if (!values.json) printEstimate(estimate)
    if (values['dry-run'] || !hasModel) {
      if (!hasModel && !values.json) printLine('No language model is set: --llm URL names one.')
      if (values.json) printJson({ event: 'done', ...withoutSample(estimate), edition: null })
      return hasModel ? 0 : 1
    }
    const started = await call('translation.start', { ...wish, ...model.budget })
    const { failed, editionId = '', cost = null, tokens = null } = await follow(started)
    if (out !== null) await follow(await save(terminal, call, editionId, out))
    const { project } = await call('project.open', { projectId: editionId })
    const { unanswered } = await call('script.proposals', {
      ...{ projectId: editionId, kinds: ['who'], most: 1 },
    })
    if (values.json) {
      for (const item of unanswered) printJson({ event: 'unanswered', ...item })
      const edition = { id: editionId, title: project.title, voice: project.voice, file: out }
      printJson({ event: 'done', ...withoutSample(estimate), failed, cost, tokens, edition })
    } else {
      for (const { text, reason } of unanswered)
        printLine(`  not translated (${reason}): ${text.slice(0, 80)}`)
      printLine(
        `${project.title} (${language}) is in the library${out === null ? '' : `, and in ${out}`}`,
      )
    }
    return failed > 0 ? 1 : 0
  })
}

const withoutSample = <T extends { sample: unknown }>({ sample: _, ...rest }: T) => rest

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
