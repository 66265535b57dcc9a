// lectern voices: what can be cast, and adding and removing neural voices.
import { resolve } from 'node:path'
import { stageWords, type NeuralProgress, type Voice } from '../contract/index.ts'
import { fail } from '../core/base/failure-error.ts'
import { defaultDataRoot } from '../io/system-places.ts'
import { speakerOf } from '../io/speech/neural/speaker-voices.ts'
import { readOptions } from '../io/command-line/options.ts'
import { printJson, printLine, sentenceOf } from '../io/command-line/report.ts'
import type { Runtime } from '../io/runtime.ts'
import { withStudio } from './open-terminal.ts'
import { createProgress } from './progress.ts'
import { serverWish } from './server-wish.ts'
import { listSources, withServers } from './source-list.ts'
import { givenPath } from './given-path.ts'

const options = {
  server: { type: 'string', multiple: true },
  model: { type: 'string' },
  'allow-plain': { type: 'boolean' },
  data: { type: 'string' },
  json: { type: 'boolean' },
} as const

type Asked = { runtime: Runtime; data: string | undefined; json: boolean }

/** Lists every voice, or those of one server; `add` and `remove` change the neural ones. */
export async function voices(args: string[], runtime: Runtime): Promise<number> {
  const { values, positionals } = readOptions(args, options, { min: 0, max: 2 })
  const data = givenPath(values.data)
  const asked: Asked = { runtime, data, json: values.json ?? false }
  const [action, what] = positionals
  if (action === undefined) {
    const wish = serverWish(values)
    return wish ? listServer(asked, wish) : listAll(asked)
  }
  if (action !== 'add' && action !== 'remove')
    throw fail('option-invalid', { option: 'voices', value: action })
  const word = action === 'add' ? 'FOLDER' : 'ID'
  if (what === undefined) throw fail('option-invalid', { option: word, value: '' })
  return action === 'add' ? add(asked, resolve(what)) : remove(asked, what)
}

const never = new AbortController().signal
const rootOf = ({ data }: Asked): string => data ?? defaultDataRoot()

async function listAll(asked: Asked): Promise<number> {
  for (const { voices: found, failure } of await listSources(asked.runtime, rootOf(asked), never)) {
    for (const voice of found) print(voice, asked.json)
    if (failure) process.stderr.write(`${sentenceOf(failure)}\n`)
  }
  return 0
}

async function listServer(
  asked: Asked,
  wish: NonNullable<ReturnType<typeof serverWish>>,
): Promise<number> {
  const seen = await withServers(asked.runtime, rootOf(asked), (servers) =>
    servers.lookAt(wish, never),
  )
  for (const voice of seen.voices) print(voice, asked.json)
  for (const { id, shutdownDate } of seen.models) {
    const end = shutdownDate === null ? '' : `, is shut down on ${shutdownDate}`
    if (asked.json) printJson({ model: id, shutdownDate })
    else printLine(`model ${id}${end}`)
  }
  if (seen.voices.length === 0)
    process.stderr.write(`“${seen.server.name}” lists no voices: name one with --voice.\n`)
  return 0
}

function print(voice: Voice, json: boolean): void {
  if (json) printJson(voice)
  else printLine(`${voice.id.padEnd(28)} ${voice.languages.join(', ').padEnd(12)} ${voice.label}`)
}

/** Copies the voice into the library and tries it; one that is there already is only named. */
async function add({ runtime, data, json }: Asked, path: string): Promise<number> {
  return withStudio({ runtime, data, endsItself: true }, async ({ opened, signal }) => {
    const progress = createProgress(json)
    const onProgress = ({ stage, doneBytes: done, totalBytes: total }: NeuralProgress) =>
      progress.show(stageWords[stage], {
        kind: 'voice',
        state: 'running',
        stage,
        done,
        total,
        failed: 0,
        etaSeconds: null,
      })
    const voice = await opened.ports.neuralVoices
      .add(path, { signal, onProgress })
      .finally(() => progress.end())
    const all = opened.ports.sources.all().find(({ name }) => name === 'neural')
    const own = ((await all?.voices(signal)) ?? []).filter(
      ({ name }) => speakerOf(name).id === voice.id,
    )
    if (json) printJson({ event: 'added', ...voice, voices: own.map(({ id }) => id) })
    else for (const each of own) print(each, false)
    return 0
  })
}

/** By the id of the model, or of one of its voices. */
async function remove({ runtime, data, json }: Asked, what: string): Promise<number> {
  const { id } = speakerOf(what.replace(/^neural:/, ''))
  return withStudio({ runtime, data, endsItself: true }, async ({ opened }) => {
    await opened.ports.neuralVoices.remove(id)
    if (json) printJson({ event: 'removed', id })
    else printLine(`${id} is removed`)
    return 0
  })
}
