// The voices of a neural model: one for each speaker, with what its name tells about it.
import type { Voice } from '../../../contract/index.ts'
import type { VoiceRecord } from './voice-record.ts'

/** Kokoro names its speakers by language and gender: `bm_george`. */
const kokoroLanguages: Readonly<Record<string, string>> = {
  a: 'en-US',
  b: 'en-GB',
  e: 'es',
  f: 'fr-FR',
  h: 'hi',
  i: 'it',
  j: 'ja',
  p: 'pt-BR',
  z: 'zh',
}

export function voicesOf(record: VoiceRecord): Voice[] {
  const isOne = record.speakers.length === 1
  return record.speakers.map((speaker, number) => {
    const name = isOne ? record.id : `${record.id}#${number}`
    const kokoro = record.family === 'kokoro' ? /^([a-z])([fm])_(.+)$/.exec(speaker) : null
    const own = kokoroLanguages[kokoro?.[1] ?? '']
    const title = kokoro?.[3] ?? speaker
    return {
      id: `neural:${name}`,
      provider: 'neural',
      kind: 'neural',
      name,
      label: isOne
        ? record.label
        : `${title === '' ? `Speaker ${number + 1}` : title} · ${record.label}`,
      languages: own === undefined ? record.languages : [own],
      gender: genderOf(kokoro?.[2] ?? /-([fm])$/.exec(speaker)?.[1]),
    }
  })
}

const genderOf = (letter: string | undefined): Voice['gender'] =>
  letter === 'f' ? 'female' : letter === 'm' ? 'male' : 'unknown'

/** Model and speaker behind a voice's name. */
export function speakerOf(name: string): { id: string; speaker: number } {
  const match = /^(.*)#(\d+)$/.exec(name)
  return match ? { id: match[1] ?? '', speaker: Number(match[2]) } : { id: name, speaker: 0 }
}
