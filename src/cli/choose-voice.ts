// The voice that the options of `narrate` mean: any source's, or one of a server named by its address.
import type { SpeechServer, Voice, VoiceId } from '../contract/index.ts'
import { fail, FailureError } from '../core/base/failure-error.ts'
import { resolveVoice } from '../io/speech/resolve-voice.ts'
import type { ServerWish } from '../io/speech/server/find-or-add.ts'
import type { Terminal } from './open-terminal.ts'
import { isHopeless, type Readiness } from './server-readiness.ts'

export type VoiceWish = {
  voice: string | undefined
  /** Null: no server was named. */
  server: ServerWish | null
}

export type ChosenVoice = {
  id: VoiceId
  /** A server was named, but no voice: a book that has one of this source keeps it. */
  isAnyOf: string | null
}

/**
 * Null: each book keeps the voice that it has, or gets. Fails with `voice-unknown`, `option-invalid`
 * where a server needs a voice to be named, and with what keeps the server from being asked.
 */
export async function chooseVoice(
  terminal: Terminal,
  { voice: word, server }: VoiceWish,
  whenReady: Readiness,
): Promise<ChosenVoice | null> {
  if (server) return voiceOfServer(terminal, server, word, whenReady)
  return word === undefined ? null : { id: await voiceNamed(terminal, word), isAnyOf: null }
}

/**
 * Who speaks what the voice of a book cannot. Null: nobody, also where it was allowed before; undefined:
 * as it was. Fails with `voice-unknown`.
 */
export async function chooseFallback(
  terminal: Terminal,
  word: string | undefined,
): Promise<VoiceId | null | undefined> {
  if (word === undefined) return undefined
  return word === 'none' ? null : voiceNamed(terminal, word)
}

async function voiceNamed(terminal: Terminal, word: string): Promise<VoiceId> {
  const embedded = await embeddedVoice(terminal, word)
  if (embedded) return embedded.id
  const reply = await terminal.studio.call('voice.list', {})
  if (!reply.ok) throw new FailureError(reply.failure)
  const { voices, sources } = reply.value
  // A source that was silent for now is asked again when the voice is cast, and says what is wrong.
  const isSlow = sources.some(
    ({ name, kind }) =>
      kind === 'server' &&
      word.startsWith(`${name}:`) &&
      !voices.some(({ provider }) => provider === name),
  )
  return isSlow ? word : resolveVoice(voices, word).id
}

/** Known at once, whatever other sources are silent; null where another source may know the word better. */
async function embeddedVoice({ opened, signal }: Terminal, word: string): Promise<Voice | null> {
  const here = opened.ports.sources
    .all()
    .filter(({ capabilities }) => capabilities.kind === 'embedded')
  const voices = (await Promise.all(here.map((source) => source.voices(signal)))).flat()
  const wanted = word.trim().toLowerCase()
  const isKnown = ({ id, name, languages }: Voice) =>
    [id, name, ...languages].some((each) => each.toLowerCase() === wanted)
  return voices.some(isKnown) ? resolveVoice(voices, word) : null
}

async function voiceOfServer(
  { opened, signal }: Terminal,
  wish: ServerWish,
  word: string | undefined,
  whenReady: Readiness,
): Promise<ChosenVoice> {
  const { servers } = opened
  const { view, found, before } = await servers.findOrAdd(wish, signal)
  const { server } = view
  const where = server.addresses.join(', ')
  if (found === 'moved')
    tell(`“${server.name}” has moved from ${before.join(', ')} to ${where}; its takes stay.`)
  const name = word?.startsWith(`${server.id}:`) ? word.slice(server.id.length + 1) : word
  try {
    const voices = await listVoices(opened.servers.providers(), server, name !== undefined, signal)
    const voice = name === undefined ? firstOf(voices, server) : named(voices, name)
    if (!voice && name === undefined) throw fail('option-invalid', { option: '--voice', value: '' })
    // In front, so that the server is tried with it.
    const typed = voice ? [] : [name ?? '']
    if (!voice) await servers.save({ ...server, voices: [...typed, ...server.voices] })
    if (found === 'new' || !voice) await whenReady(server.id, !voice)
    if (found === 'new') tell(`“${server.name}” at ${where} is new: it is saved as “${server.id}”.`)
    return {
      id: voice?.id ?? `${server.id}:${name}`,
      isAnyOf: name === undefined ? server.id : null,
    }
  } catch (error) {
    // One that has never worked would only be in the way.
    if (found === 'new') await servers.remove(server.id)
    // Nor does a voice that was typed wrongly stay.
    else await servers.save(server)
    throw error
  }
}

/** Where a voice is named, a server that cannot list its voices may still speak. */
async function listVoices(
  providers: ReturnType<Terminal['opened']['servers']['providers']>,
  server: SpeechServer,
  isNamed: boolean,
  signal: AbortSignal,
): Promise<Voice[]> {
  const provider = providers.find((each) => each.name === server.id)
  try {
    return (await provider?.voices(signal)) ?? []
  } catch (error) {
    if (isNamed && error instanceof FailureError && !isHopeless(error.failure, server)) return []
    throw error
  }
}

/** One that the server lists goes before one that somebody typed. */
const firstOf = (voices: readonly Voice[], server: SpeechServer): Voice | undefined =>
  voices.find(({ name }) => !server.voices.includes(name)) ?? voices[0]

/** Never a similar one: what is not listed is asked for as it was typed. */
function named(voices: readonly Voice[], word: string): Voice | undefined {
  const is = (tag: string) => tag.toLowerCase() === word.toLowerCase()
  return (
    voices.find(({ name }) => name === word) ??
    voices.find(({ name }) => is(name)) ??
    voices.find(({ languages }) => languages.some(is))
  )
}

const tell = (line: string): void => void process.stderr.write(`${line}\n`)
