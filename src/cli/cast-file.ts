// --cast and --dictionary: who speaks in a book and how words are said, from files a person has written.
import {
  CastFile,
  doubtBelow,
  inPlaceOfKnown,
  mostCharacters,
  tableText,
  type Character,
  type Dictionary,
} from '../contract/index.ts'
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
  const text = async (path: string) => tableText(await readFile(path, mostBytes))
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

/**
 * Done again it changes nothing: lines that have a speaker keep him, and equal entries are one. All of it is
 * checked before any of it is done, so that a run that is refused leaves the book as it was.
 */
export async function applyScriptFiles(
  terminal: Terminal,
  call: Call,
  projectId: string,
  { cast, dictionary }: ScriptFiles,
): Promise<void> {
  const entries = dictionary === null ? [] : await readEntries(call, dictionary)
  const voiced = cast ? await findVoices(terminal, cast) : []
  await checkCharacters(call, projectId, voiced)
  if (entries.length > 0) {
    const { book } = await call('dictionary.read', { projectId })
    await call('dictionary.change', { projectId, put: inPlaceOfKnown(book, entries), remove: [] })
  }
  if (voiced.length > 0) await applyCast(call, projectId, voiced, cast?.confidence ?? doubtBelow)
}

async function readEntries(call: Call, csv: string): Promise<Dictionary> {
  const { entries, wrong } = await call('dictionary.readCsv', { csv })
  if (wrong.length > 0) throw fail('dictionary-invalid', { line: wrong[0] ?? 1 })
  return entries
}

type Voiced = { id: string; name: string | undefined; voice: string | null }

async function findVoices(terminal: Terminal, { characters }: CastFile): Promise<Voiced[]> {
  const voiced: Voiced[] = []
  for (const { id, name, voice } of characters)
    if (typeof voice === 'string')
      voiced.push({ id, name, voice: (await chooseFallback(terminal, voice)) ?? null })
  return voiced
}

/** Fails with `option-invalid` and the name where nobody of that name speaks, or the cast has no room for him. */
async function checkCharacters(
  call: Call,
  projectId: string,
  voiced: readonly Voiced[],
): Promise<void> {
  const { cast } = (await call('project.open', { projectId })).project
  const known = new Set(cast.map(({ id }) => id))
  const fresh = voiced.filter(({ id }) => !known.has(id))
  if (fresh.length === 0) return
  const { characters } = await call('cast.find', { projectId })
  const found = new Set(characters.map(({ id }) => id))
  const strange =
    fresh.find(({ id }) => !found.has(id)) ?? fresh[Math.max(0, mostCharacters - known.size)]
  if (strange) throw fail('option-invalid', { option: '--cast', value: strange.name ?? strange.id })
}

async function applyCast(
  call: Call,
  projectId: string,
  voiced: readonly Voiced[],
  confidence: number,
): Promise<void> {
  const ids = voiced.map(({ id }) => id)
  await call('cast.takeUp', { projectId, characters: ids, confidence })
  const { project } = await call('project.open', { projectId })
  const inCast = new Map(project.cast.map((character) => [character.id, character]))
  const put: Character[] = []
  for (const { id, name, voice } of voiced) {
    const now = inCast.get(id)
    if (!now) throw fail('option-invalid', { option: '--cast', value: name ?? id })
    put.push({ ...now, name: name ?? now.name, voice })
  }
  await call('cast.change', { projectId, put, remove: [] })
}
