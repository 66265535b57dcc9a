// The metadata of an ONNX model, read without reading the model: its graph is skipped by its length.
import type { FileHandle } from 'node:fs/promises'
import { open } from 'node:fs/promises'

/** Fields of ModelProto, onnx.proto3. */
const graphField = 7
const metadataField = 14

/** Metadata is names and numbers; more than that is no metadata. */
const longestEntry = 1024 * 1024
const mostEntries = 1000

export type OnnxFacts = { metadata: Map<string, string>; bytes: number }

/** What is wrong with the file, in words; the model itself is not looked at. */
export class OnnxError extends Error {}

/**
 * Walks the top level of the file, with a few small reads whatever its size. Throws OnnxError for
 * what is no whole ONNX model, and what the file system throws.
 */
export async function readOnnxMetadata(path: string): Promise<OnnxFacts> {
  const file = await open(path, 'r')
  try {
    const { size } = await file.stat()
    if (size === 0) throw new OnnxError('the model is empty')
    return { metadata: await walk(file, size), bytes: size }
  } finally {
    await file.close()
  }
}

async function walk(file: FileHandle, size: number): Promise<Map<string, string>> {
  const metadata = new Map<string, string>()
  let hasGraph = false
  let at = 0
  while (at < size) {
    const head = await readRange(file, at, Math.min(20, size - at))
    const tag = readVarint(head, 0)
    const kind = tag.value & 7
    const field = tag.value >>> 3
    if (field === 0) throw new OnnxError('the model is no ONNX file')
    if (kind === 0) at += readVarint(head, tag.next).next
    else if (kind === 5) at += tag.next + 4
    else if (kind === 1) at += tag.next + 8
    else if (kind === 2) {
      const length = readVarint(head, tag.next)
      const start = at + length.next
      at = start + length.value
      if (at > size) throw new OnnxError(hasGraph || field === graphField ? cutShort : notOnnx)
      if (field === graphField) hasGraph = true
      if (field !== metadataField) continue
      if (length.value > longestEntry || metadata.size >= mostEntries) throw new OnnxError(notOnnx)
      const [key, value] = readEntry(await readRange(file, start, length.value))
      metadata.set(key, value)
    } else throw new OnnxError(notOnnx)
  }
  if (at > size) throw new OnnxError(cutShort)
  if (!hasGraph) throw new OnnxError(notOnnx)
  return metadata
}

const notOnnx = 'the model is no ONNX file'
const cutShort = 'the model is cut short'

async function readRange(file: FileHandle, offset: number, length: number): Promise<Uint8Array> {
  const bytes = new Uint8Array(length)
  const { bytesRead } = await file.read(bytes, 0, length, offset)
  return bytes.subarray(0, bytesRead)
}

/** Values above 2^53 lose their lowest bits, which no length or tag has. */
function readVarint(bytes: Uint8Array, from: number): { value: number; next: number } {
  let value = 0
  for (let index = 0; index < 10; index += 1) {
    const byte = bytes[from + index]
    if (byte === undefined) break
    value += (byte & 127) * 2 ** (7 * index)
    if (byte < 128) return { value, next: from + index + 1 }
  }
  throw new OnnxError(notOnnx)
}

/** StringStringEntryProto: 1 is the key, 2 the value. */
function readEntry(bytes: Uint8Array): [string, string] {
  const texts = ['', '']
  let at = 0
  while (at < bytes.length) {
    const tag = readVarint(bytes, at)
    if ((tag.value & 7) !== 2) throw new OnnxError(notOnnx)
    const length = readVarint(bytes, tag.next)
    at = length.next + length.value
    texts[(tag.value >>> 3) - 1] = Buffer.from(bytes.subarray(length.next, at)).toString('utf8')
  }
  return [texts[0] ?? '', texts[1] ?? '']
}

/**
 * Bytes that add metadata when they are appended to a model: a repeated field may continue anywhere
 * in its message, so nothing has to be written anew.
 */
export function encodeMetadata(metadata: Readonly<Record<string, string>>): Uint8Array {
  const field = (number: number, content: Uint8Array): Buffer =>
    Buffer.concat([varint(number * 8 + 2), varint(content.length), content])
  return Buffer.concat(
    Object.entries(metadata).map(([key, value]) =>
      field(
        metadataField,
        Buffer.concat([field(1, Buffer.from(key)), field(2, Buffer.from(value))]),
      ),
    ),
  )
}

function varint(value: number): Uint8Array {
  const bytes: number[] = []
  let rest = value
  while (rest > 127) {
    bytes.push((rest & 127) | 128)
    rest >>>= 7
  }
  return Uint8Array.from([...bytes, rest])
}
