// Reading a model's metadata without its model.
import { mkdtempSync, rmSync, truncateSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import {
  encodeMetadata,
  OnnxError,
  readOnnxMetadata,
} from '../../../../src/io/speech/neural/onnx-metadata.ts'
import { tinyVoiceFiles, vitsMetadata } from '../../../fixtures/tiny-voices.ts'

const folder = mkdtempSync(join(tmpdir(), 'lectern-onnx-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))
const model = tinyVoiceFiles('vits')['model.onnx'] as Uint8Array
const file = (...parts: Uint8Array[]): string => {
  const path = join(folder, 'model.onnx')
  writeFileSync(path, Buffer.concat(parts))
  return path
}

describe('the metadata of a model', () => {
  it('is read from behind the graph', async () => {
    const { metadata, bytes } = await readOnnxMetadata(file(model))
    expect(Object.fromEntries(metadata)).toEqual(vitsMetadata)
    expect(bytes).toBe(model.length)
  })

  it('is added by appending to the file, and the last word counts', async () => {
    const long = 'é'.repeat(200)
    const added = encodeMetadata({ comment: 'piper', note: long })
    const { metadata } = await readOnnxMetadata(file(model, added))
    expect(metadata.get('comment')).toBe('piper')
    expect(metadata.get('note')).toBe(long)
    expect(metadata.get('language')).toBe('English')
  })

  it('is found behind a graph of three gigabytes, of which nothing is read', async () => {
    const length = 3 * 1024 ** 3
    const path = file(Uint8Array.of(0x3a, 0x80, 0x80, 0x80, 0x80, 0x0c))
    truncateSync(path, 6 + length)
    writeFileSync(path, encodeMetadata({ behind: 'yes' }), { flag: 'a' })
    const { metadata } = await readOnnxMetadata(path)
    expect([...metadata]).toEqual([['behind', 'yes']])
  })

  it.each([
    ['an empty file', new Uint8Array(0), 'the model is empty'],
    ['a text', Buffer.from('version https://git-lfs.github.com/spec/v1\n'), 'no ONNX file'],
    ['zeros', new Uint8Array(1000), 'no ONNX file'],
    ['noise', Uint8Array.from({ length: 4000 }, (_, index) => (index * 197) % 251), 'no ONNX file'],
    ['metadata alone', encodeMetadata({ a: 'b' }), 'no ONNX file'],
    ['half a model', model.subarray(0, model.length / 2), 'cut short'],
    ['a model without its last byte', model.subarray(0, -1), 'cut short'],
  ])('is not read from %s', async (_, bytes, words) => {
    const reading = readOnnxMetadata(file(bytes))
    await expect(reading).rejects.toBeInstanceOf(OnnxError)
    await expect(reading).rejects.toThrow(words)
  })
})
