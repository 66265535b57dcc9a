// How groups that were encoded alone become one stream without drift: which packets stay, and where.
import { invariant } from '../base/invariant.ts'

/** What is known of one encoded group: a size for each packet, in bytes. */
export type PacketGroup = {
  sizes: Uint32Array
  /** Length of the group's sound; a multiple of the frame. */
  samples: number
}

/** Bytes of one group's packets, to be copied one group after another. */
export type PacketRange = { group: number; length: number }

export type PacketLayout = {
  /** Sizes of all packets that stay, in order. */
  sizes: Uint32Array
  ranges: PacketRange[]
  /** Sum of the sizes, and the largest. */
  bytes: number
  largest: number
  /** Length of what is heard, priming not counted. */
  samples: number
}

/**
 * An encoder puts `primingSamples` of nothing in front, so a group of N frames has N + P packets.
 * One stream may have P only once: every group but the last loses its last P packets. They hold the
 * fade-out of a frame whose successor they do not know; the next group's first packets stand in their
 * place and hold the fade-in of its first frame, so that sound may begin on the first sample of a group
 * while its last P samples must be silence. (Dropping the first packets of the later groups gives the
 * same length but wants the silence in front, where we have speech.)
 * The presented timeline is the sum of the groups' samples, exactly.
 */
export function layOutPackets(
  groups: readonly PacketGroup[],
  frameSamples: number,
  primingSamples: number,
): PacketLayout {
  const priming = primingSamples / frameSamples
  invariant(Number.isInteger(priming), 'priming is whole frames')
  const last = groups.findLastIndex(({ samples }) => samples > 0)
  let count = 0
  for (const [index, { sizes, samples }] of groups.entries()) {
    if (samples === 0) continue
    const frames = samples / frameSamples
    invariant(Number.isInteger(frames), 'a group is whole frames')
    invariant(sizes.length === frames + priming, 'a group has a packet a frame and its priming')
    count += index === last ? sizes.length : frames
  }
  const layout: PacketLayout = {
    sizes: new Uint32Array(count),
    ranges: [],
    bytes: 0,
    largest: 0,
    samples: 0,
  }
  let at = 0
  for (const [index, { sizes, samples }] of groups.entries()) {
    if (samples === 0) continue
    const kept = index === last ? sizes.length : sizes.length - priming
    let length = 0
    for (let packet = 0; packet < kept; packet++) {
      const size = sizes[packet] as number
      layout.sizes[at++] = size
      length += size
      if (size > layout.largest) layout.largest = size
    }
    layout.ranges.push({ group: index, length })
    layout.bytes += length
    layout.samples += samples
  }
  return layout
}
