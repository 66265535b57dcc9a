// The files in a bundle for a report, as text.
import { openFileSource } from '../../src/io/books/file-source.ts'
import { openArchive } from '../../src/io/books/zip-archive.ts'

export async function unpacked(path: string): Promise<Map<string, string>> {
  const files = new Map<string, string>()
  const source = await openFileSource(path, { maxFileBytes: 1e8, readChunkBytes: 65_536 })
  const archive = await openArchive(source, {
    ...{ maxEntries: 100, maxTotalBytes: 1e8, maxEntryBytes: 1e8, maxRatio: 1000 },
    ratioFromBytes: 1e8,
  })
  for (const name of archive.names) {
    const chunks: Uint8Array[] = []
    for await (const chunk of archive.stream(name)) chunks.push(chunk)
    files.set(name, Buffer.concat(chunks).toString('utf8'))
  }
  await archive.close()
  await source.close()
  return files
}
