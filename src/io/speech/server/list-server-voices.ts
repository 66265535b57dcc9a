// The voices and models that a server lists, in all the shapes that there are.
import type { ServerModel } from '../../../contract/index.ts'
import type { ServerClient } from '../../servers/openai-client.ts'
import { AnswerError } from '../../servers/server-answer.ts'

export type ListedVoice = {
  name: string
  /** For people, where the server has another word. */
  label: string
}
export type Listing = { voices: ListedVoice[]; models: ServerModel[] }

const mostListed = 5000
const longestName = 200

/**
 * No voices where the server lists none: then they must be typed. Throws AnswerError where it refuses
 * the key or breaks, and what the connection throws.
 */
export async function listServerVoices(
  client: ServerClient,
  model: string,
  signal: AbortSignal,
): Promise<Listing> {
  const models = ask(client, 'models', {}, signal)
  const places: [string, Record<string, string>][] = [
    ['audio/voices', {}],
    ['audio/voices', { model }],
    ['voices', {}],
  ]
  // Asked for beside the voices; its failure is told once they are there.
  models.catch(() => {})
  for (const [path, query] of places) {
    const voices = readVoiceList(await ask(client, path, query, signal))
    if (voices.length > 0) return { voices, models: readModelList(await models) }
  }
  return { voices: [], models: readModelList(await models) }
}

/** Undefined where the server has no such list. */
async function ask(
  client: ServerClient,
  path: string,
  query: Record<string, string>,
  signal: AbortSignal,
): Promise<unknown> {
  try {
    return await client.read(path, query, signal)
  } catch (error) {
    const status = error instanceof AnswerError ? error.answer.status : null
    if (status !== null && [400, 404, 405, 422, 501].includes(status)) return undefined
    throw error
  }
}

const entriesOf = (found: unknown): unknown[] => {
  if (Array.isArray(found)) return found
  if (typeof found !== 'object' || found === null) return []
  const { voices, data, models } = found as Record<string, unknown>
  return [voices, data, models].find((each) => Array.isArray(each)) ?? []
}

/** Takes `{voices | data: [string | {id | voice_id | name}]}` and the bare row. */
export function readVoiceList(found: unknown): ListedVoice[] {
  const byName = new Map<string, ListedVoice>()
  for (const entry of entriesOf(found).slice(0, mostListed)) {
    const { id, voice_id, name } = (
      typeof entry === 'string' ? { id: entry } : (entry ?? {})
    ) as Record<string, unknown>
    const known = wordOf(id) ?? wordOf(voice_id) ?? wordOf(name)
    if (known !== null && !byName.has(known))
      byName.set(known, { name: known, label: wordOf(name) ?? known })
  }
  return [...byName.values()]
}

/** Takes OpenAI's list, with the day on which a model ends. */
export const readModelList = (found: unknown): ServerModel[] =>
  entriesOf(found)
    .slice(0, mostListed)
    .flatMap((entry) => {
      const { id, name, shutdown_date } = (
        typeof entry === 'string' ? { id: entry } : (entry ?? {})
      ) as Record<string, unknown>
      const known = wordOf(id) ?? wordOf(name)
      const day = /^\d{4}-\d{2}-\d{2}/.exec(wordOf(shutdown_date) ?? '')?.[0]
      return known === null ? [] : [{ id: known, shutdownDate: day ?? null }]
    })

function wordOf(value: unknown): string | null {
  const word = typeof value === 'string' ? value.trim() : ''
  return word === '' || word.length > longestName || /[\u0000-\u001f\u007f]/.test(word)
    ? null
    : word
}
