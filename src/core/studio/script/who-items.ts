// What is asked about who speaks: the quotations that the book's own words leave in doubt.
import { doubtBelow, type Project, type ProposedSpeaker } from '../../../contract/index.ts'
import type { NamedCharacter } from '../../cast/characters.ts'
import type { CastState } from '../../cast/cast-state.ts'
import { rulesOf } from '../../script/rules-of.ts'
import { itemKey } from '../../script/script-item.ts'
import { castChapters, charactersByName } from '../cast/find-cast.ts'
import { linesBeside, scenesOf, type ScriptContext } from './chapter-rows.ts'
import type { PlacedItem } from './placed-item.ts'

/** One row with all that is said in it. */
export type WhoRow = {
  place: PlacedItem['place']
  /** Known without any model, with how surely. */
  told: (ProposedSpeaker & { confidence: number })[]
  /** To be asked about, with where each stands in the row. */
  asked: (PlacedItem & { kind: 'who'; from: number; to: number })[]
}

const before = 3
const behind = 2

export type WhoBook = {
  characters: NamedCharacter[]
  chapters(): AsyncGenerator<WhoRow[]>
}

/** `names`: of the whole book, which is read here once more, chapter by chapter, for its rows. */
export function whoBook(
  context: ScriptContext,
  names: CastState,
  project: Project,
  chapterIds: readonly string[] | undefined,
  signal: AbortSignal,
): WhoBook {
  const { characters, byName } = charactersByName(names, project.language)
  return { characters, chapters }

  async function* chapters(): AsyncGenerator<WhoRow[]> {
    const rules = rulesOf('who')
    for await (const { rows: quoted } of castChapters(context, project, signal)) {
      const [first] = quoted
      if (chapterIds && (!first || !chapterIds.includes(first.row.chapterId))) continue
      const rows = quoted.map(({ row }) => row)
      const scenes = scenesOf(rows)
      yield quoted.flatMap(({ row, parts }, index): WhoRow[] => {
        const { id, chapterId, position, text } = row
        const isSet = row.manner?.speaker !== undefined || row.manner?.isLocked
        if (isSet || parts.length === 0) return []
        const place = { segmentId: id, chapterId, position, text }
        const found: WhoRow = { place, told: [], asked: [] }
        for (const [number, { from, to, speaker, confidence }] of parts.entries()) {
          const known = speaker === null ? undefined : byName.get(speaker)
          if (known && confidence >= doubtBelow) {
            const { id: character, name } = known
            found.told.push({ from, to, character, name, confidence })
            continue
          }
          const marked = `${text.slice(0, from)}«${text.slice(from, to)}»${text.slice(to)}`
          const item = {
            ...{ id: `${id}/${number}`, line: id, scene: scenes[index] ?? '' },
            shown: { text: marked },
            before: linesBeside(rows, index - before, index),
            after: linesBeside(rows, index + 1, index + 1 + behind),
          }
          const key = itemKey(rules, item)
          found.asked.push({ kind: 'who', item, key, place, from, to })
        }
        return [found]
      })
    }
  }
}

/** Whom a model may name as speaking, those who speak most first. */
export const speakingNames = ({ characters }: Pick<WhoBook, 'characters'>): string[] =>
  characters.filter(({ isNarrator }) => !isNarrator).map(({ name }) => name)
