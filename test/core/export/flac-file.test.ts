import { describe, expect, test } from 'vitest'
import type { Piece } from '../../../src/core/export/file-layout.ts'
import { layOutFlac } from '../../../src/core/export/flac-file.ts'

/** Frames of nothing: a head with number 0 and two checksums. */
const frame = Uint8Array.of(0xff, 0xf8, 0xa6, 0x08, 0x00, 0x00, 0x00, 0x00)

const pieceOf = (samples: number, frameSamples: number): Piece => ({
  ...{ samples, sampleRate: 24_000, frameSamples, primingSamples: 0 },
  config: new Uint8Array(34),
  sizes: new Uint32Array(Math.ceil(samples / frameSamples)).fill(frame.length),
})
const fileOf = (pieces: Piece[]) =>
  layOutFlac({
    pieces,
    chapters: [{ title: 'One', pieces: pieces.length }],
    tags: { title: 'T', authors: [], narrator: '', language: 'en' },
    cover: null,
  })
/** The head of the first frame of the last piece. */
function lastHead(pieces: Piece[]): number[] {
  const { turn } = fileOf(pieces).copies.at(-1) ?? {}
  const [first] = turn?.(frame) ?? []
  return [...(first ?? [])].slice(0, 11)
}

describe('frames of a FLAC of pieces', () => {
  test('are counted where all are of one size, so that a book of any length has small numbers', () => {
    const hour = pieceOf(3600 * 24_000 - ((3600 * 24_000) % 1024), 1024)
    const thirty = [...Array.from({ length: 30 }, () => hour), pieceOf(1024, 1024)]
    const [, kind, , , ...coded] = lastHead(thirty)
    expect(kind).toBe(0xf8)
    // 30 × 84,375 blocks in five bytes (RFC 9639 §9.1.5).
    const count = 30 * hour.sizes.length
    expect(count).toBeLessThan(2 ** 31)
    expect(coded.slice(0, 5)).toEqual([
      0xf8 | (count >> 24),
      0x80 | ((count >> 18) & 63),
      0x80 | ((count >> 12) & 63),
      0x80 | ((count >> 6) & 63),
      0x80 | (count & 63),
    ])
  })

  test('are numbered by their first sample where sizes differ', () => {
    const [, kind, , , ...coded] = lastHead([pieceOf(1500, 1024), pieceOf(1024, 1024)])
    expect(kind).toBe(0xf9)
    expect(coded.slice(0, 2)).toEqual([0xc0 | (1500 >> 6), 0x80 | (1500 & 63)])
  })
})
