// What is known of each kind of server, as data: where it listens, what it can take, when it ends.
import { serverKinds, type ServerKind, type ServerPreset } from '../../../contract/index.ts'
import { openAiPrices } from './prices.ts'

/** More than the face needs to know. */
type Known = Omit<ServerPreset, 'kind'> & {
  /** Reads numbers and abbreviations itself. */
  normalizesText: boolean
  /** Its voices speak whatever language they are given; else they are known by name, or speak English. */
  speaksAnyLanguage: boolean
  /** Named where the server lists none. */
  voices: readonly string[]
}

const free = {
  needsKey: false,
  price: null,
  endsAt: null,
  speaksAnyLanguage: false,
  voices: [],
} as const

export const knownServers: Readonly<Record<ServerKind, Known>> = {
  openai: {
    name: 'OpenAI',
    address: 'https://api.openai.com/v1',
    model: 'gpt-4o-mini-tts',
    needsKey: true,
    lanes: null,
    maxCharacters: 1200,
    price: openAiPrices['gpt-4o-mini-tts'] ?? null,
    endsAt: '2027-01-06',
    normalizesText: true,
    speaksAnyLanguage: true,
    voices: [
      'alloy',
      'ash',
      'ballad',
      'cedar',
      'coral',
      'echo',
      'fable',
      'marin',
      'nova',
      'onyx',
      'sage',
      'shimmer',
      'verse',
    ],
  },
  'kokoro-fastapi': {
    ...free,
    name: 'Kokoro-FastAPI',
    address: 'http://127.0.0.1:8880/v1',
    model: 'kokoro',
    lanes: null,
    maxCharacters: 350,
    normalizesText: true,
  },
  speaches: {
    ...free,
    name: 'Speaches',
    address: 'http://127.0.0.1:8000/v1',
    model: 'speaches-ai/Kokoro-82M-v1.0-ONNX',
    lanes: null,
    maxCharacters: 350,
    normalizesText: false,
  },
  localai: {
    ...free,
    name: 'LocalAI',
    address: 'http://127.0.0.1:8080/v1',
    model: 'tts-1',
    lanes: null,
    maxCharacters: 300,
    normalizesText: false,
  },
  'openedai-speech': {
    ...free,
    name: 'openedai-speech',
    address: 'http://127.0.0.1:8000/v1',
    model: 'tts-1-hd',
    lanes: null,
    maxCharacters: 400,
    normalizesText: false,
    // It hears from the text which language it is.
    speaksAnyLanguage: true,
    voices: ['alloy', 'echo', 'fable', 'nova', 'onyx', 'shimmer'],
  },
  // Both speak one text at a time, and lose words of long ones.
  orpheus: {
    ...free,
    name: 'Orpheus-FastAPI',
    address: 'http://127.0.0.1:5005/v1',
    model: 'orpheus',
    lanes: 1,
    maxCharacters: 400,
    normalizesText: false,
    voices: ['tara', 'leah', 'jess', 'leo', 'dan', 'mia', 'zac', 'zoe'],
  },
  chatterbox: {
    ...free,
    name: 'Chatterbox',
    address: 'http://127.0.0.1:4123/v1',
    model: 'chatterbox',
    lanes: 1,
    maxCharacters: 280,
    normalizesText: false,
  },
  other: {
    ...free,
    name: 'Another server',
    address: '',
    model: 'tts-1',
    lanes: null,
    maxCharacters: 800,
    normalizesText: false,
  },
}

export const serverPresets: readonly ServerPreset[] = serverKinds.map((kind) => {
  const { normalizesText: _, speaksAnyLanguage: __, voices: ___, ...preset } = knownServers[kind]
  return { kind, ...preset }
})

/** What a server is by its address and its models, where nobody has said so. */
export function guessKind(address: string, models: readonly string[]): ServerKind {
  const { hostname, port } = new URL(address)
  if (hostname === 'api.openai.com') return 'openai'
  const byModel: [RegExp, ServerKind][] = [
    [/^kokoro$/, 'kokoro-fastapi'],
    [/^speaches-ai\//, 'speaches'],
    [/^orpheus/, 'orpheus'],
    [/^chatterbox/, 'chatterbox'],
  ]
  const named = byModel.find(([pattern]) => models.some((model) => pattern.test(model)))
  if (named) return named[1]
  const byPort: Record<string, ServerKind> = { 8880: 'kokoro-fastapi', 5005: 'orpheus' }
  return byPort[port] ?? 'other'
}
