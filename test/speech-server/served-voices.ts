// The names that the speech server offers, and the lists it offers them in.
import type { Voice } from '../../src/contract/index.ts'
import type { VoiceListShape } from './options.ts'
import { profiles } from './profiles.ts'

/** OpenAI's names, each spoken by another voice of espeak. */
const spokenBy: Readonly<Record<string, string>> = {
  alloy: 'espeak:gmw/en-US',
  echo: 'espeak:gmw/en',
  fable: 'espeak:gmw/en-GB-scotland',
  nova: 'espeak:gmw/en-GB-x-rp',
  onyx: 'espeak:gmw/en-US-nyc',
  shimmer: 'espeak:gmw/en-029',
}
export const servedVoices = Object.keys(spokenBy)

/** Nobody mistakes her for any of the above. */
export const strangerId = 'flite:slt'

/** By a served name, or by an embedded voice's own id or name; null where there is none. */
export function voiceIdOf(name: string, embedded: readonly Voice[]): string | null {
  const id = Object.hasOwn(spokenBy, name) ? spokenBy[name] : name
  return embedded.find((voice) => voice.id === id || voice.name === id)?.id ?? null
}

type JsonAnswer = { status: number; body: unknown }
const missing: JsonAnswer = { status: 404, body: { detail: 'Not Found' } }
const withNames = () =>
  servedVoices.map((id) => ({ id, name: `${id[0]?.toUpperCase()}${id.slice(1)}` }))

/** GET /v1/audio/voices. */
export function listVoices(shape: VoiceListShape, model: string | null): JsonAnswer {
  switch (shape) {
    case 'strings':
      return { status: 200, body: { voices: servedVoices } }
    case 'objects':
      return { status: 200, body: { voices: withNames() } }
    case 'by-model':
      if (model) return { status: 200, body: { object: 'list', data: withNames() } }
      return {
        status: 422,
        body: { detail: [{ type: 'missing', loc: ['query', 'model'], msg: 'Field required' }] },
      }
    case 'status':
      return { status: 200, body: { status: 'ok', voices: servedVoices } }
    case 'elsewhere':
    case 'none':
      return missing
  }
}

/** GET /v1/voices. */
export const listVoicesElsewhere = (shape: VoiceListShape): JsonAnswer =>
  shape === 'elsewhere' ? { status: 200, body: { voices: servedVoices } } : missing

/** GET /v1/models: one that ends, and one for each profile, to be chosen by hand. */
export function listModels() {
  const model = (id: string, shutdownDate: string | null) => ({
    id,
    object: 'model',
    created: 1_699_053_241,
    owned_by: 'lectern-test',
    shutdown_date: shutdownDate,
  })
  const named = profiles.map(({ name }) => model(name, null))
  return { object: 'list', data: [model('tts-1', '2027-01-06'), ...named] }
}
