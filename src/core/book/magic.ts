// What a file is by its first bytes: a table, to name what is no book and what is none yet.
import type { Cover } from '../../contract/index.ts'
import type { ByteFormat } from './reader.ts'
import { readPrologue } from './prologue.ts'

export type Kind =
  | { known: 'bytes'; format: ByteFormat }
  /** One of several kinds; its directory tells which. */
  | { known: 'compound' }
  | { known: 'book'; format: string }
  | { known: 'other'; kind: string }

type Row = [offset: number, bytes: string, kind: Kind]

const other = (kind: string): Kind => ({ known: 'other', kind })
const book = (format: string): Kind => ({ known: 'book', format })

/** Bytes as Latin-1; the first row that fits counts. */
const rows: Row[] = [
  [0, '{\\rtf', { known: 'bytes', format: 'rtf' }],
  [0, '\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1', { known: 'compound' }],
  [60, 'BOOKMOBI', { known: 'bytes', format: 'mobi' }],
  [60, 'TEXtREAd', book('a PalmDOC book')],
  [0, 'ITOLITLS', book('a Microsoft Reader book (LIT)')],
  [0, 'ITSF', book('a compiled help file (CHM)')],
  [0, 'AT&TFORM', book('a DjVu document')],
  [0, '%!PS', book('a PostScript document')],
  [0, '\xff\xd8\xff', other('a JPEG picture')],
  [0, '\x89PNG\r\n', other('a PNG picture')],
  [0, 'GIF8', other('a GIF picture')],
  [8, 'WEBP', other('a WebP picture')],
  [8, 'WAVE', other('a sound file')],
  [8, 'AVI ', other('a video')],
  [0, 'II*\0', other('a TIFF picture')],
  [0, 'MM\0*', other('a TIFF picture')],
  [0, '8BPS', other('a Photoshop picture')],
  [4, 'ftypheic', other('a HEIC picture')],
  [4, 'ftypavif', other('an AVIF picture')],
  [4, 'ftypM4A', other('a sound file')],
  [4, 'ftypM4B', other('an audiobook')],
  [4, 'ftyp', other('a video')],
  [0, 'ID3', other('a sound file')],
  [0, '\xff\xfb', other('a sound file')],
  [0, '\xff\xf3', other('a sound file')],
  [0, '\xff\xf1', other('a sound file')],
  [0, 'OggS', other('a sound file')],
  [0, 'fLaC', other('a sound file')],
  [0, '\x1a\x45\xdf\xa3', other('a video')],
  [0, '\x7fELF', other('a program')],
  [0, '\xcf\xfa\xed\xfe', other('a program')],
  [0, '\xca\xfe\xba\xbe', other('a program')],
  [0, '\0asm', other('a program')],
  [0, '7z\xbc\xaf', other('a 7-Zip archive')],
  [0, 'Rar!\x1a\x07', other('a RAR archive')],
  [0, '\x1f\x8b', other('a gzip archive')],
  [0, 'BZh', other('a bzip2 archive')],
  [0, '\xfd7zXZ', other('an xz archive')],
  [0, '\x28\xb5\x2f\xfd', other('a zstd archive')],
  [257, 'ustar', other('a tar archive')],
  [0, 'SQLite format 3', other('a database')],
  [0, 'wOFF', other('a font')],
  [0, 'wOF2', other('a font')],
  [0, 'OTTO', other('a font')],
  [0, '\0\x01\0\0\0', other('a font')],
]

const at = (bytes: Uint8Array, offset: number, text: string): boolean => {
  if (bytes.length < offset + text.length) return false
  for (let index = 0; index < text.length; index++)
    if (bytes[offset + index] !== text.charCodeAt(index)) return false
  return true
}

export const startsWith = (bytes: Uint8Array, text: string): boolean => at(bytes, 0, text)

/** The kind of a file that is not text; null for what no row fits. */
export function kindOfBytes(bytes: Uint8Array): Kind | null {
  const row = rows.find(([offset, text]) => at(bytes, offset, text))
  if (row) return row[2]
  // Two letters alone would catch a book that begins with them.
  if (at(bytes, 0, 'MZ') && bytes.includes(0)) return other('a program')
  if (at(bytes, 0, 'BM') && bytes.subarray(0, 16).includes(0)) return other('a bitmap picture')
  return null
}

/** Junk may stand before it, but no more than this. */
export function isPdf(bytes: Uint8Array): boolean {
  for (let index = 0; index < Math.min(1024, bytes.length - 5); index++)
    if (bytes[index] === 0x25 && at(bytes, index, '%PDF-')) return true
  return false
}

/** The type of an image that may be a cover; null for any other. */
export function imageType(bytes: Uint8Array): Cover['mediaType'] | null {
  if (at(bytes, 0, '\xff\xd8\xff')) return 'image/jpeg'
  if (at(bytes, 0, '\x89PNG\r\n\x1a\n')) return 'image/png'
  if (at(bytes, 0, 'GIF8')) return 'image/gif'
  if (at(bytes, 0, 'RIFF') && at(bytes, 8, 'WEBP')) return 'image/webp'
  const head = new TextDecoder().decode(bytes.subarray(0, 4096))
  return readPrologue(head).root === 'svg' ? 'image/svg+xml' : null
}
