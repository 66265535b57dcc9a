// EPUB 2 and 3: container, package, table of contents, then one document of the spine after another.
import { titleOfFile } from '../title-of-file.ts'
import type { ReadWarning } from '../../../contract/index.ts'
import { fail } from '../../base/failure-error.ts'
import { createChapterBuilder } from '../chapter-builder.ts'
import { createGutenbergMarker } from '../gutenberg.ts'
import { createHeadingStarts, type HeadingStarts } from '../heading-starts.ts'
import { matterOfReference } from '../html/elements.ts'
import { createNoteMarks } from '../html/notes.ts'
import { guessLanguage, languageSampleCharacters } from '../language.ts'
import { textLimits } from '../limits.ts'
import type { ArchiveBook, FormatEvent, FormatReader } from '../reader.ts'
import { warn } from '../reader.ts'
import { isHeard, type FlowItem } from '../flow.ts'
import { createBookArchive, type BookArchive } from '../archive-text.ts'
import { readCover } from './cover.ts'
import { readDocuments, takeCensus } from './documents.ts'
import { openPackage } from './open-package.ts'
import { isContent, type Package } from './package.ts'
import { encryptionPath, protectionScheme } from './protection.ts'
import { parseNavigation, parseNcx, type Navigation } from './toc.ts'
import { createDocumentStarts, planChapters, type PlannedDocument } from './toc-starts.ts'

/** The first of nav and NCX that names anything. */
async function openNavigation(archive: BookArchive, pack: Package): Promise<Navigation> {
  const nav = pack.navPath ? archive.find(pack.navPath) : null
  const text = (name: string) => archive.text(name, textLimits.maxPackageBytes)
  const found = nav ? parseNavigation(await text(nav), nav) : { entries: [], landmarks: [] }
  if (found.entries.some(({ target }) => target !== null)) return found
  const ncx = pack.ncxPath ? archive.find(pack.ncxPath) : null
  const entries = ncx ? parseNcx(await text(ncx), ncx) : []
  return { ...found, entries: entries.length > 0 ? entries : found.entries }
}

async function* headingStarts(
  archive: BookArchive,
  documents: readonly PlannedDocument[],
  maxNesting: number,
  alive: FormatEvent & { kind: 'progress' },
): AsyncGenerator<FormatEvent, HeadingStarts> {
  const reading = takeCensus(archive, documents, maxNesting)
  for (;;) {
    const { value, done } = await reading.next()
    if (done) return createHeadingStarts(value.chapterLevels(), value.nestingLevels())
    yield alive
  }
}

function placesOf(pack: Package, navigation: Navigation) {
  const matters = new Map(
    [...pack.guide, ...navigation.landmarks].flatMap(({ type, target }) => {
      const matter = matterOfReference(type)
      const key = target.fragment === null ? target.path : `${target.path}#${target.fragment}`
      return matter ? [[key, matter] as const] : []
    }),
  )
  return {
    matterOf: (path: string, fragment: string | null) =>
      matters.get(fragment === null ? path : `${path}#${fragment}`) ?? null,
  }
}

/** Reads an EPUB. Fails with `book-protected`, `book-damaged`, `book-hostile`. */
export const readEpub: FormatReader<ArchiveBook> = async function* (
  source,
  { archive: zip },
  { places = false, limits: { maxNesting, maxCoverBytes } },
) {
  const opened = () => createBookArchive(zip, source.name, textLimits.maxContentBytes)
  const archive = opened()
  const encryption = archive.find(encryptionPath)
  if (encryption) {
    const scheme = protectionScheme(zip, await archive.text(encryption, textLimits.maxPackageBytes))
    if (scheme) throw fail('book-protected', { name: source.name, scheme })
  }
  const { pack } = await openPackage(archive, zip.names, source.name)
  const navigation = await openNavigation(archive, pack)
  const spine = pack.spine.map(({ item, named, linear }) => ({
    path: item.path,
    namedPath: named.path,
    id: item.id,
    linear,
    isNavigation: item.path === pack.navPath,
    readable: isContent(item),
  }))
  const plan = planChapters(spine, navigation.entries, placesOf(pack, navigation))
  const hasToc = plan.documents.some(({ atStart, byId }) => atStart.length > 0 || byId.size > 0)
  const header = {
    format: 'epub' as const,
    title: pack.title || titleOfFile(source.name),
    authors: pack.authors,
    ...(pack.series === '' ? {} : { series: pack.series }),
  }
  const starts = createDocumentStarts()
  const gutenberg = createGutenbergMarker()
  const builder = createChapterBuilder(header.title)

  // Without a language in the package the header waits until there is text to tell it from.
  let waiting: FormatEvent[] | null = pack.language === 'und' ? [] : null
  let sample = ''
  if (!waiting) yield { kind: 'header', header: { ...header, language: pack.language } }
  const release = async function* (): AsyncGenerator<FormatEvent> {
    if (!waiting) return
    yield { kind: 'header', header: { ...header, language: await guessLanguage(sample) } }
    yield* waiting
    waiting = null
  }
  const pass = async function* (events: readonly FormatEvent[]): AsyncGenerator<FormatEvent> {
    if (!waiting) return yield* events
    for (const event of events) {
      waiting.push(event)
      if (event.kind === 'chapter' && event.chapter.spoken)
        sample += event.chapter.blocks
          .filter(isHeard)
          .map((block) => block.text)
          .join('\n')
    }
    if (sample.length >= languageSampleCharacters) yield* release()
  }
  const warnings = (all: readonly ReadWarning[]) =>
    all.map((warning): FormatEvent => ({ kind: 'warning', warning }))
  const built = (items: readonly FlowItem[]) =>
    builder.add(items).map((chapter): FormatEvent => ({ kind: 'chapter', chapter }))

  yield* pass(hasToc ? warnings(plan.warnings) : [...warnings(plan.warnings), warn('no-toc')])
  yield* pass(await readCover(archive, pack, maxCoverBytes))
  const progress = (documents: number) => {
    const doneBytes = Math.round((source.size * documents) / plan.documents.length)
    return { kind: 'progress' as const, doneBytes, totalBytes: source.size }
  }
  const headings = hasToc
    ? null
    : yield* headingStarts(opened(), plan.documents, maxNesting, progress(0))
  const options = { marks: createNoteMarks(), maxNesting, places }
  let replaced = 0
  let done = 0
  for await (const event of readDocuments(archive, plan.documents, options)) {
    if (event.kind === 'alive') yield progress(event.index)
    else {
      const { document, items } = event
      replaced += event.replaced
      if (!items) yield* pass([warn('resource-missing', { name: document.path })])
      else {
        const placed = starts.place(document, items, event)
        const told = gutenberg.push(headings ? headings.push(placed.items) : placed.items)
        yield* pass([...warnings(placed.warnings), ...built(told)])
      }
      if (event.last) done += 1
      yield progress(done)
    }
  }
  yield* pass(built(gutenberg.end()))
  yield* pass(builder.end().map((chapter): FormatEvent => ({ kind: 'chapter', chapter })))
  if (replaced > 0) yield* pass([warn('bytes-replaced', { count: replaced })])
  yield* release()
}
