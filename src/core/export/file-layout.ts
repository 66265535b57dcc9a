// A finished file as data: what is written first, and what becomes of each piece's packets.
import type { FileTags } from '../ports/codecs.ts'
import type { Picture } from '../ports/projects.ts'

/** What is known of a piece that was encoded alone. */
export type Piece = {
  /** Of each packet, in bytes. */
  sizes: Uint32Array
  /** Length of its sound. */
  samples: number
  sampleRate: number
  /** Samples of one packet, and those that the encoder has put in front. */
  frameSamples: number
  primingSamples: number
  /** What decoders need once; the same for all pieces but for their lengths. */
  config: Uint8Array
}

/** A chapter is so many pieces, one after another. One without sound gets no mark. */
export type PiecedChapter = { title: string; pieces: number }

export type FileToLayOut = {
  /** At least one, none of them empty. */
  pieces: readonly Piece[]
  chapters: readonly PiecedChapter[]
  tags: FileTags
  cover: Picture | null
}

/** The first `length` bytes of a piece's packets as they are, or all of them, turned into something else. */
export type PieceCopy = {
  piece: number
  length: number
  turn?: (packets: Uint8Array) => Iterable<Uint8Array>
}

export type FileLayout = {
  head: Uint8Array
  copies: PieceCopy[]
  /** Of the whole file. */
  bytes: number
  /** What a player tells as its length. */
  durationSeconds: number
}

/** A chapter as it is heard in the file. */
export type ChapterMark = { title: string; samples: number }

/** The marks of the chapters that have sound; `lengthOf` tells how long a piece is in this format. */
export function chapterMarks(
  { pieces, chapters }: Pick<FileToLayOut, 'pieces' | 'chapters'>,
  lengthOf: (piece: Piece) => number,
): ChapterMark[] {
  let at = 0
  return chapters
    .map(({ title, pieces: count }) => {
      const own = pieces.slice(at, (at += count))
      return { title, samples: own.reduce((sum, piece) => sum + lengthOf(piece), 0) }
    })
    .filter(({ samples }) => samples > 0)
}

/** Of codecs whose packets follow one another whole: what is put in front and behind stays. */
export const packetSamples = ({ sizes, frameSamples }: Piece): number => sizes.length * frameSamples

export const byteSum = ({ sizes }: Piece): number => {
  let sum = 0
  for (const size of sizes) sum += size
  return sum
}
