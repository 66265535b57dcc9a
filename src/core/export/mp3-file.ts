// An MP3 of pieces that were encoded alone: tags and chapters, a frame that tells the length, their frames.
import { join } from './bytes.ts'
import {
  byteSum,
  chapterMarks,
  packetSamples,
  type FileLayout,
  type FileToLayOut,
} from './file-layout.ts'
import { id3Tag } from './id3.ts'
import { mp3InfoFrame } from './mp3-info-frame.ts'

/** Every decoder is late by so many samples, which LAME's tag does not count. */
const decoderDelay = 529
/** Both delays are told in twelve bits. */
const mostPadding = 4095

/** Chapters begin where their own frames do: what the encoder puts in front of them is its delay there too. */
export function layOutMp3(
  { pieces, chapters, tags, cover }: FileToLayOut,
  { quality }: { quality: number | null },
): FileLayout {
  const { sampleRate = 0, frameSamples = 0, primingSamples = 0 } = pieces[0] ?? {}
  const coded = pieces.reduce((sum, piece) => sum + packetSamples(piece), 0)
  const last = pieces.at(-1)
  const heard = coded - (last ? packetSamples(last) - last.samples : 0)
  const delay = primingSamples - decoderDelay
  const padding = Math.max(0, Math.min(mostPadding, coded - delay - heard))
  const marks = chapterMarks({ pieces, chapters }, packetSamples)
  // The last chapter ends where its sound does.
  const ending = marks.at(-1)
  if (ending) ending.samples -= coded - heard
  const sizes = pieces.map((piece) => piece.sizes)
  const head = join(
    id3Tag(tags, cover, { marks, sampleRate }),
    mp3InfoFrame({ sampleRate, frameSamples, sizes, delay, padding, quality }),
  )
  return {
    head,
    copies: pieces.map((piece, index) => ({ piece: index, length: byteSum(piece) })),
    bytes: pieces.reduce((sum, piece) => sum + byteSum(piece), head.length),
    durationSeconds: heard / sampleRate,
  }
}
