// lectern listen: the takes of a narrated book are heard once, and what is wrong is told.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import {
  openTranscriptionServer,
  type TranscriptionServer,
} from '../transcription-server/transcription-server.ts'
import { tinyListenerFiles } from '../fixtures/tiny-listener.ts'
import { writeFiles } from '../fixtures/tiny-voices.ts'
import { jsonLines, lastJson, runLectern } from './run-lectern.ts'

const lines = [
  'The lamp in the harbour office burned long after midnight.',
  'Nobody on the island could remember so mild a winter.',
  'They walked for an hour without saying a word.',
]

let folder: string
let server: TranscriptionServer
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'lectern-listen-'))
  writeFileSync(join(folder, 'island.txt'), lines.join('\n\n'))
  // Real sound, told apart by its length, one after the other. Of the second a word is not heard.
  const said = new Map<number, string>()
  const heard = [
    'The lamp in the harbour office burned long after midnight',
    'Nobody on island could remember so mild a winter',
    'they walked for an hour without saying a word',
  ]
  server = await openTranscriptionServer({
    said: (sound) => {
      const known = said.get(sound.length) ?? heard[said.size % 3] ?? ''
      said.set(sound.length, known)
      return known
    },
  })
})
afterEach(async () => {
  await server.close()
  rmSync(folder, { recursive: true, force: true })
})

const lectern = (...args: string[]) =>
  runLectern([...args, '--data', 'data', '--json'], {
    cwd: folder,
    environment: { LECTERN_SCRIPT_CONCURRENCY: '1' },
  })

it('hears every take as FLAC once, names the line in which a word is missing, and ends with 1', async () => {
  const spoken = await lectern(
    'narrate',
    'island.txt',
    '--out',
    'island.wav',
    '--voice',
    'gmw/en-US',
  )
  expect(spoken.code, spoken.errors).toBe(0)
  const none = await lectern('listen', 'island.txt')
  expect(none.code).toBe(1)
  expect(none.errors + none.out).toContain('no-transcriber')

  const first = await lectern('listen', 'island.txt', '--stt', server.address)
  expect(first.code, first.errors).toBe(1)
  expect(lastJson(first)).toMatchObject({ event: 'done', takes: 3, known: 0, wrong: 1 })
  expect(jsonLines(first).find(({ event }) => event === 'heard')).toMatchObject({
    text: lines[1],
    flags: [{ code: 'word-missing', params: { word: 'the' } }],
  })
  // Once each, and what seemed wrong once more; a second of silence has told which models there are.
  const hearings = server.calls.filter(({ heard }) => heard !== '')
  expect(hearings.map(({ model, language }) => `${model} ${language}`)).toEqual(
    Array.from({ length: 4 }, () => 'whisper-loopback en'),
  )
  const { length } = server.calls
  const again = await lectern('listen', 'island.txt')
  expect(lastJson(again)).toMatchObject({ known: 3, wrong: 1 })
  expect(server.calls.length).toBe(length)

  // A model on the disk that knows four tones hears no word of it, and nothing is sent.
  writeFiles(join(folder, 'model'), tinyListenerFiles())
  const both = ['--model-folder', 'model', '--stt', server.address]
  expect((await lectern('listen', 'island.txt', ...both)).code).toBe(2)
  const onDisk = await lectern('listen', 'island.txt', '--model-folder', 'model')
  expect(lastJson(onDisk), onDisk.errors).toMatchObject({ known: 0, wrong: 3, cost: null })
  const wrong = await lectern('listen', 'island.txt', '--model-folder', '.')
  expect(wrong.errors + wrong.out).toContain('not-a-listener')
  expect(server.calls.length).toBe(length)
})
