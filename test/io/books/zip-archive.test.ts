// Zips: what is read of them, and what keeps a hostile one from harm.
import { describe, expect, it } from 'vitest'
import { bookLimits } from '../../../src/core/book/limits.ts'
import { defaultSettings } from '../../../src/contract/index.ts'
import { openArchive } from '../../../src/io/books/zip-archive.ts'
import { memorySource } from '../../fixtures/memory-source.ts'
import { failureOfReading } from '../../fixtures/read-all.ts'
import { zipFile } from '../../fixtures/zip-file.ts'

const archiveLimits = bookLimits(defaultSettings()).archive

const open = (bytes: Uint8Array, limits: Partial<typeof archiveLimits> = {}) =>
  openArchive(memorySource(bytes), { ...archiveLimits, ...limits })

async function textOf(bytes: Uint8Array, name: string, limits: Partial<typeof archiveLimits> = {}) {
  const archive = await open(bytes, limits)
  try {
    const chunks: Uint8Array[] = []
    for await (const chunk of archive.stream(name)) chunks.push(chunk)
    return Buffer.concat(chunks).toString()
  } finally {
    await archive.close()
  }
}
const refused = async (work: Promise<unknown>) => {
  const { code, params } = await failureOfReading(work)
  return `${code} ${params['limit'] ?? params['scheme'] ?? ''}`.trim()
}
/** Changes one 16- or 32-bit field of the first central directory record. */
function patchCentral(zip: Buffer, offset: number, value: number, size: 2 | 4 = 4): Buffer {
  const at = zip.indexOf(Buffer.from('PK\u0001\u0002', 'latin1')) + offset
  if (size === 4) zip.writeUInt32LE(value, at)
  else zip.writeUInt16LE(value, at)
  return zip
}

describe('an archive', () => {
  it('gives its entries whole, deflated or stored, in any order', async () => {
    const long = 'words and more words '.repeat(50_000)
    const zip = zipFile([
      { name: 'a.txt', bytes: long },
      { name: 'b/c.txt', bytes: 'short', stored: true },
      { name: 'empty', bytes: '' },
    ])
    const archive = await open(zip)
    expect(archive.names).toEqual(['a.txt', 'b/c.txt', 'empty'])
    expect(archive.has('b/c.txt')).toBe(true)
    await archive.close()
    expect(await textOf(zip, 'b/c.txt')).toBe('short')
    expect(await textOf(zip, 'a.txt')).toBe(long)
    expect(await textOf(zip, 'empty')).toBe('')
  })

  it('takes the first of two entries with one name, and composes names', async () => {
    const zip = zipFile([
      { name: 'e\u0301.txt', bytes: 'first' },
      { name: '\u00e9.txt', bytes: 'second' },
    ])
    expect(await textOf(zip, '\u00e9.txt')).toBe('first')
  })

  it('passes over folders and names that no book uses', async () => {
    const names = ['folder/', 'nul\u0000.txt', 'bidi\u202e.txt', 'x'.repeat(2000), 'good.txt']
    const archive = await open(zipFile(names.map((name) => ({ name, bytes: '' }))))
    expect(archive.names).toEqual(['good.txt'])
  })

  it('can be left in the middle of an entry', async () => {
    const archive = await open(zipFile([{ name: 'a', bytes: 'x'.repeat(5_000_000) }]))
    for await (const chunk of archive.stream('a')) {
      expect(chunk.length).toBeGreaterThan(0)
      break
    }
    await archive.close()
  })
})

describe('a hostile archive is refused', () => {
  const words = [{ name: 'a.txt', bytes: 'words and more words' }]

  it.each(['../a.txt', 'b/../../a.txt', '/etc/passwd', 'C:\\a.txt', '..\\a.txt'])(
    'for the name %s',
    async (name) => {
      expect(await refused(open(zipFile([{ name, bytes: 'x' }])))).toBe('book-hostile entry names')
    },
  )

  it('for too many entries, before they are listed', async () => {
    const zip = zipFile(Array.from({ length: 40 }, (_, n) => ({ name: `${n}`, bytes: '' })))
    expect(await refused(open(zip, { maxEntries: 39 }))).toBe('book-hostile number of entries')
  })

  it('for what it would unpack to', async () => {
    const zip = zipFile([{ name: 'a.txt', bytes: 'a'.repeat(12 * 1024 ** 2) }])
    expect(await refused(open(zip))).toBe('book-hostile compression ratio')
    expect(await refused(open(zip, { maxTotalBytes: 1000 }))).toBe('book-hostile unpacked size')
    expect(await refused(textOf(zip, 'a.txt', { maxRatio: 1e9, maxEntryBytes: 1000 }))).toBe(
      'book-hostile entry size',
    )
  })

  it('for a size that lies', async () => {
    const zip = patchCentral(zipFile([{ name: 'a.txt', bytes: 'a'.repeat(100_000) }]), 24, 50)
    expect(await refused(textOf(zip, 'a.txt'))).toBe('book-damaged')
  })

  it('for entries that lie on each other', async () => {
    const zip = zipFile([
      { name: 'a.txt', bytes: 'words and more words', stored: true },
      { name: 'b.txt', bytes: 'words and more words', stored: true },
    ])
    const second = zip.lastIndexOf(Buffer.from('PK\u0001\u0002', 'latin1'))
    zip.writeUInt32LE(0, second + 42)
    expect(await refused(open(zip))).toBe('book-hostile overlapping entries')
  })

  it('for a password', async () => {
    expect(await refused(textOf(patchCentral(zipFile(words), 8, 0x0801, 2), 'a.txt'))).toBe(
      'book-protected a zip password',
    )
  })
})

describe('a damaged archive is called so', () => {
  const whole = zipFile([{ name: 'a.txt', bytes: 'words and more words' }])

  it('wherever it is cut', async () => {
    for (let length = 4; length < whole.length; length += 7)
      expect(await refused(open(whole.subarray(0, length)))).toBe('book-damaged')
  })

  it('when a checksum does not fit', async () => {
    const zip = patchCentral(Buffer.from(whole), 16, 0x12345678)
    expect(await refused(textOf(zip, 'a.txt'))).toBe('book-damaged')
  })

  it('when its method is unknown or its data is not deflated', async () => {
    expect(await refused(textOf(patchCentral(Buffer.from(whole), 10, 12, 2), 'a.txt'))).toBe(
      'book-damaged',
    )
    const zip = Buffer.from(whole)
    zip.fill(0xff, 35, 45)
    expect(await refused(textOf(zip, 'a.txt'))).toBe('book-damaged')
  })
})
