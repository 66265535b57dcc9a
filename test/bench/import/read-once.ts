// A process that reads one document once, by us or by mammoth, and says what that cost after its start.
import mammoth from 'mammoth'
import { defaultSettings } from '../../../src/contract/index.ts'
import { bookLimits } from '../../../src/core/book/limits.ts'
import { readBook } from '../../../src/core/book/read-book.ts'
import { openFileSource } from '../../../src/io/books/file-source.ts'
import { openPdf } from '../../../src/io/books/pdf/pdf-file.ts'
import { openArchive } from '../../../src/io/books/zip-archive.ts'

async function readByUs(path: string): Promise<void> {
  const settings = defaultSettings()
  const source = await openFileSource(path, settings)
  const digest = () => source.digest()
  const { readChunkBytes } = settings
  const limits = bookLimits(settings)
  let chapters = 0
  for await (const event of readBook(source, {
    ...{ openArchive, openPdf, digest, readChunkBytes, limits },
  }))
    if (event.kind === 'chapter') chapters += 1
  await source.close()
  if (chapters < 10) throw new Error(`${path} has lost its chapters`)
}

const [reader, path = ''] = process.argv.slice(2)
const before = performance.now()
if (reader === 'mammoth') await mammoth.convertToHtml({ path })
else await readByUs(path)
const milliseconds = performance.now() - before
const rssMegabytes = process.resourceUsage().maxRSS / 1024
console.log(JSON.stringify({ milliseconds, rssMegabytes }))
