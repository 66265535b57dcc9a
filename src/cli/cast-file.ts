// --cast and --dictionary: who speaks in a book and how words are said, from files a person has written.
import { CastFile, doubtBelow, inPlaceOfKnown, type Character } from '../contract/index.ts'
import { fail } from '../core/base/failure-error.ts'
import { readFile } from '../io/read-file.ts'
import { chooseFallback } from './choose-voice.ts'
import type { Call } from './follow-job.ts'
import type { Terminal } from './open-terminal.ts'

const mostBytes = 16 * 1024 ** 2

export type ScriptFiles = {
  cast: CastFile | null
  /** CSV, as the studio writes it. */
  dictionary: string | null
}

/** Fails with `option-invalid` where a file says nothing that is understood, and as reading files does. */
export async function readScriptFiles(names: {
  cast?: string | undefined
  dictionary?: string | undefined
}): Promise<ScriptFiles> {
  const text = async (path: string) => new TextDecoder().decode(await readFile(path, mostBytes))
  const cast = names.cast === undefined ? null : parseCast(names.cast, await text(names.cast))
  const dictionary = names.dictionary === undefined ? null : await text(names.dictionary)
  return { cast, dictionary }
}

function parseCast(path: string, json: string): CastFile {
  try {
    return CastFile.parse(JSON.parse(json))
  } catch (error) {
    throw fail('option-invalid', { option: '--cast', value: path }, String(error))
  }
}

/** Done again it changes nothing: lines that have a speaker keep him, and equal entries are one. */
export async function applyScriptFiles(
  terminal: Terminal,
  call: Call,
  projectId: string,
  { cast, dictionary }: ScriptFiles,
): Promise<void> {
  if (cast) await applyCast(terminal, call, projectId, cast)
  if (dictionary === null) return
  const { entries, wrong } = await call('dictionary.readCsv', { csv: dictionary })
  if (wrong.length > 0)
    throw fail('option-invalid', { option: '--dictionary', value: `line ${wrong[0]}` })
  const { book } = await call('dictionary.read', { projectId })
  await call('dictionary.change', { projectId, put: inPlaceOfKnown(book, entries), remove: [] })
}

async function applyCast(
  terminal: Terminal,
  call: Call,
  projectId: string,
  { characters, confidence = doubtBelow }: CastFile,
): Promise<void> {
  const voiced = characters.filter(({ voice }) => typeof voice === 'string')
  if (voiced.length === 0) return
  const ids = voiced.map(({ id }) => id)
  await call('cast.takeUp', { projectId, characters: ids, confidence })
  const { project } = await call('project.open', { projectId })
  const inCast = new Map(project.cast.map((character) => [character.id, character]))
  const put: Character[] = []
  for (const { id, name, voice } of voiced) {
    const now = inCast.get(id)
    // Nobody of that name speaks in it.
    if (!now) throw fail('option-invalid', { option: '--cast', value: name ?? id })
    const found = (await chooseFallback(terminal, voice ?? undefined)) ?? null
    put.push({ ...now, name: name ?? now.name, voice: found })
  }
  await call('cast.change', { projectId, put, remove: [] })
}
