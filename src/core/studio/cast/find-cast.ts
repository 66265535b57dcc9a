// Who speaks in a book, chapter by chapter from its rows: the cast stage on what is shown today.
import type { Project } from '../../../contract/index.ts'
import { castChapter } from '../../cast/cast-chapter.ts'
import { noNames, type CastState } from '../../cast/cast-state.ts'
import { charactersOf, type NamedCharacter } from '../../cast/characters.ts'
import type { Quotation } from '../../cast/quotation.ts'
import { createBreath } from '../../base/breath.ts'
import type { Clock } from '../../base/scope.ts'
import type { ProjectStore, StoredSegment } from '../../ports/projects.ts'
import { rowsBetween } from '../document/project-rows.ts'

/** What of a row is a quotation: UTF-16 offsets in its text. */
export type QuotedPart = Pick<Quotation, 'speaker' | 'kind' | 'confidence'> & {
  from: number
  to: number
}

export type CastChapter = { rows: readonly { row: StoredSegment; parts: QuotedPart[] }[] }

type Paragraph = { rows: StoredSegment[]; text: string }

/** A chapter of more paragraphs is read in stretches: each is one piece of work without a breath. */
const mostParagraphs = 1000

/** The ticked chapters in order, long ones in stretches; memory for one of those and for the names of the book. */
export async function* castChapters(
  context: { projects: Pick<ProjectStore, 'segments'>; clock: Clock },
  project: Project,
  signal: AbortSignal,
): AsyncGenerator<CastChapter & { state: CastState }> {
  const breath = createBreath(context.clock)
  let state = noNames
  for await (const paragraphs of stretches(context, project, signal)) {
    const found = castChapter(
      paragraphs.map(({ rows, text }) => ({ text, isBreak: rows[0]?.kind === 'heading' })),
      project.language,
      state,
    )
    state = found.state
    yield { rows: partsOfRows(paragraphs, found.quotations), state }
    await breath()
  }
}

async function* stretches(
  { projects }: { projects: Pick<ProjectStore, 'segments'> },
  project: Project,
  signal: AbortSignal,
): AsyncGenerator<Paragraph[]> {
  for (const { firstPosition, segments, spoken } of project.chapters) {
    if (!spoken || segments === 0) continue
    signal.throwIfAborted()
    let paragraphs: Paragraph[] = []
    const end = firstPosition + segments
    for await (const row of rowsBetween(projects, project.id, firstPosition, end)) {
      if (row.leftOut) continue
      const last = paragraphs.at(-1)
      if (last && last.rows.at(-1)?.block === row.block) {
        last.rows.push(row)
        last.text += row.text
        continue
      }
      if (paragraphs.length >= mostParagraphs) {
        yield paragraphs
        paragraphs = []
      }
      paragraphs.push({ rows: [row], text: row.text })
    }
    yield paragraphs
  }
}

/** By every form in which the text names them. */
export const charactersByName = (
  state: CastState,
  language: string,
): { characters: NamedCharacter[]; byName: Map<string, NamedCharacter> } => {
  const characters = charactersOf(state, language)
  const byName = new Map(
    characters.flatMap((character) => character.names.map((name) => [name, character] as const)),
  )
  return { characters, byName }
}

/** A quotation that several rows share is one part in each of them. */
function partsOfRows(
  paragraphs: readonly Paragraph[],
  quotations: readonly Quotation[],
): CastChapter['rows'] {
  const byParagraph = Map.groupBy(quotations, ({ paragraph }) => paragraph)
  return paragraphs.flatMap(({ rows }, index) => {
    let begins = 0
    return rows.map((row) => {
      const ends = begins + row.text.length
      const parts = (byParagraph.get(index) ?? []).flatMap(
        ({ from, to, speaker, kind, confidence }) => {
          const part = { from: Math.max(0, from - begins), to: Math.min(to, ends) - begins }
          return part.to > part.from ? [{ ...part, speaker, kind, confidence }] : []
        },
      )
      begins = ends
      return { row, parts }
    })
  })
}
