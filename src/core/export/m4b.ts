// The M4B writer: everything before the packets, and which packets follow (ISO 14496-12, -14).
import { invariant } from '../base/invariant.ts'
import { box, join, lengthOf, type Part, u32, u64, utf8 } from './bytes.ts'
import { languageCode } from './language-code.ts'
import { chapterMarks, type FileLayout, type FileToLayOut } from './file-layout.ts'
import { chapterSamples, neroChapters } from './m4b-chapters.ts'
import { sampleSizes } from './m4b-sample-tables.ts'
import { tagsBox } from './m4b-tags.ts'
import { audioTrack, chapterTrack, movieHeader } from './m4b-tracks.ts'
import { layOutPackets } from './packet-layout.ts'

/** About one second, so that players that read chunk by chunk need little memory. */
const packetsPerChunk = 24

/** Audiobooks are known by the first, which players keep the place of; others by the second. */
export type Mp4Brand = 'M4B ' | 'M4A '

/** Lays out AAC in a file whose index comes first, so that it plays while it loads. */
export function layOutMp4(file: FileToLayOut, brand: Mp4Brand): FileLayout {
  const [first] = file.pieces
  invariant(first, 'a book has sound')
  const { sampleRate, frameSamples, primingSamples, config } = first
  const layout = layOutPackets(file.pieces, frameSamples, primingSamples)
  const marks = chapterMarks(file, ({ samples }) => samples)
  const marked = marks.reduce((sum, { samples }) => sum + samples, 0)
  invariant(marked === layout.samples, 'chapters are as long as their groups')
  invariant(layout.samples > 0, 'a book has sound')

  const texts = chapterSamples(marks)
  const textSizes = Uint32Array.from(texts, ({ length }) => length)
  const textBytes = textSizes.reduce((sum, size) => sum + size, 0)
  const timing = {
    sampleRate,
    samples: layout.samples,
    language: languageCode(file.tags.language),
  }
  const coded = layout.sizes.length * frameSamples
  const gapless = {
    primingSamples,
    remainderSamples: coded - primingSamples - layout.samples,
    samples: layout.samples,
  }

  const sizeTable = sampleSizes(layout.sizes)
  const movie = (dataStart: number): Part =>
    box(
      'moov',
      movieHeader(sampleRate, layout.samples),
      audioTrack({
        ...timing,
        config,
        frameSamples,
        primingSamples,
        packets: layout,
        sizeTable,
        chunks: { start: dataStart + textBytes, perChunk: packetsPerChunk, sizes: layout.sizes },
      }),
      chapterTrack({
        ...timing,
        durations: marks.map(({ samples }) => samples),
        textSizes,
        chunks: { start: dataStart, perChunk: 1, sizes: textSizes },
      }),
      box('udta', tagsBox(file.tags, file.cover, gapless), neroChapters(marks, sampleRate)),
    )

  const fileType = box('ftyp', utf8(brand), u32(0x200), utf8('M4B M4A mp42isom'))
  const dataBytes = textBytes + layout.bytes
  const dataHeader =
    dataBytes + 8 > 0xffffffff
      ? [u32(1), utf8('mdat'), u64(dataBytes + 16)]
      : [u32(dataBytes + 8), utf8('mdat')]

  // Offsets count from the file's start, behind an index whose length may depend on them (above 4 GB).
  const headWith = (dataStart: number): Part => [fileType, movie(dataStart), dataHeader]
  let start = lengthOf(headWith(0))
  for (let guess = 0; guess !== start;) {
    guess = start
    start = lengthOf(headWith(guess))
  }
  return {
    // Joined once: the index of a hundred hours is 35 MB.
    head: join(headWith(start), texts),
    copies: layout.ranges.map(({ group, length }) => ({ piece: group, length })),
    bytes: start + dataBytes,
    durationSeconds: layout.samples / sampleRate,
  }
}
