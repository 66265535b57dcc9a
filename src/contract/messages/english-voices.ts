// The face's sentences about where voices come from: servers, neural voices, the system. English.
import type { ServerKind, SpeechFormat } from '../speech-server.ts'
import type { VoiceKind } from '../voice.ts'
import { bytes, count, day, duration, money, plural } from './english-figures.ts'

export const sourceKindWords: Record<VoiceKind, string> = {
  server: 'Servers',
  neural: 'Neural',
  system: 'System',
  embedded: 'Built-in',
}

const voices = (number: number): string => plural(number, 'voice', 'voices')

export const voiceScreenWords = {
  title: 'Voices',
  intro: 'Where voices come from. What is added here can be cast for every book.',
  voices,
  otherTitle: 'On this system and built in',
  otherText:
    'The built-in voices are draft voices: they speak at once, on any machine, and show how a book will run. For an audiobook that people want to hear, add a neural voice or a speech server above.',
  otherNone: 'No other source was found.',
  unreadable: 'The sources could not be read',
}

const serverTexts: Record<ServerKind, string> = {
  openai: 'Hosted and paid; the text goes to OpenAI.',
  'kokoro-fastapi': 'Fast and natural; on your machine or in your network.',
  speaches: 'Kokoro and Piper voices by one server.',
  localai: 'Many engines behind one address.',
  'openedai-speech': 'Piper and XTTS voices.',
  orpheus: 'Expressive; one segment at a time.',
  chatterbox: 'Copies a voice; one segment at a time.',
  other: 'Anything that speaks OpenAI’s language.',
}

const formatTexts: Record<SpeechFormat, string> = {
  wav: 'WAV, lossless',
  flac: 'FLAC, lossless and smaller',
  pcm: 'PCM at 24 kHz, lossless, without a header',
  mp3: 'MP3, lossy',
  opus: 'Opus, lossy',
}

export const serverWords = {
  title: 'Speech servers',
  text: 'Any server that speaks like OpenAI’s: in the cloud, in your network or on this machine.',
  add: 'Add a server',
  emptyTitle: 'No speech server yet',
  emptyText:
    'Run one on this machine, such as Kokoro-FastAPI, or use a hosted one with a key. Choose its kind, test it, hear it, and cast it.',
  addTitle: 'Add a speech server',
  editTitle: (name: string): string => `Change ${name}`,
  kind: 'Kind of server',
  kindTexts: serverTexts,
  ends: (date: string): string => `Its speech ends on ${day(date)}.`,
  ended: (date: string): string => `Its speech ended on ${day(date)}.`,
  modelEnds: (model: string, date: string): string =>
    `The model “${model}” ends on ${day(date)}. Choose another one in time.`,
  modelEnded: (model: string, date: string): string =>
    `The model “${model}” ended on ${day(date)}. Choose another one.`,

  name: 'Name',
  addresses: 'Addresses',
  addressesHint: 'One a line. Several are several machines with the same voices.',
  model: 'Model',
  modelHint: 'Test the server to see which it has.',
  modelHintKnown: (number: number): string =>
    `The server names ${plural(number, 'model', 'models')}: begin to write to choose.`,
  key: 'Key',
  keyNone: 'Only where the server asks for one. It is never shown again.',
  keyKept: {
    keychain: 'A key is kept in the system’s keychain.',
    file: 'A key is kept in a file that only your account can read.',
  },
  keyWillRest: {
    keychain: 'It rests in the system’s keychain and is never shown again.',
    file: 'It rests in a file that only your account can read, and is never shown again.',
  },
  keyReplace: 'Replace it',
  keyForget: 'Forget it',
  keyForgotten: 'The key was forgotten.',
  keyStay: 'Keep the old one',

  advanced: 'Advanced',
  format: 'Format asked for',
  formats: formatTexts,
  instructions: 'Instructions',
  instructionsHint: 'How to speak, for models that take it: “Calm, slow, like a bedtime story.”',
  voices: 'Voices',
  voicesHint: 'One a line; for servers that list none, or to add some.',
  languages: 'Languages',
  languagesHint: 'What its voices speak, as tags with commas: en, de-AT. Empty: not known.',
  atOnce: 'Segments at once',
  atOnceKinds: { usual: 'As in the settings', found: 'Found by itself', number: 'A number' },
  atOnceNumber: 'How many at once',
  requests: 'Requests a minute',
  characters: 'Characters a minute',
  limitHint: 'Empty: no limit.',
  price: 'Price per million characters',
  priceHint: 'Empty: it costs nothing.',
  currency: 'Currency',
  priceOf: (perMillion: number, currency: string, asOf: string, source: string): string =>
    `${money(perMillion, currency)} per million characters, as of ${day(asOf)} (${source})`,
  priceSource: 'set by you',
  allowPlain: 'Allow plain http beyond this machine',
  allowPlainText:
    'A key and the book’s text can be read by anyone on the way. Only in a network you trust.',

  test: 'Test',
  saveAndTest: 'Save and test',
  leaveTitle: 'Throw away what you wrote?',
  leaveText: 'This server has changes that are not saved.',
  leaveConfirm: 'Throw away',
  leaveKeep: 'Keep writing',
  testing: 'Asking the server to say “Hello.”…',
  testOk: 'It speaks',
  testOkText: (latencyMs: number, format: string, sampleRate: number | null): string =>
    `${count(latencyMs)} ms until the sound was there, ${format.toUpperCase()}${
      sampleRate === null ? '' : ` at ${count(sampleRate)} Hz`
    }`,
  testVoices: (number: number): string =>
    number === 0 ? 'It lists no voices: write one under Advanced.' : `It lists ${voices(number)}.`,
  testFailed: 'It does not speak',
  testAge: (seconds: number): string =>
    `Tested ${seconds < 60 ? 'just now' : `${duration(seconds)} ago`}`,
  untested: 'Not tested yet',
  hearVoice: 'Voice to hear',
  hear: 'Hear it',
  stop: 'Stop',
  save: 'Save',
  saved: (name: string): string => `${name} was saved.`,
  edit: (name: string): string => `Change ${name}`,
  testNamed: (name: string): string => `Test ${name}`,
  remove: (name: string): string => `Remove ${name}`,
  removeTitle: (name: string): string => `Remove “${name}”?`,
  removeText:
    'Its address and its key are forgotten. What it has spoken stays; books that use its voices need another voice to go on.',
  removeConfirm: 'Remove the server',
  removeKeep: 'Keep it',
  removed: (name: string): string => `${name} was removed.`,
  fixed: 'Set by the environment, so not to be changed here.',
  hasKey: 'Key kept',

  problems: {
    name: 'Give it a name.',
    addresses: 'Write at least one address.',
    model: 'Name the model.',
    number: 'Write a whole number above nothing, or leave it empty.',
    lanes: 'Write a number from 1 to 64.',
    price: 'Write an amount, such as 15, or leave it empty.',
    currency: 'Three letters, such as USD.',
  },
}

export const neuralWords = {
  title: 'Neural voices',
  text: 'They run on this machine: nothing leaves it, and nothing is paid.',
  emptyTitle: 'No neural voice yet',
  emptyText:
    'Drop the folder of a Piper, Kokoro, Kitten, Matcha or Supertonic voice on this window, or download one below.',
  add: 'Add a voice',
  addFolder: 'Choose a folder…',
  addFile: 'Choose an .onnx file…',
  addFiles: 'Choose the files of a voice…',
  installed: 'Installed',
  offers: 'To download',
  download: 'Download',
  downloadNamed: (label: string): string => `Download ${label}`,
  size: (number: number): string => `about ${bytes(number)}`,
  licence: (word: string): string => `Licence: ${word}`,
  licenceUnknown: 'Licence: its papers do not say',
  source: (word: string): string => `From ${word}`,
  speakers: (number: number): string => plural(number, 'speaker', 'speakers'),
  disk: (number: number): string => bytes(number),
  damaged: (reason: string): string =>
    `It cannot be used: ${reason}. Download or add it again, or remove it.`,
  remove: (label: string): string => `Remove ${label}`,
  removeTitle: (label: string): string => `Remove “${label}”?`,
  removeText: (size: string): string =>
    `Its files go from the disk (${size}). What it has spoken stays; books that use it need another voice to go on.`,
  removeConfirm: 'Remove the voice',
  removeKeep: 'Keep it',
  removed: (label: string): string => `${label} was removed.`,
  jobs: 'Voices on their way',
  job: (name: string): string => `Adding ${name}`,
  cancel: (name: string): string => `Cancel adding ${name}`,
  dismiss: (name: string): string => `Dismiss ${name}`,
  someVoice: 'a voice',
  progress: (done: number, total: number): string => `${bytes(done)} of ${bytes(total)}`,
  families: {
    piper: 'Piper',
    vits: 'VITS',
    kokoro: 'Kokoro',
    kitten: 'Kitten',
    matcha: 'Matcha',
    supertonic: 'Supertonic',
  },
}
