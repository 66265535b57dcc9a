// A spoken sound as it crosses: its FLAC behind what its maker says of it.
import { createHash } from 'node:crypto'
import { z } from 'zod'
import { Analysis } from '../../contract/index.ts'

const Said = z.object({
  /** Who made it. */
  worker: z.string().max(100),
  /** SHA-256 of the FLAC, against a line that damages. */
  digest: z.string(),
  /** Of the samples; the studio finds it again by itself. */
  audioDigest: z.string(),
  analysis: Analysis,
  analysisVersion: z.number().int(),
})
export type SaidOfSound = Omit<z.infer<typeof Said>, 'digest'>

/** A segment is minutes at most; what is longer is no answer. */
export const longestSoundBytes = 64 * 1024 * 1024
const headBytes = 4
const longestSaid = 64 * 1024

const sha256 = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex')

export function packSound(said: SaidOfSound, flac: Uint8Array): Buffer {
  const text = Buffer.from(JSON.stringify({ ...said, digest: sha256(flac) }))
  const head = Buffer.alloc(headBytes)
  head.writeUInt32BE(text.length)
  return Buffer.concat([head, text, flac])
}

/** Its two halves, as far as there are two. */
function halvesOf(packed: Buffer): { said: unknown; flac: Buffer } | null {
  if (packed.length < headBytes || packed.length > longestSoundBytes) return null
  const length = packed.readUInt32BE(0)
  if (length > longestSaid || headBytes + length >= packed.length) return null
  try {
    const said = JSON.parse(packed.subarray(headBytes, headBytes + length).toString('utf8'))
    return { said, flac: packed.subarray(headBytes + length) }
  } catch {
    return null
  }
}

/** Null for what is no sound of ours, is too long, or did not come whole. */
export function unpackSound(packed: Buffer): { said: SaidOfSound; flac: Buffer } | null {
  const halves = halvesOf(packed)
  const said = Said.safeParse(halves?.said).data
  if (!halves || !said || halves.flac.subarray(0, 4).toString('latin1') !== 'fLaC') return null
  return sha256(halves.flac) === said.digest ? { said, flac: halves.flac } : null
}

/** Who says that it made this, though it be no sound; null where nobody does. */
export const makerOf = (packed: Buffer): string | null =>
  Said.pick({ worker: true }).safeParse(halvesOf(packed)?.said).data?.worker ?? null
