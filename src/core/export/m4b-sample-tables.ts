// The tables that say how large samples are and where they lie: stsz, stsc, stco or co64.
import { fullBox, isLong, type Part, u32, u32Table, u64Table } from './bytes.ts'

/** Samples lie end to end from `start`; a chunk is `perChunk` of them. */
export type ChunkPlan = { start: number; perChunk: number; sizes: Uint32Array }

export const sampleSizes = (sizes: Uint32Array): Part =>
  fullBox('stsz', 0, 0, u32(0, sizes.length), u32Table(sizes))

/**
 * 32-bit offsets as long as they reach: some players refuse a file that has only the 64-bit table. The box's
 * length does not depend on `start` unless 4 GB are crossed.
 */
export function chunkOffsets({ start, perChunk, sizes }: ChunkPlan): Part {
  const chunks = Math.ceil(sizes.length / perChunk)
  const offsets = new Float64Array(chunks)
  let at = start
  for (let index = 0; index < sizes.length; index++) {
    if (index % perChunk === 0) offsets[index / perChunk] = at
    at += sizes[index] ?? 0
  }
  const whole = Math.floor(sizes.length / perChunk)
  const rest = sizes.length % perChunk
  const runs: number[][] = []
  if (whole > 0) runs.push([1, perChunk, 1])
  if (rest > 0) runs.push([whole + 1, rest, 1])
  const runTable = fullBox('stsc', 0, 0, u32(runs.length), u32(...runs.flat()))
  if (isLong(at)) return [runTable, fullBox('co64', 0, 0, u32(chunks), u64Table(offsets))]
  return [runTable, fullBox('stco', 0, 0, u32(chunks), u32Table(offsets))]
}
