// node test/fuzz/run.ts [--seed 1] [--from 0] [--count 3000] [--only NAME]: reads mutated files of every reader and
// says which of them end in anything but chapters or a named failure. Longer by hand: --count 1000000.
import { parseArgs } from 'node:util'
import { defaultSettings } from '../../src/contract/index.ts'
import { FailureError } from '../../src/core/base/failure-error.ts'
import { bookLimits } from '../../src/core/book/limits.ts'
import { readBook } from '../../src/core/book/read-book.ts'
import { openPdf } from '../../src/io/books/pdf/pdf-file.ts'
import { isOfPdfJs } from '../../src/io/books/pdf/pdfjs.ts'
import { openArchive } from '../../src/io/books/zip-archive.ts'
import { epubEntries } from '../fixtures/epub-entries.ts'
import { memorySource } from '../fixtures/memory-source.ts'
import { zipFile, type ZipEntry } from '../fixtures/zip-file.ts'
import { createRandom, mutate } from './mutations.ts'
import { seeds } from './seeds.ts'

const { values } = parseArgs({
  options: {
    seed: { type: 'string', default: '1' },
    from: { type: 'string', default: '0' },
    count: { type: 'string', default: '3000' },
    only: { type: 'string' },
  },
})

const limits = bookLimits(defaultSettings())

type Prepared = {
  name: string
  bytes: Buffer
  mostBytes: number | undefined
  entries: ZipEntry[] | null
}

async function prepare(): Promise<Prepared[]> {
  const chosen = seeds.filter(
    ({ name }) => values.only === undefined || name.startsWith(values.only),
  )
  return Promise.all(
    chosen.map(async ({ name, make, mostBytes }) => {
      const bytes = make()
      return {
        name,
        bytes,
        mostBytes,
        entries: bytes.subarray(0, 2).toString() === 'PK' ? await epubEntries(bytes) : null,
      }
    }),
  )
}

/** An archive is mostly spoiled inside, where its checksum does not save it. */
function spoil(
  { bytes, entries, mostBytes }: Prepared,
  number: number,
  all: readonly Prepared[],
): Buffer {
  const random = createRandom(Number(values.seed) * 1_000_003 + number)
  const other = random.pick(all).bytes
  if (!entries || random.below(5) === 0) return mutate(bytes, random, other, mostBytes)
  const chosen = random.below(entries.length)
  return zipFile(
    entries.map((entry, index) =>
      index === chosen
        ? { ...entry, bytes: mutate(Buffer.from(entry.bytes as string), random, other) }
        : entry,
    ),
  )
}

// oxlint-disable-next-line no-control-regex
const unclean = /[\u0000-\u0009\u000b-\u001f\u007f\u202a-\u202e\u2066-\u2069]/

/** What is wrong with how a file was answered; null when nothing is. */
async function read(bytes: Buffer): Promise<string | null> {
  const source = memorySource(bytes, 'fuzz')
  let ended = false
  try {
    const dependencies = {
      openArchive,
      openPdf,
      digest: source.digest,
      readChunkBytes: 4096,
      limits,
    }
    for await (const event of readBook(source, dependencies)) {
      ended = event.kind === 'end'
      if (event.kind !== 'chapter') continue
      const { blocks, title } = event.chapter
      const texts = [title, ...blocks.map(({ text }) => text)]
      const bad = texts.find((text) => unclean.test(text) || !text.isWellFormed())
      if (bad !== undefined) return `unclean text: ${JSON.stringify(bad.slice(0, 80))}`
      if (blocks.length === 0) return 'a chapter without blocks'
    }
    return ended ? null : 'no end'
  } catch (error) {
    if (error instanceof FailureError && error.failure.code !== 'unexpected') return null
    return error instanceof Error ? (error.stack ?? error.message) : String(error)
  }
}

const all = await prepare()
const wrong: { number: number; seed: string; what: string }[] = []
let current = 0
let slowest = { number: 0, ms: 0 }
process.on('unhandledRejection', (reason) => {
  const what = reason instanceof Error ? (reason.stack ?? '') : String(reason)
  if (!isOfPdfJs(reason)) wrong.push({ number: current, seed: 'unhandled', what })
})
const from = Number(values.from)
for (let number = from; number < from + Number(values.count); number++) {
  current = number
  process.send?.(number)
  const prepared = all[number % all.length]
  if (!prepared) throw new Error(`no seed is called ${values.only}`)
  const began = performance.now()
  const what = await read(spoil(prepared, number, all))
  const ms = performance.now() - began
  if (ms > slowest.ms) slowest = { number, ms }
  if (what !== null) wrong.push({ number, seed: prepared.name, what })
}
console.log(JSON.stringify({ read: Number(values.count), wrong: wrong.slice(0, 20), slowest }))
process.exitCode = wrong.length > 0 ? 1 : 0
// An open channel would keep us alive.
process.disconnect?.()
