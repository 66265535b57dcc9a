// Microsoft's compound files: old Word documents, encrypted new ones and others; told by their directory.
import type { ByteSource } from '../ports/books.ts'

const endOfChain = 0xffff_fffa
/** Directories of real documents take a few sectors. */
const maxSectors = 64
const entryBytes = 128

const numberAt = (bytes: Uint8Array, at: number): number =>
  ((bytes[at] ?? 0) |
    ((bytes[at + 1] ?? 0) << 8) |
    ((bytes[at + 2] ?? 0) << 16) |
    ((bytes[at + 3] ?? 0) << 24)) >>>
  0

/** Names in the directory, as far as it can be followed. */
async function directoryOf(source: ByteSource): Promise<string[]> {
  const header = await source.read(0, 512)
  const shift = header[30] === 12 ? 12 : 9
  const size = 1 << shift
  const sector = (number: number) => source.read((number + 1) * size, size)
  const names: string[] = []
  const decoder = new TextDecoder('utf-16le')
  let number = numberAt(header, 48)
  for (let step = 0; step < maxSectors && number < endOfChain; step++) {
    const bytes = await sector(number)
    for (let at = 0; at + entryBytes <= bytes.length; at += entryBytes) {
      const length = Math.min(64, (bytes[at + 64] ?? 0) | ((bytes[at + 65] ?? 0) << 8))
      if (length > 2) names.push(decoder.decode(bytes.subarray(at, at + length - 2)))
    }
    // The next one stands in the table whose sectors the header lists.
    const perSector = size / 4
    const table = Math.floor(number / perSector)
    if (table >= 109) break
    const place = numberAt(header, 76 + table * 4)
    if (place >= endOfChain) break
    number = numberAt(await sector(place), (number % perSector) * 4)
  }
  return names
}

export type CompoundKind = 'encrypted' | 'word' | 'spreadsheet' | 'presentation' | 'other'

/** What a compound file is. */
export async function kindOfCompound(source: ByteSource): Promise<CompoundKind> {
  const names = new Set(await directoryOf(source))
  if (names.has('EncryptedPackage') || names.has('EncryptionInfo')) return 'encrypted'
  if (names.has('WordDocument')) return 'word'
  if (names.has('Workbook') || names.has('Book')) return 'spreadsheet'
  return names.has('PowerPoint Document') ? 'presentation' : 'other'
}
