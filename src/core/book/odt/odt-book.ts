// An OpenDocument text: what its metadata say, its styles, its content.
import { fail } from '../../base/failure-error.ts'
import { cleanText, shorten } from '../clean-text.ts'
import { createBookArchive } from '../archive-text.ts'
import { readFlowBook, type FlowPiece } from '../flow-book.ts'
import { languageTag } from '../language.ts'
import { textLimits } from '../limits.ts'
import type { MarkupEvents } from '../markup.ts'
import { createPartReader, piecesOfXml } from '../part-reader.ts'
import type { ArchiveBook, FormatReader } from '../reader.ts'
import { scanTexts, scanXml } from '../xml-scan.ts'
import { readFormulas } from './formulas.ts'
import { createOdtFlow } from './odt-flow.ts'
import { createOdtStyles } from './styles.ts'

const metaNames: ReadonlySet<string> = new Set(['title', 'initial-creator', 'creator', 'language'])

/** Reads an ODT. Fails with `book-protected`, `book-damaged`, `book-hostile`. */
export const readOdt: FormatReader<ArchiveBook> = async function* (
  source,
  { archive: zip },
  { limits: { maxNesting } },
) {
  // What is read twice counts twice.
  const archive = createBookArchive(zip, source.name, 2 * textLimits.maxContentBytes)
  const manifest = archive.find('META-INF/manifest.xml')
  const content = archive.find('content.xml')
  if (manifest) {
    let isEncrypted = false
    const open = (name: string) => void (isEncrypted ||= name === 'encryption-data')
    await scanXml(archive.stream(manifest), { open, text() {}, close() {} })
    if (isEncrypted)
      throw fail('book-protected', { name: source.name, scheme: 'an OpenDocument password' })
  }
  if (!content) throw fail('book-damaged', { name: source.name }, 'no content.xml')
  const meta = archive.find('meta.xml')
  const facts = meta ? await scanTexts(archive.stream(meta), metaNames) : []
  const fact = (...names: string[]) => {
    const texts = names.map((wanted) => facts.find(({ name }) => name === wanted)?.text ?? '')
    return cleanText(texts.find((text) => text.trim() !== '') ?? '')
  }
  const { styles, events } = createOdtStyles()
  const stylesName = archive.find('styles.xml')
  if (stylesName) await scanXml(archive.stream(stylesName), events)

  const formulas = await readFormulas(archive, zip.names)
  const reader = createPartReader(source, archive, [content])
  async function* pieces(): AsyncGenerator<FlowPiece> {
    reader.begin()
    const flow = createOdtFlow(styles, formulas)
    // The content has styles of its own before its text.
    const both: MarkupEvents = {
      open(name, attributes) {
        events.open(name, attributes)
        flow.events.open(name, attributes)
      },
      text: flow.events.text,
      close(name) {
        events.close(name)
        flow.events.close(name)
      },
    }
    yield* piecesOfXml(reader.chunks(content ?? ''), { ...flow, events: both }, maxNesting)
  }

  const author = shorten(fact('initial-creator', 'creator'), 200)
  yield* readFlowBook({
    source,
    pieces,
    facts: () => ({
      format: 'odt',
      title: shorten(fact('title'), 500),
      authors: author ? [author] : [],
      language: languageTag(fact('language')),
      likelyLanguage: languageTag(styles.language),
    }),
    before: () => [],
  })
  yield* reader.warnings()
}
