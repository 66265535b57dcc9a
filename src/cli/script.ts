// lectern script: asks a language model about a book, and tells or takes what is proposed. Makes no sound.
import { resolve } from 'node:path'
import { scriptKinds, sureFrom, type Proposal, type ScriptKind } from '../contract/index.ts'
import { fail } from '../core/base/failure-error.ts'
import { readOptions, share } from '../io/command-line/options.ts'
import { printJson, printLine } from '../io/command-line/report.ts'
import type { Runtime } from '../io/runtime.ts'
import { personText } from './person-text.ts'
import { createCall, createFollower, type Call } from './follow-job.ts'
import { importBook } from './import-book.ts'
import { modelOptions, modelWish, printEstimate } from './model-wish.ts'
import { withStudio, type Terminal } from './open-terminal.ts'

const options = {
  kinds: { type: 'string' },
  ...modelOptions,
  take: { type: 'string' },
  'dry-run': { type: 'boolean' },
  data: { type: 'string' },
  json: { type: 'boolean' },
} as const

/** So many proposals of a kind are told. */
const mostTold = 2000

type Wish = {
  kinds: ScriptKind[]
  /** From how sure on a proposal is taken; null: none is. */
  takeFrom: number | null
  isDry: boolean
  json: boolean
}

export async function script(args: string[], runtime: Runtime): Promise<number> {
  const { values, positionals } = readOptions(args, options, { min: 1, max: 1 })
  const wish: Wish = {
    kinds: kindsOf(values.kinds),
    takeFrom: values['dry-run'] ? null : (share('--take', values.take) ?? null),
    isDry: values['dry-run'] ?? false,
    json: values.json ?? false,
  }
  const model = modelWish(values)
  return withStudio({ runtime, data: values.data }, async (terminal) => {
    const call = createCall(terminal)
    const hasModel = await model.set(call)
    return askAbout(terminal, call, resolve(positionals[0] ?? ''), {
      ...wish,
      hasModel,
      budget: model.budget,
    })
  })
}

async function askAbout(
  terminal: Terminal,
  call: Call,
  path: string,
  wish: Wish & { hasModel: boolean; budget: { budget?: number } },
): Promise<number> {
  const { kinds, takeFrom, budget, hasModel, isDry, json } = wish
  const follow = createFollower(terminal, call, json)
  const projectId = await importBook(terminal, call, follow, path)
  const estimate = await call('script.estimate', { projectId, kinds })
  if (!json) printEstimate(estimate)
  let failed = 0
  let cost = null
  let tokens = null
  if (hasModel && !isDry && estimate.calls > 0) {
    const job = await follow(await call('script.start', { projectId, kinds, ...budget }))
    failed = job.failed
    cost = job.cost ?? null
    tokens = job.tokens ?? null
  }
  const { proposals, totals, unanswered } = await call('script.proposals', {
    projectId,
    kinds,
    most: mostTold,
  })
  const taken = takeFrom === null ? 0 : await takeAll(call, projectId, kinds, takeFrom)
  if (json) {
    for (const proposal of proposals) printJson({ event: 'proposal', ...proposal })
    for (const item of unanswered) printJson({ event: 'unanswered', ...item })
    const { sample: _, ...needed } = estimate
    printJson({ event: 'done', ...needed, totals, taken, failed, cost, tokens })
  } else {
    for (const line of proposals.map(proposalLine)) printLine(line)
    for (const { text, reason } of unanswered)
      printLine(`  no answer (${reason}): ${text.slice(0, 80)}`)
    if (taken > 0) printLine(`${taken} taken`)
    if (!hasModel)
      printLine('No language model is set: these are the book’s own words. --llm URL names one.')
  }
  return failed > 0 ? 1 : 0
}

/** All that are so sure, as many at a time as are listed: what is taken makes room for more. */
async function takeAll(
  call: Call,
  projectId: string,
  kinds: ScriptKind[],
  takeFrom: number,
): Promise<number> {
  const tried = new Set<string>()
  let taken = 0
  for (;;) {
    const { proposals } = await call('script.proposals', { projectId, kinds, most: mostTold })
    const keys = proposals
      .filter(({ key, confidence }) => confidence >= takeFrom && !tried.has(key))
      .map(({ key }) => key)
      .slice(0, mostTold)
    if (keys.length === 0) return taken
    for (const key of keys) tried.add(key)
    taken += (await call('script.take', { projectId, keys })).taken
  }
}

function kindsOf(word: string | undefined): ScriptKind[] {
  if (word === undefined) return [...scriptKinds]
  const kinds = word.split(',').map((each) => each.trim())
  const known = scriptKinds.filter((kind) => kinds.includes(kind))
  if (known.length !== new Set(kinds).size)
    throw fail('option-invalid', { option: '--kinds', value: word })
  return known
}

function proposalLine({ text, source, confidence, change }: Proposal): string {
  const mark = confidence >= sureFrom ? '  ' : ' ?'
  const sure = `${Math.round(confidence * 100)} %`.padStart(5)
  return `${mark}${sure}  ${source.padEnd(5)}  ${changeWords(change)}  ${text.slice(0, 70)}`
}

function changeWords(change: Proposal['change']): string {
  switch (change.kind) {
    case 'who':
      return change.speakers.map(({ name }) => name).join(', ')
    case 'people':
      return peopleChange(change)
    case 'how':
      return [change.delivery.tone, change.delivery.phrase].filter((word) => word !== '').join(', ')
    case 'words':
      return `${change.word} → ${change.say}`
    case 'ear':
    case 'description':
      return `→ ${change.say.slice(0, 70)}`
  }
}

function peopleChange({ name, said }: Extract<Proposal['change'], { kind: 'people' }>): string {
  if (said.is === 'same') return `${name} = ${said.name}`
  return `${name}: ${personText(said.description)}`
}
