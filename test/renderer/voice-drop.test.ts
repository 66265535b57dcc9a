// What is dropped or chosen: which files are one voice, and which are books.
import { describe, expect, it } from 'vitest'
import { isBook, sortLooseFiles, voiceOfFolder } from '../../src/renderer/src/client/voice-drop.ts'

const named = (names: readonly string[]) => names.map((name) => ({ name }))
const sorted = async (...names: string[]) => {
  const { voices, books } = sortLooseFiles(named(names))
  const voicesWithFiles = voices.map(async ({ name, main, files }) => ({
    name,
    main: main.name,
    files: (await files()).map((file) => file.name),
  }))
  return { voices: await Promise.all(voicesWithFiles), books: books.map(({ name }) => name) }
}

describe('loose files', () => {
  it('are books where there is no model', async () => {
    const names = ['Emma.epub', 'README.md', 'LICENSE', 'tokens.txt', 'onnx.epub']
    expect(await sorted(...names)).toEqual({ voices: [], books: names })
  })

  it('are one voice with what belongs to it, whatever the case', async () => {
    expect(await sorted('alba.ONNX', 'alba.onnx.json', 'MODEL_CARD', 'Emma.epub')).toEqual({
      voices: [
        { name: 'alba', main: 'alba.ONNX', files: ['alba.ONNX', 'alba.onnx.json', 'MODEL_CARD'] },
      ],
      books: ['Emma.epub'],
    })
  })

  it('are a voice each where each model has its own description', async () => {
    const { voices } = await sorted('a.onnx', 'b.onnx', 'a.onnx.json', 'b.onnx.json')
    expect(voices.map(({ files }) => files)).toEqual([
      ['a.onnx', 'a.onnx.json'],
      ['b.onnx', 'b.onnx.json'],
    ])
  })

  it('are one voice that is made of several models, named by the one that speaks', async () => {
    const names = ['hifigan_v2.onnx', 'model-steps-3.onnx', 'tokens.txt', 'lexicon.txt', 'date.fst']
    const { voices } = await sorted(...names)
    expect(voices).toEqual([{ name: 'model-steps-3', main: 'model-steps-3.onnx', files: names }])
  })

  it('are a voice also where only its description was dropped, beside which the model may lie', async () => {
    const { voices, books } = await sorted('alba.onnx.json')
    expect([voices[0]?.name, voices[0]?.main, books]).toEqual(['alba', 'alba.onnx.json', []])
  })
})

describe('a chosen folder', () => {
  const voiceIn = async (...paths: string[]) => {
    const files = paths.map((path) => ({
      name: path.split('/').at(-1) ?? '',
      webkitRelativePath: path,
    }))
    const voice = voiceOfFolder(files)
    return voice && { name: voice.name, files: (await voice.files()).map(({ name }) => name) }
  }

  it('gives what lies beside its model, and leaves what lies deeper', async () => {
    expect(
      await voiceIn('amy/espeak-ng-data/en', 'amy/amy.onnx', 'amy/tokens.txt', 'amy/.DS_Store'),
    ).toEqual({ name: 'amy', files: ['amy.onnx', 'tokens.txt'] })
  })

  it('may hold the voice one folder further in', async () => {
    expect(await voiceIn('download/notes.txt', 'download/amy/amy.onnx')).toEqual({
      name: 'amy',
      files: ['amy.onnx'],
    })
  })

  it('without a model is no voice', async () => {
    expect(await voiceIn('books/Emma.epub')).toBeNull()
  })
})

it('a folder’s books are told by the ends of their names, whatever the case', () => {
  const names = ['Emma.epub', 'cover.jpg', 'Faust.PDF', 'notes', 'tale.fb2.zip', '.epub']
  expect(named(names).filter(isBook)).toEqual(
    named(['Emma.epub', 'Faust.PDF', 'tale.fb2.zip', '.epub']),
  )
})
