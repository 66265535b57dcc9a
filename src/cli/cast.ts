// lectern cast: who speaks in a book, found on this machine by its marks and words. Makes no sound and leaves nothing behind.
// With --data also what a library knows of its characters.
import { resolve } from 'node:path'
import type { BookHeader, Cast, Chapter } from '../contract/index.ts'
import { castChapter } from '../core/cast/cast-chapter.ts'
import { noNames, type CastState } from '../core/cast/cast-state.ts'
import { charactersOf, type NamedCharacter } from '../core/cast/characters.ts'
import { evidenceKinds, type EvidenceKind } from '../contract/index.ts'
import type { Quotation } from '../core/cast/quotation.ts'
import { fail } from '../core/base/failure-error.ts'
import { nameOfPath } from '../core/base/name-of-path.ts'
import { memberOf } from '../core/studio/cast/member-of.ts'
import { createBookReader } from '../io/books/book-reader.ts'
import { systemClock } from '../io/clock.ts'
import { readOptions } from '../io/command-line/options.ts'
import { printJson, printLine } from '../io/command-line/report.ts'
import { dataFolderAt } from '../io/data-folder.ts'
import { defaultDataRoot } from '../io/system-places.ts'
import { workerEntries } from '../io/places.ts'
import { settingsInForce } from '../io/settings-file.ts'
import type { Runtime } from '../io/runtime.ts'
import { personText } from './person-text.ts'
import { withStudio } from './open-terminal.ts'

const options = { data: { type: 'string' }, json: { type: 'boolean' } } as const

type Proposal = {
  header: BookHeader
  characters: NamedCharacter[]
  /** `chapter` counts from 1, as `inspect` does. */
  quotations: (Quotation & { chapter: number })[]
  /** Of the file. */
  digest: string
}

export async function cast(args: string[], runtime: Runtime): Promise<number> {
  const { values, positionals } = readOptions(args, options, { min: 1, max: 1 })
  const proposal = await propose(resolve(positionals[0] ?? ''), runtime)
  const known = values.data === undefined ? [] : await castIn(values.data, proposal, runtime)
  if (values.json) printJson(describe(proposal, known))
  else printForPeople(proposal, known)
  return 0
}

/** As the library there has it; nobody where it has no such book. */
const castIn = (data: string, { digest }: Proposal, runtime: Runtime): Promise<Cast> =>
  withStudio({ runtime, data }, async ({ opened }) => {
    return (await opened.ports.projects.findByBook(digest))?.cast ?? []
  })

/** Reads the book a chapter at a time; what is not spoken has no speakers. */
async function propose(path: string, runtime: Runtime): Promise<Proposal> {
  const reader = createBookReader({
    launch: runtime.launch,
    entry: workerEntries(runtime.entryUrl).reader,
    clock: systemClock,
    settings: () => settingsInForce(dataFolderAt(defaultDataRoot()).settings),
  })
  let header: BookHeader | null = null
  let state: CastState = noNames
  let chapters = 0
  let digest = ''
  const quotations: Proposal['quotations'] = []
  for await (const event of reader.read(path, new AbortController().signal)) {
    if (event.kind === 'header') header = event.header
    if (event.kind === 'end') digest = event.sha256
    if (event.kind !== 'chapter') continue
    chapters += 1
    if (!event.chapter.spoken) continue
    const found = castChapter(paragraphsOf(event.chapter), header?.language ?? 'und', state)
    state = found.state
    for (const quotation of found.quotations) quotations.push({ chapter: chapters, ...quotation })
  }
  if (!header || chapters === 0) throw fail('book-without-text', { name: nameOfPath(path) })
  return { header, characters: charactersOf(state, header.language), quotations, digest }
}

/** One for each block, so that indexes are the blocks’. */
const paragraphsOf = ({ blocks }: Chapter) =>
  blocks.map(({ kind, text, leftOut }) => ({
    text: leftOut ? '' : text,
    isBreak: !leftOut && (kind === 'heading' || kind === 'scene-break'),
  }))

function describe({ header, characters, quotations }: Proposal, known: Cast): object {
  const ids = new Map(characters.flatMap(({ id, names }) => names.map((name) => [name, id])))
  return {
    title: header.title,
    language: header.language,
    characters: characters.map(({ id, name, names, gender, isNarrator, ...counts }) => ({
      ...{ id, name, names, gender, isNarrator },
      ...{ mentions: counts.mentions, quotations: counts.quotations },
      ...knownOf(known, id),
    })),
    quotations: quotations.map(({ chapter, paragraph, from, to, speaker, kind, confidence }) => ({
      ...{ chapter, paragraph, from, to },
      speaker: speaker === null ? null : (ids.get(speaker) ?? null),
      ...{ kind, confidence },
    })),
  }
}

/** How a character is thought of, and under which id it is in the cast, where that is another. */
function knownOf(known: Cast, id: string) {
  const member = memberOf(known, id)
  return {
    ...(member && member.id !== id && { sameAs: member.id }),
    ...(member?.description && { description: member.description }),
  }
}

/** What a table's line says of each kind of evidence. */
const kindWords: Readonly<Record<EvidenceKind, string>> = {
  'speech-verb': 'by a name and a verb of speech',
  'speech-verb-narrator': 'by “I said”',
  'speech-verb-noun': 'by a description and a verb of speech',
  'speech-verb-pronoun': 'by a pronoun and a verb of speech',
  continued: 'going on in their paragraph',
  beat: 'by what somebody does beside them',
  turn: 'by turns',
  unknown: 'speaker not known',
}

function printForPeople({ header, characters, quotations }: Proposal, cast: Cast): void {
  printLine(`${header.title} (${header.language})`)
  const speakers = characters.filter((character) => character.quotations > 0)
  for (const { id, name, names, isNarrator, quotations: count } of speakers) {
    const others = names.filter((other) => other !== name && other !== 'I')
    const also = others.length > 0 ? `  also ${others.join(', ')}` : ''
    const known = knownOf(cast, id)
    const told = [
      known.sameAs === undefined ? '' : `the same as ${memberOf(cast, id)?.name}`,
      known.description ? personText(known.description) : '',
    ].filter(Boolean)
    const more = told.length > 0 ? `  (${told.join('; ')})` : ''
    printLine(`${String(count).padStart(6)}  ${isNarrator ? 'the narrator' : name}${also}${more}`)
  }
  printLine(`${String(quotations.length).padStart(6)}  quotations`)
  for (const wanted of evidenceKinds) {
    const count = quotations.filter(({ kind }) => kind === wanted).length
    if (count > 0)
      printLine(`  - ${count} ${kindWords[wanted]} (${share(count, quotations.length)})`)
  }
}

const share = (count: number, all: number): string => `${Math.round((100 * count) / all)} %`
