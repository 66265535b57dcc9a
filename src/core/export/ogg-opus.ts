// An Ogg Opus of pieces that were encoded alone (RFC 7845): one stream, chapters and cover in its comments.
import { join, utf8 } from './bytes.ts'
import {
  chapterMarks,
  packetSamples,
  type FileLayout,
  type FileToLayOut,
  type Piece,
} from './file-layout.ts'
import { playableCover } from './file-tags.ts'
import { oggPage, pagesOf, pageOverhead } from './ogg-pages.ts'
import { pictureBlock, vorbisComments } from './vorbis-comments.ts'

/** Opus counts at this rate whatever was given to it. */
const clockRate = 48_000
/** One stream a file: its number only has to be the same on every page. */
const serial = 0x4c454354
/** Packets of up to 1,275 bytes: never more than the 255 segments of a page. */
const packetsPerPage = 40

export function layOutOpus(
  { pieces, chapters, tags, cover }: FileToLayOut,
  base64: (bytes: Uint8Array) => string,
): FileLayout {
  const [first] = pieces
  const { sampleRate = clockRate, config = new Uint8Array(0) } = first ?? {}
  const toClock = (samples: number) => Math.round((samples * clockRate) / sampleRate)
  const marks = chapterMarks({ pieces, chapters }, packetSamples)
  const picture = playableCover(cover)
  const more = picture ? ([['METADATA_BLOCK_PICTURE', base64(pictureBlock(picture))]] as const) : []
  const comments = join(utf8('OpusTags'), vorbisComments(tags, { marks, sampleRate }, more))
  const heads = [
    oggPage({ serial, page: 0, flags: 2, granule: 0, packets: [config] }),
    ...pagesOf(comments, { serial, page: 1 }),
  ]
  const head = join(heads)

  const last = pieces.length - 1
  const preSkip =
    config.length >= 12 ? new DataView(config.buffer, config.byteOffset).getUint16(10, true) : 0
  let page = heads.length
  let before = 0
  let bytes = head.length
  let heard = 0
  const copies = pieces.map((piece, index) => {
    const place = { page, before: toClock(before), frame: toClock(piece.frameSamples) }
    // What the encoder has put behind the last sound is not heard.
    const end = index === last ? preSkip + toClock(before + piece.samples) : null
    before += packetSamples(piece)
    if (end !== null) heard = end - preSkip
    page += Math.ceil(piece.sizes.length / packetsPerPage)
    const length = pagedBytes(piece)
    bytes += length
    return {
      piece: index,
      length,
      turn: (packets: Uint8Array) => paged(piece, packets, place, end),
    }
  })
  return { head, copies, bytes, durationSeconds: heard / clockRate }
}

function* paged(
  { sizes }: Piece,
  packets: Uint8Array,
  { page, before, frame }: { page: number; before: number; frame: number },
  end: number | null,
): Generator<Uint8Array> {
  let at = 0
  for (let from = 0; from < sizes.length; from += packetsPerPage) {
    const to = Math.min(sizes.length, from + packetsPerPage)
    const own: Uint8Array[] = []
    for (const size of sizes.subarray(from, to)) own.push(packets.subarray(at, (at += size)))
    const isLast = end !== null && to === sizes.length
    const granule = isLast ? end : before + to * frame
    const number = page + from / packetsPerPage
    yield oggPage({ serial, page: number, flags: isLast ? 4 : 0, granule, packets: own })
  }
}

function pagedBytes({ sizes }: Piece): number {
  let bytes = 0
  for (let from = 0; from < sizes.length; from += packetsPerPage)
    bytes += pageOverhead(sizes.subarray(from, from + packetsPerPage))
  for (const size of sizes) bytes += size
  return bytes
}
