// A Kindle book without protection, old or new: its records' text as HTML, chapters by its table of contents.
import { fail } from '../../base/failure-error.ts'
import type { ByteSource } from '../../ports/books.ts'
import { coverEvent } from '../cover-event.ts'
import type { FlowItem } from '../flow.ts'
import { pageStart, readFlowBook, type FlowPiece } from '../flow-book.ts'
import { createHtmlFlow } from '../html/html-flow.ts'
import type { ByteBook, FormatEvent, FormatReader } from '../reader.ts'
import { createTextStream } from '../text-encoding.ts'
import { readHeader, type MobiHeader } from './header.ts'
import { createKindleMarkup, pageId } from './markup.ts'
import { openPalmDatabase, type PalmDatabase } from './palm-database.ts'
import { readTextRecords } from './text-records.ts'
import { createTargets, withId, type Targets } from './targets.ts'
import { fragmentStarts, readToc, type MobiPlace } from './toc.ts'

const maxHeaderBytes = 256 * 1024
const maxBooks = 2
/** So much text tells whether it is any. */
const sampleCharacters = 100_000

type Edition = { header: MobiHeader; base: number }

/** The newer of the two books that a file may hold. */
async function openEdition(database: PalmDatabase, source: ByteSource): Promise<Edition> {
  const { name } = source
  let edition: Edition | null = null
  let base: number | null = 0
  for (let step = 0; step < maxBooks && base !== null && base < database.count; step++) {
    const header = readHeader(await database.record(base, maxHeaderBytes))
    if (!header) break
    if (header.encrypted) throw fail('book-protected', { name, scheme: 'Kindle DRM' })
    edition = { header, base }
    base = header.newerBook
  }
  if (!edition) throw fail('book-damaged', { name }, 'no header')
  return edition
}

async function coverOf(
  database: PalmDatabase,
  record: number | null,
  maxCoverBytes: number,
): Promise<FormatEvent[]> {
  if (record === null || record >= database.count) return []
  const bytes = await database.record(record, maxCoverBytes).catch(() => null)
  return [coverEvent(bytes)]
}

/** Decoded text with the wanted places in it, as whole tags. */
async function* markedText(
  records: AsyncIterable<Uint8Array>,
  { encoding }: MobiHeader,
  places: readonly MobiPlace[],
  targets: Targets,
): AsyncGenerator<string> {
  const markup = createKindleMarkup()
  const stream = createTextStream(encoding)
  let from = 0
  let next = 0
  for await (const bytes of records) {
    let text = ''
    let done = 0
    /** The text up to there, with the link's target that it begins with. */
    let id: string | null = null
    const upTo = (at: number) => {
      const cut = Math.max(done, at - from)
      const part = stream.decode(bytes.subarray(done, cut))
      text += markup.write(id === null ? part : withId(part, id))
      if (cut > done) id = null
      done = cut
    }
    targets.scan(bytes, from)
    const end = from + bytes.length
    for (;;) {
      const place = places[next]?.at ?? Infinity
      const target = targets.take(Math.min(end, place))
      if (target) {
        upTo(target.at)
        id = target.id
      } else if (place < end) {
        upTo(place)
        text += markup.place(`lectern-${next}`)
        next += 1
      } else break
    }
    upTo(end)
    yield text
    from = end
  }
  yield markup.write(stream.end()) + markup.end()
}

const isText = (text: string): boolean => {
  const bad = text.match(/[\u0000-\u0008\u000b\u000e-\u001f\ufffd]/g)?.length ?? 0
  const good = text.match(/[\p{L}\p{M}\p{N}\p{P}\s<>=+$]/gu)?.length ?? 0
  return bad <= 16 + text.length / 50 && good >= text.length * 0.8
}

/** Reads a MOBI or an AZW3. Fails with `book-protected`, `book-damaged`, `book-hostile`. */
export const readMobi: FormatReader<ByteBook> = async function* (
  source,
  _,
  { limits: { maxNesting, maxCoverBytes } },
) {
  const { name } = source
  const database = await openPalmDatabase(source)
  const { header, base } = await openEdition(database, source)
  const places = await readToc(database, header, base)
  const starts = await fragmentStarts(database, header, base)
  const startAt = (id: string): FlowItem[] => {
    if (id === pageId) return [pageStart]
    const place = places[Number(id.slice('lectern-'.length))]
    if (!place) return []
    const { title, level } = place
    return [{ kind: 'start', title, level, matter: null, linear: true }]
  }

  const check = (text: string) => {
    if (!isText(text)) throw fail('book-damaged', { name }, 'what it holds is no text')
  }

  async function* pieces(): AsyncGenerator<FlowPiece> {
    const flow = createHtmlFlow({ maxNesting, wants: (id) => id.startsWith('lectern-') })
    const take = () =>
      flow.take().flatMap((item) => (item.kind === 'anchor' ? startAt(item.id) : [item]))
    let sample = ''
    let done = 0
    const records = readTextRecords(database, header, base, name)
    for await (const text of markedText(records, header, places, createTargets(starts))) {
      if (sample.length < sampleCharacters) {
        sample += text
        if (sample.length >= sampleCharacters) check(sample)
      }
      flow.write(text)
      done += 1
      const doneBytes = Math.round((source.size * done) / (header.textRecords + 1))
      yield { items: take(), doneBytes }
    }
    if (sample.length < sampleCharacters) check(sample)
    flow.end()
    yield { items: take(), doneBytes: source.size }
  }

  const { title, authors, language, likelyLanguage } = header
  yield* readFlowBook({
    source,
    pieces,
    ownStarts: places.length > 0,
    facts: () => ({ format: 'mobi', title, authors, language, likelyLanguage }),
    before: () => coverOf(database, header.coverImage, maxCoverBytes),
  })
}
