// A server's voice as Lectern names it, with what its name tells.
import type { SpeechServer, Voice } from '../../../contract/index.ts'
import type { ListedVoice } from './list-server-voices.ts'

/** Kokoro's voices say what they speak by their first letter, and the sex by the second. */
const kokoroLanguages: Readonly<Record<string, string>> = {
  a: 'en-US',
  b: 'en-GB',
  e: 'es',
  f: 'fr',
  h: 'hi',
  i: 'it',
  j: 'ja',
  p: 'pt-BR',
  z: 'zh',
}

/** The server's own languages go before what the name tells. */
export function serverVoice(server: SpeechServer, { name, label }: ListedVoice): Voice {
  const kokoro = /^([abefhijpz])([fm])_/.exec(name)
  const told = kokoroLanguages[kokoro?.[1] ?? '']
  return {
    id: `${server.id}:${name}`,
    provider: server.id,
    kind: 'server',
    name,
    label,
    languages: server.languages.length > 0 ? server.languages : told ? [told] : [],
    gender: kokoro?.[2] === 'f' ? 'female' : kokoro?.[2] === 'm' ? 'male' : 'unknown',
  }
}
