// Ogg pages (RFC 3533 §6): packets in segments of up to 255 bytes, under a checksum.
import { invariant } from '../base/invariant.ts'
import { join, utf8 } from './bytes.ts'
import { oggChecksum } from './checksums.ts'
import { u32le, u64le } from './little-endian.ts'

const headerBytes = 27
const segmentBytes = 255
const mostSegments = 255
const checksumAt = 22

/** A packet's segments: the last one is shorter than 255 bytes, or empty. */
const segmentsOf = (size: number): number => Math.floor(size / segmentBytes) + 1

const fullSegments = (count: number): number[] => Array.from({ length: count }, () => segmentBytes)

/** What a page of such packets takes beside them. */
export const pageOverhead = (sizes: Uint32Array): number =>
  sizes.reduce((sum, size) => sum + segmentsOf(size), headerBytes)

export type PageToMake = {
  serial: number
  page: number
  /** 1: goes on with a packet of the page before · 2: the first of its stream · 4: the last. */
  flags: number
  /** The codec's time at the end of the last packet that ends here; -1 when none does. */
  granule: number
  packets: readonly Uint8Array[]
}

/** A page of whole packets. */
export function oggPage(page: PageToMake): Uint8Array {
  const lacing = page.packets.flatMap(({ length }) => [
    ...fullSegments(segmentsOf(length) - 1),
    length % segmentBytes,
  ])
  return layPage(page, lacing, join(page.packets))
}

/** Pages of one packet that may be longer than a page can be. */
export function* pagesOf(
  packet: Uint8Array,
  { serial, page }: { serial: number; page: number },
): Generator<Uint8Array> {
  const perPage = mostSegments * segmentBytes
  const count = Math.ceil(segmentsOf(packet.length) / mostSegments)
  for (let index = 0; index < count; index++) {
    const isLast = index === count - 1
    const body = packet.subarray(index * perPage, (index + 1) * perPage)
    const full = isLast ? Math.floor(body.length / segmentBytes) : mostSegments
    const lacing = fullSegments(full)
    if (isLast) lacing.push(body.length % segmentBytes)
    const flags = index === 0 ? 0 : 1
    yield layPage({ serial, page: page + index, flags, granule: isLast ? 0 : -1 }, lacing, body)
  }
}

function layPage(
  { serial, page, flags, granule }: Omit<PageToMake, 'packets'>,
  lacing: readonly number[],
  body: Uint8Array,
): Uint8Array {
  invariant(lacing.length <= mostSegments, 'a page has at most 255 segments')
  const bytes = join(
    utf8('OggS'),
    Uint8Array.of(0, flags),
    u64le(granule),
    u32le(serial, page, 0),
    Uint8Array.of(lacing.length, ...lacing),
    body,
  )
  bytes.set(u32le(oggChecksum(bytes)), checksumAt)
  return bytes
}
