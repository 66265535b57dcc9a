// What kind of book a file is, by its content and never by its name; names what it is when it is none.
import { fail } from '../base/failure-error.ts'
import type { Archive, ByteSource } from '../ports/books.ts'
import { bookInside } from './book-inside.ts'
import { kindOfCompound } from './compound-file.ts'
import { bookEntry } from './fb2/fb2-book.ts'
import { isPdf, kindOfBytes, startsWith } from './magic.ts'
import { readPrologue } from './prologue.ts'
import type { ArchiveFormat, ReadDependencies, SniffedBook } from './reader.ts'
import { detectEncoding } from './text-encoding.ts'
import { sniffText } from './sniff-text.ts'

/** Enough for every signature and for telling text kinds and encodings. */
const sampleBytes = 256 * 1024

type Opening = Pick<ReadDependencies, 'openArchive' | 'limits' | 'speakers'>

/** Fails with `file-empty`, `not-a-book`, `format-not-yet`, `book-damaged`, `book-protected`. */
export async function sniff(source: ByteSource, how: Opening): Promise<SniffedBook> {
  const { name } = source
  if (source.size === 0) throw fail('file-empty', { name })
  const sample = await source.read(0, Math.min(sampleBytes, source.size))
  if (how.speakers)
    return { format: 'script', sample, encoding: { label: 'utf-8', guessed: false } }
  if (startsWith(sample, 'PK')) return sniffZip(source, how, 'zip')
  if (isPdf(sample)) return { format: 'pdf', bytes: true }
  const kind = kindOfBytes(sample)
  if (kind?.known === 'bytes') return { format: kind.format, bytes: true }
  if (kind?.known === 'compound') throw await compoundFailure(source)
  if (kind?.known === 'book') throw fail('format-not-yet', { name, format: kind.format })
  if (kind?.known === 'other') throw fail('not-a-book', { name, kind: kind.kind })
  const text = await sniffText(sample)
  if (text.known === 'text') return { format: text.format, sample, encoding: text.encoding }
  if (text.known === 'blank') throw fail('book-without-text', { name })
  if (text.known === 'book') throw fail('format-not-yet', { name, format: text.format })
  // Junk may stand before a zip; its directory is at the end.
  if (text.known === 'binary' && (await endsAsZip(source))) return sniffZip(source, how, 'junk')
  throw fail('not-a-book', { name, kind: text.known === 'other' ? text.kind : 'binary data' })
}

async function compoundFailure(source: ByteSource): Promise<Error> {
  const { name } = source
  const kind = await kindOfCompound(source)
  if (kind === 'encrypted') return fail('book-protected', { name, scheme: 'an Office password' })
  if (kind === 'word') return fail('format-not-yet', { name, format: 'an old Word document (DOC)' })
  return fail('not-a-book', { name, kind: kind === 'other' ? 'an Office file' : `a ${kind}` })
}

async function endsAsZip(source: ByteSource): Promise<boolean> {
  const length = Math.min(source.size, 66 * 1024)
  const tail = await source.read(source.size - length, length)
  for (let at = tail.length - 22; at >= 0; at--)
    if (tail[at] === 0x50 && tail[at + 1] === 0x4b && tail[at + 2] === 5 && tail[at + 3] === 6)
      return true
  return false
}

async function sniffZip(
  source: ByteSource,
  { openArchive, limits }: Opening,
  whole: 'zip' | 'junk',
): Promise<SniffedBook> {
  const { name } = source
  const archive = await openArchive(source, limits.archive)
  try {
    const kind = await kindOfArchive(archive)
    if (kind.known === 'archive') return { format: kind.format, archive }
    if (kind.known === 'book') throw fail('format-not-yet', { name, format: kind.format })
    if (whole === 'junk') throw fail('not-a-book', { name, kind: 'binary data' })
    const inside = bookInside(archive.names)
    throw fail('not-a-book', { name, kind: kind.kind, ...(inside !== null && { inside }) })
  } catch (error) {
    await archive.close()
    throw error
  }
}

type ArchiveKind =
  | { known: 'archive'; format: ArchiveFormat }
  | { known: 'book'; format: string }
  | { known: 'other'; kind: string }

const asArchive = (format: ArchiveFormat): ArchiveKind => ({ known: 'archive', format })

async function kindOfArchive(archive: Archive): Promise<ArchiveKind> {
  const names = archive.names
  const mimetype = await shortText(archive, 'mimetype')
  if (mimetype.startsWith('application/epub+zip') || archive.has('META-INF/container.xml'))
    return asArchive('epub')
  if (mimetype.includes('opendocument.text')) return asArchive('odt')
  if (mimetype.includes('opendocument')) return { known: 'other', kind: 'an OpenDocument file' }
  const any = (pattern: RegExp) => names.some((each) => pattern.test(each))
  if (any(/\.opf$/i)) return asArchive('epub')
  if (archive.has('[Content_Types].xml')) {
    if (any(/^xl\//)) return { known: 'other', kind: 'a spreadsheet' }
    if (any(/^ppt\//)) return { known: 'other', kind: 'a presentation' }
    if (any(/^visio\/|\.(?:nuspec|fpage|model)$/i)) return { known: 'other', kind: 'a zip archive' }
    return asArchive('docx')
  }
  if (any(/^Index\/Document\.iwa$/)) return { known: 'book', format: 'a Pages document' }
  if (await holdsFictionBook(archive)) return asArchive('fb2')
  const pictures = names.filter((each) => /\.(?:jpe?g|png|gif|webp)$/i.test(each))
  if (pictures.length > 0 && pictures.length >= names.length - 1)
    return { known: 'other', kind: 'an archive of pictures' }
  return { known: 'other', kind: 'a zip archive' }
}

/** What may lie beside a zipped book. */
const beside = /\.(?:txt|nfo|diz|url|html?|jpe?g|png)$|^__MACOSX\//i

/** Exactly one, told by its root element, and nothing else of interest. */
async function holdsFictionBook(archive: Archive): Promise<boolean> {
  const name = bookEntry(archive)
  if (name === null || archive.names.some((each) => each !== name && !beside.test(each)))
    return false
  for await (const chunk of archive.stream(name)) {
    const { label } = await detectEncoding(chunk)
    return readPrologue(new TextDecoder(label).decode(chunk)).root === 'fictionbook'
  }
  return false
}

async function shortText(archive: Archive, name: string): Promise<string> {
  if (!archive.has(name)) return ''
  const decoder = new TextDecoder()
  for await (const chunk of archive.stream(name))
    return decoder.decode(chunk.subarray(0, 200)).trim()
  return ''
}
