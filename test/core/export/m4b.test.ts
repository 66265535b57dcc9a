// The index of an M4B, read back box by box.
import { describe, expect, test } from 'vitest'
import type { FileToLayOut } from '../../../src/core/export/file-layout.ts'
import { layOutMp4 } from '../../../src/core/export/m4b.ts'
import { find, readBoxes, table } from './read-boxes.ts'

const frame = 1024
const rate = 24_000

const piece = (frames: number, size: number) => ({
  sizes: new Uint32Array(frames + 1).fill(size),
  samples: frames * frame,
  ...{ sampleRate: rate, frameSamples: frame, primingSamples: frame },
  config: Uint8Array.of(0x13, 0x08, 0x56, 0xe5, 0),
})

const book = (over: Partial<FileToLayOut> = {}): FileToLayOut => ({
  pieces: [piece(60, 200), piece(30, 300)],
  chapters: [
    { title: 'Loomings', pieces: 1 },
    { title: 'The Carpet-Bag 🧳', pieces: 1 },
  ],
  tags: {
    title: 'Moby-Dick',
    authors: ['Herman Melville'],
    narrator: 'English',
    language: 'en-US',
  },
  cover: null,
  ...over,
})
const layOutM4b = (file: FileToLayOut) => layOutMp4(file, 'M4B ')

describe('the index of an M4B', () => {
  test('comes before the sound and counts the whole file', () => {
    const file = layOutM4b(book())
    expect(readBoxes(file.head).map(({ type }) => type)).toEqual(['ftyp', 'moov', 'mdat'])
    const { start, body } = find(readBoxes(file.head), 'mdat')
    const dataBytes = new DataView(file.head.buffer).getUint32(start)
    expect(start + dataBytes).toBe(file.bytes)
    expect(body.byteLength).toBe(dataBytes - 8 - 60 * 200 - 31 * 300)
    expect(file.durationSeconds).toBe((90 * frame) / rate)
  })

  test('points at every chunk of packets', () => {
    const file = layOutM4b(book())
    const boxes = readBoxes(file.head)
    const sizes = table(find(boxes, 'moov/trak/mdia/minf/stbl/stsz'), 8)
    const offsets = table(find(boxes, 'moov/trak/mdia/minf/stbl/stco'))
    const runs = find(boxes, 'moov/trak/mdia/minf/stbl/stsc').body
    const perChunk = runs.getUint32(12)
    expect(sizes.length).toBe(91)
    let at = file.head.length
    for (const [index, size] of sizes.entries()) {
      if (index % perChunk === 0) expect(offsets[index / perChunk]).toBe(at)
      at += size
    }
    expect(at).toBe(file.bytes)
  })

  test('names the chapters in samples that the file holds', () => {
    const { head } = layOutM4b(book())
    const boxes = readBoxes(head)
    const offsets = table(find(boxes, 'moov/trak[1]/mdia/minf/stbl/stco'))
    const times = find(boxes, 'moov/trak[1]/mdia/minf/stbl/stts').body
    const titles = offsets.map((offset) => {
      const length = new DataView(head.buffer).getUint16(offset)
      return new TextDecoder().decode(head.subarray(offset + 2, offset + 2 + length))
    })
    expect(titles).toEqual(['Loomings', 'The Carpet-Bag 🧳'])
    expect([times.getUint32(12), times.getUint32(20)]).toEqual([60 * frame, 30 * frame])
  })

  test('skips the priming once', () => {
    const boxes = readBoxes(layOutM4b(book()).head)
    const edits = find(boxes, 'moov/trak/edts/elst').body
    expect([edits.getUint32(8), edits.getUint32(12)]).toEqual([90 * frame, frame])
  })

  test('gives chapters without sound no mark', () => {
    const { head } = layOutM4b(
      book({
        chapters: [
          { title: 'One', pieces: 2 },
          { title: 'Silent', pieces: 0 },
        ],
      }),
    )
    expect(table(find(readBoxes(head), 'moov/trak[1]/mdia/minf/stbl/stco'))).toHaveLength(1)
  })

  test('counts with 64 bits where 32 do not reach, and only there', () => {
    const groups = Array.from({ length: 300 }, () => piece(15, 1_000_000))
    const chapters = [{ title: 'Long', pieces: groups.length }]
    const file = layOutM4b(book({ pieces: groups, chapters }))
    expect(file.bytes).toBeGreaterThan(2 ** 32)
    const boxes = readBoxes(file.head)
    const offsets = table(find(boxes, 'moov/trak/mdia/minf/stbl/co64'), 4, 8)
    expect(offsets[0]).toBe(file.head.length)
    expect(find(boxes, 'moov/trak[1]/mdia/minf/stbl/stco')).toBeDefined()
    const { start } = find(boxes, 'mdat')
    const size = Number(new DataView(file.head.buffer).getBigUint64(start + 8))
    expect(start + size).toBe(file.bytes)
  })

  test('lists 255 chapters for Nero and all of them in its own track', () => {
    const chapters = Array.from({ length: 600 }, (_, i) => ({ title: `No. ${i}`, pieces: 1 }))
    const { head } = layOutM4b(book({ pieces: chapters.map(() => piece(1, 50)), chapters }))
    const boxes = readBoxes(head)
    expect(find(boxes, 'moov/udta/chpl').body.getUint8(8)).toBe(255)
    expect(table(find(boxes, 'moov/trak[1]/mdia/minf/stbl/stco'))).toHaveLength(600)
  })

  test('cuts titles between characters, never inside one', () => {
    const title = `${'a'.repeat(253)}🧳`
    const { head } = layOutM4b(book({ chapters: [{ title, pieces: 2 }] }))
    const { body } = find(readBoxes(head), 'moov/udta/chpl')
    expect(body.getUint8(17)).toBe(253)
  })

  test('keeps the cover as it is, when players know its kind', () => {
    const bytes = Uint8Array.of(1, 2, 3, 4, 5)
    const withCover = (mediaType: string) =>
      readBoxes(layOutM4b(book({ cover: { mediaType, bytes } })).head)
    const { body } = find(withCover('image/jpeg'), 'moov/udta/meta/ilst/covr')
    expect(body.getUint32(8)).toBe(13)
    expect([...new Uint8Array(body.buffer, body.byteOffset + 16, 5)]).toEqual([...bytes])
    expect(() => find(withCover('image/gif'), 'moov/udta/meta/ilst/covr')).toThrow()
  })

  test('refuses chapters that are not as long as their groups', () => {
    const chapters = [{ title: 'Short', pieces: 1 }]
    expect(() => layOutM4b(book({ chapters }))).toThrow(/as long as/)
  })

  test('is the same for the same book', () => {
    expect(layOutM4b(book())).toEqual(layOutM4b(book()))
  })
})
