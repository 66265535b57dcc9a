import { describe, expect, test } from 'vitest'
import { readWavHeader } from '../../../src/core/audio/read-wav-header.ts'
import { wavHeader } from '../../../src/core/audio/wav-header.ts'

const plain = wavHeader({ sampleRate: 24_000, channels: 1, samples: 1000 })
const withDataBytes = (size: number) => {
  const bytes = plain.slice()
  new DataView(bytes.buffer).setUint32(40, size, true)
  return bytes
}
/** A chunk put in before `fmt `, as some writers do. */
const withChunk = (name: string, body: Uint8Array) => {
  const padded = body.length + (body.length % 2)
  const bytes = new Uint8Array(plain.length + 8 + padded)
  bytes.set(plain.subarray(0, 12))
  bytes.set(new TextEncoder().encode(name), 12)
  new DataView(bytes.buffer).setUint32(16, body.length, true)
  bytes.set(body, 20)
  bytes.set(plain.subarray(12), 20 + padded)
  return bytes
}

describe('WAV headers', () => {
  test('are read as they are written', () => {
    expect(plain.length).toBe(44)
    expect(readWavHeader(plain)).toEqual({
      encoding: 'integer',
      bitsPerSample: 16,
      channels: 1,
      sampleRate: 24_000,
      dataOffset: 44,
      dataBytes: 2000,
    })
  })

  test('become RF64 above 4 GB and keep the true size', () => {
    const samples = 3_000_000_000
    const header = wavHeader({ sampleRate: 44_100, channels: 1, samples })
    expect(String.fromCharCode(...header.subarray(0, 4))).toBe('RF64')
    expect(readWavHeader(header)).toMatchObject({ dataOffset: 80, dataBytes: samples * 2 })
  })

  test.each([0, 0xffff_ffff, 0x7fff_ffff, 2_000_000_000])(
    'with the size %i of a stream say that the end is not known',
    (size) => expect(readWavHeader(withDataBytes(size))?.dataBytes).toBeNull(),
  )

  test('may have other chunks in front, of odd length too', () => {
    const found = readWavHeader(withChunk('LIST', new Uint8Array(7)))
    expect(found).toMatchObject({ sampleRate: 24_000, dataOffset: 44 + 16, dataBytes: 2000 })
  })

  test('are read inside a larger buffer', () => {
    const larger = new Uint8Array(100)
    larger.set(plain, 9)
    expect(readWavHeader(larger.subarray(9))?.dataOffset).toBe(44)
  })

  test.each([
    ['text', new TextEncoder().encode('RIFF is a word')],
    ['nothing', new Uint8Array(0)],
    ['a header without data', plain.slice(0, 36)],
    ['a cut header', plain.slice(0, 30)],
  ])('are not found in %s', (_, bytes) => expect(readWavHeader(bytes)).toBeNull())

  test('of a coding that is not plain are not taken for one', () => {
    const alaw = plain.slice()
    new DataView(alaw.buffer).setUint16(20, 6, true)
    expect(readWavHeader(alaw)).toBeNull()
  })
})
