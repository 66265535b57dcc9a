// lectern listen: has a transcription server, or a model on this computer, hear the takes of a book, and tells what is
// wrong with which.
import { resolve } from 'node:path'
import {
  heardFlagCodes,
  takeFlagSentences,
  type MinutePrice,
  type SegmentRow,
} from '../contract/index.ts'
import { fail } from '../core/base/failure-error.ts'
import { amount, readOptions } from '../io/command-line/options.ts'
import { printJson, printLine } from '../io/command-line/report.ts'
import { environment } from '../io/environment.ts'
import type { Runtime } from '../io/runtime.ts'
import { createCall, createFollower, type Call } from './follow-job.ts'
import { givenPath } from './given-path.ts'
import { importBook } from './import-book.ts'
import { withStudio, type Terminal } from './open-terminal.ts'
import { checkBudget, minutePrice } from './price-word.ts'

const options = {
  stt: { type: 'string' },
  'model-folder': { type: 'string' },
  model: { type: 'string' },
  'allow-plain': { type: 'boolean' },
  price: { type: 'string' },
  budget: { type: 'string' },
  data: { type: 'string' },
  json: { type: 'boolean' },
} as const

type Wish = { budget: number | undefined; json: boolean }

const page = 500

/** Exit code 1 where something is heard otherwise than it stands, or could not be heard. */
export async function listen(args: string[], runtime: Runtime): Promise<number> {
  const { values, positionals } = readOptions(args, options, { min: 1, max: 1 })
  const { stt, model, 'allow-plain': allowPlain = false, json = false } = values
  const wish: Wish = { budget: amount('--budget', values.budget), json }
  const modelFolder = givenPath(values['model-folder'])
  if (stt === undefined && model !== undefined)
    throw fail('option-invalid', { option: '--stt', value: '' })
  // Of two listeners one must be meant.
  if (stt !== undefined && modelFolder !== undefined)
    throw fail('option-invalid', { option: '--model-folder', value: modelFolder })
  return withStudio({ runtime, data: values.data }, async (terminal) => {
    const call = createCall(terminal)
    if (stt !== undefined) await setTranscriber(call, { address: stt, model, allowPlain })
    if (modelFolder !== undefined)
      await call('listen.chooseModel', {
        ticket: terminal.studio.tickets.issue('folder', modelFolder),
      })
    await setPrice(call, minutePrice(values.price), wish.budget)
    return hearBook(terminal, call, resolve(positionals[0] ?? ''), wish)
  })
}

async function hearBook(terminal: Terminal, call: Call, path: string, wish: Wish): Promise<number> {
  const { budget, json } = wish
  const follow = createFollower(terminal, call, json)
  const projectId = await importBook(terminal, call, follow, path)
  const estimate = await call('listen.estimate', { projectId })
  const { takes, known, seconds } = estimate
  if (!json)
    printLine(`${takes} takes, ${known} heard before; ${Math.ceil(seconds / 60)} minutes to hear`)
  const request = { projectId, ...(budget !== undefined && { budget }) }
  const { cost, failed } = await follow(await call('listen.start', request))
  let wrong = 0
  for await (const row of rowsOf(call, projectId)) {
    const flags = heardWrong(row)
    if (flags.length === 0) continue
    wrong += 1
    const { id: segmentId, position, text } = row
    if (json) printJson({ event: 'heard', segmentId, position, text, flags })
    else
      printLine(
        `${String(position + 1).padStart(6)}  ${flags.map(({ code, params }) => takeFlagSentences[code](params)).join(' ')}  ${text.slice(0, 70)}`,
      )
  }
  if (json) printJson({ event: 'done', takes, known, wrong, failed, cost: cost ?? null })
  else {
    if (failed > 0) printLine(`${failed} could not be heard, for reasons that the log tells`)
    if (wrong > 0) printLine(`${wrong} to be looked at`)
    if (failed + wrong === 0) printLine('Nothing is wrong.')
  }
  return failed + wrong > 0 ? 1 : 0
}

const heardWrong = ({ status }: SegmentRow) =>
  status.state === 'ready' ? status.flags.filter(({ code }) => heardFlagCodes.includes(code)) : []

async function* rowsOf(call: Call, projectId: string): AsyncGenerator<SegmentRow> {
  for (let from = 0; ; from += page) {
    const { rows } = await call('segment.list', { projectId, from, count: page })
    yield* rows
    if (rows.length < page) return
  }
}

/** Saved with the library, its key from OPENAI_API_KEY; without a model the first that the server lists. */
async function setTranscriber(
  call: Call,
  {
    address,
    model,
    allowPlain,
  }: { address: string; model: string | undefined; allowPlain: boolean },
): Promise<void> {
  const { transcriber: saved } = await call('listen.transcriber', {})
  const named = model ?? saved?.model ?? 'whisper-1'
  const price = saved?.model === named ? saved.price : null
  await call('listen.setTranscriber', { transcriber: { address, model: named, allowPlain, price } })
  const key = environment('OPENAI_API_KEY')
  if (key !== null) await call('listen.setKey', { key })
  if (model !== undefined || saved) return
  const { check } = await call('listen.check', {})
  const [first] = check?.models ?? []
  if (first !== undefined && !check?.models.includes(named))
    await call('listen.setTranscriber', {
      transcriber: { address, model: first, allowPlain, price },
    })
}

/** A budget that nobody could keep to is refused. */
async function setPrice(
  call: Call,
  price: MinutePrice | null,
  budget: number | undefined,
): Promise<void> {
  const { transcriber, onDisk } = await call('listen.transcriber', {})
  // It costs nothing.
  if (onDisk && price) throw fail('option-invalid', { option: '--price', value: onDisk.name })
  if (onDisk) return
  if (transcriber && price)
    await call('listen.setTranscriber', { transcriber: { ...transcriber, price } })
  else if (transcriber) checkBudget(budget, transcriber.price)
}
