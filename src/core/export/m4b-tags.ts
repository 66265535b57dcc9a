// The tags of an M4B as iTunes wrote them first: title, authors, narrator, cover, gapless playback.
import { fileTitle, playableCover } from './file-tags.ts'
import type { FileTags } from '../ports/codecs.ts'
import type { Picture } from '../ports/projects.ts'
import { box, bytes, fullBox, type Part, u16, u32, utf8, zeros } from './bytes.ts'

/** For players that count samples themselves: what to skip in front and behind, and the true length. */
export type Gapless = { primingSamples: number; remainderSamples: number; samples: number }

const dataKinds = { binary: 0, text: 1, jpeg: 13, png: 14, integer: 21 }

const item = (type: string, kind: keyof typeof dataKinds, value: Uint8Array): Part =>
  box(type, box('data', u32(dataKinds[kind], 0), value))
const text = (type: string, value: string): Part => (value ? item(type, 'text', utf8(value)) : [])

const freeForm = (name: string, value: string): Part =>
  box(
    '----',
    fullBox('mean', 0, 0, utf8('com.apple.iTunes')),
    fullBox('name', 0, 0, utf8(name)),
    box('data', u32(dataKinds.text, 0), utf8(value)),
  )

/** Only JPEG and PNG may stand in a `covr`. */
function coverItem(given: Picture | null): Part {
  const cover = playableCover(given)
  return cover ? item('covr', cover.mediaType === 'image/png' ? 'png' : 'jpeg', cover.bytes) : []
}

function gaplessItem({ primingSamples, remainderSamples, samples }: Gapless): Part {
  const hex = (value: number, digits: number) =>
    value.toString(16).toUpperCase().padStart(digits, '0')
  const words = [0, primingSamples, remainderSamples].map((value) => hex(value, 8))
  const rest = Array.from({ length: 8 }, () => hex(0, 8))
  return freeForm('iTunSMPB', ['', ...words, hex(samples, 16), ...rest].join(' '))
}

const seriesName = ({ series, seriesPart }: FileTags): string =>
  [series, seriesPart].filter(Boolean).join(' ')

/** The `meta` box with all tags; goes into `udta`. */
export function tagsBox(tags: FileTags, cover: Picture | null, gapless: Gapless): Part {
  const authors = tags.authors.join(', ')
  const handler = fullBox('hdlr', 0, 0, zeros(4), utf8('mdirappl'), zeros(9))
  return fullBox(
    'meta',
    0,
    0,
    handler,
    box(
      'ilst',
      text('©nam', fileTitle(tags)),
      text('©ART', authors),
      text('aART', authors),
      text('©alb', tags.title),
      // Players show the composer as the narrator; ©nrt is what says so.
      text('©wrt', tags.narrator),
      text('©nrt', tags.narrator),
      text('©gen', 'Audiobook'),
      text('©too', 'Lectern'),
      // Media kind 2 is an audiobook: players keep its place.
      item('stik', 'integer', bytes(2)),
      item('pgap', 'integer', bytes(1)),
      text('©day', tags.year ?? ''),
      text('©pub', tags.publisher ?? ''),
      text('desc', tags.description ?? ''),
      text('©grp', seriesName(tags)),
      tags.series ? freeForm('SERIES', tags.series) : [],
      tags.seriesPart ? freeForm('SERIES-PART', tags.seriesPart) : [],
      item('trkn', 'binary', u16(0, tags.part?.number ?? 1, tags.part?.of ?? 1, 0)),
      coverItem(cover),
      gaplessItem(gapless),
    ),
  )
}
