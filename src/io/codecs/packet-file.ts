// An encoded piece at rest: a small JSON header, a size for each packet, the packets.
import { crc32 } from 'node:zlib'
import { type FileHandle, open } from 'node:fs/promises'
import { closeSync, openSync, readSync } from 'node:fs'
import { joinsGroups } from '../../core/export/encoding-of.ts'
import type { EncodedPiece, Encoding } from '../../core/ports/codecs.ts'

/** What is needed to copy the packets into a file without decoding one. */
export type PacketHeader = {
  codec: Encoding['codec']
  /** Version of what has encoded it; absent before there were two. */
  engine?: string
  sampleRate: number
  /** Length of the piece's sound. */
  samples: number
  /** Of one packet. */
  frameSamples: number
  /** Samples of silence that the encoder has put in front. */
  primingSamples: number
  /** What decoders need once, in base64. */
  config: string
  packets: number
  /** Bytes of the packets, and their CRC-32. */
  bytes: number
  crc32: number
}

/** `dataStart`: where the packets begin in the file. */
export type PacketPlace = { header: PacketHeader; dataStart: number }
export type PacketFile = PacketPlace & { sizes: Uint32Array }

export const encodedPiece = (key: string, { header, dataStart }: PacketPlace): EncodedPiece => ({
  ...{ key, samples: header.samples },
  fileSamples: joinsGroups(header) ? header.samples : header.packets * header.frameSamples,
  ...{ start: dataStart, bytes: header.bytes },
})

/** `LPK1`, then the header's length in four bytes (little-endian). */
const magic = 0x314b504c
const prefixBytes = 8
/** The header is padded to a multiple of this with spaces, so that the sizes lie aligned. */
const alignment = 8
const headerLimit = 4096

/** The file's bytes, in parts to be written one after another, and what stands in it where. */
export function packetFile(
  header: Omit<PacketHeader, 'packets' | 'bytes' | 'crc32'>,
  sizes: Uint32Array,
  packets: Uint8Array,
): PacketPlace & { parts: Uint8Array[] } {
  const whole: PacketHeader = {
    ...header,
    packets: sizes.length,
    bytes: packets.length,
    crc32: crc32(packets),
  }
  const json = JSON.stringify(whole)
  const text = Buffer.from(json.padEnd(Math.ceil(json.length / alignment) * alignment))
  const prefix = Buffer.alloc(prefixBytes)
  prefix.writeUInt32LE(magic, 0)
  prefix.writeUInt32LE(text.length, 4)
  const table = new Uint8Array(sizes.buffer, sizes.byteOffset, sizes.byteLength)
  const dataStart = prefix.length + text.length + table.length
  return { header: whole, dataStart, parts: [prefix, text, table, packets] }
}

/** The header, or null when the file is no whole packet file. Reads a few kilobytes. */
export async function readPacketHeader(path: string): Promise<PacketPlace | null> {
  let file: FileHandle
  try {
    file = await open(path)
  } catch {
    return null
  }
  try {
    const { size } = await file.stat()
    const start = Buffer.alloc(headerLimit)
    const { bytesRead } = await file.read(start, 0, start.length, 0)
    const parsed = parse(start.subarray(0, bytesRead), size)
    if (parsed === null) return null
    const { header, sizesStart } = parsed
    return { header, dataStart: sizesStart + header.packets * 4 }
  } finally {
    await file.close()
  }
}

/** Header and sizes, or null as above. */
export function readPacketFile(path: string): PacketFile | null {
  let file: number
  try {
    file = openSync(path, 'r')
  } catch {
    return null
  }
  try {
    const start = Buffer.alloc(headerLimit)
    const read = readSync(file, start, 0, start.length, 0)
    const parsed = parse(start.subarray(0, read), null)
    if (parsed === null) return null
    const { header, sizesStart } = parsed
    const sizes = new Uint32Array(header.packets)
    const wanted = sizes.byteLength
    if (readSync(file, new Uint8Array(sizes.buffer), 0, wanted, sizesStart) !== wanted) return null
    return { header, sizes, dataStart: sizesStart + wanted }
  } finally {
    closeSync(file)
  }
}

function parse(
  start: Buffer,
  fileBytes: number | null,
): { header: PacketHeader; sizesStart: number } | null {
  if (start.length < prefixBytes || start.readUInt32LE(0) !== magic) return null
  const length = start.readUInt32LE(4)
  const sizesStart = prefixBytes + length
  if (length > headerLimit - prefixBytes || sizesStart > start.length) return null
  const header = JSON.parse(start.toString('utf8', prefixBytes, sizesStart)) as PacketHeader
  const whole = sizesStart + header.packets * 4 + header.bytes
  // A crash of the whole machine can leave a file shorter than what was written.
  return fileBytes === null || fileBytes === whole ? { header, sizesStart } : null
}
