// What is asked about the people of a book: each with a few lines in which it speaks or is named.
import type { Project } from '../../../contract/index.ts'
import { expressionOf } from '../../../contract/text-match.ts'
import type { NamedCharacter } from '../../cast/characters.ts'
import type { CastState } from '../../cast/cast-state.ts'
import { mostNames } from '../../script/question.ts'
import { rulesOf } from '../../script/rules-of.ts'
import { itemKey } from '../../script/script-item.ts'
import { castChapters, charactersByName, type CastChapter } from '../cast/find-cast.ts'
import { lineAround, type ScriptContext } from './chapter-rows.ts'
import type { Place, PlacedItem } from './placed-item.ts'

export type PersonItem = PlacedItem & { kind: 'people'; character: NamedCharacter }

export type PeopleOfBook = {
  /** Those who are shown: who speak most first, then who are named most. */
  characters: NamedCharacter[]
  items: PersonItem[]
}

/** Who never speaks is asked about when named so often: it may be another's real name. */
const namedOften = 3
const mostSpoken = 2
const mostLines = 3
const longestLine = 240
/** Shorter ones say little of a voice: they make room for a longer one. */
const sayingLetters = 30

type Line = { place: Place; text: string }
type Lines = { spoken: Line[]; named: Line[] }

/**
 * Lines are told by quotations and paragraphs, not by rows: to cut rows at their quotation marks asks about nobody again.
 * `chapterIds`: who is met first in others is left out.
 */
export async function peopleOfBook(
  context: ScriptContext,
  names: CastState,
  project: Project,
  chapterIds: readonly string[] | undefined,
  signal: AbortSignal,
): Promise<PeopleOfBook> {
  const { characters: all, byName } = charactersByName(names, project.language)
  const characters = all
    .filter(({ isNarrator, quotations, mentions }) => {
      return !isNarrator && (quotations > 0 || mentions >= namedOften)
    })
    .slice(0, mostNames)
  if (characters.length === 0) return { characters, items: [] }
  const linesOf = new Map(characters.map(({ id }) => [id, { spoken: [], named: [] } as Lines]))
  const anyName = patternOf(characters.flatMap((each) => each.names))
  const of = (name: string | null) =>
    name === null ? undefined : linesOf.get(byName.get(name)?.id ?? '')
  for await (const { rows } of castChapters(context, project, signal)) {
    for (const { row, parts } of rows)
      for (const { from, to, speaker } of parts) {
        const spoken = `«${row.text.slice(from, to).trim().slice(0, longestLine).toWellFormed()}»`
        keep(of(speaker)?.spoken, { place: placeOf(row), text: spoken }, mostSpoken)
      }
    for (const { row, text } of paragraphsOf(rows))
      for (const [name] of text.matchAll(anyName)) {
        const line = { place: placeOf(row), text: lineAround(text, name, longestLine) }
        keep(of(name)?.named, line, mostLines)
      }
  }
  const rules = rulesOf('people')
  const items = characters.flatMap((character): PersonItem[] => {
    const { spoken = [], named = [] } = linesOf.get(character.id) ?? {}
    const lines = [...spoken, ...named].slice(0, mostLines)
    const [first] = lines.toSorted((a, b) => a.place.position - b.place.position)
    if (!first || (chapterIds && !chapterIds.includes(first.place.chapterId))) return []
    const { name } = character
    const also = character.names.filter((other) => other !== name).toSorted()
    const text = lines.map((line) => line.text).join(' / ')
    const item = {
      ...{ id: name, line: name, scene: 'people', shown: { name, also, text } },
      ...{ before: [], after: [] },
    }
    return [{ kind: 'people', item, key: itemKey(rules, item), place: first.place, character }]
  })
  return { characters, items }
}

const placeOf = ({ id, chapterId, position, text }: CastChapter['rows'][number]['row']): Place => ({
  ...{ segmentId: id, chapterId, position, text },
})

function keep(kept: Line[] | undefined, line: Line, most: number): void {
  if (!kept || kept.some(({ text }) => text === line.text)) return
  if (kept.length < most) return void kept.push(line)
  const short = kept.findIndex(({ text }) => text.length < sayingLetters)
  if (short >= 0 && line.text.length >= sayingLetters) kept[short] = line
}

/** The longest first: `Anna Brook` is not only `Anna`. */
function patternOf(names: readonly string[]): RegExp {
  const longestFirst = names.toSorted((a, b) => b.length - a.length)
  const patterns = longestFirst.map(
    (words) => expressionOf({ words, isCaseSensitive: true, isWholeWord: true }).source,
  )
  return new RegExp(patterns.join('|'), 'gu')
}

/** Each with its first row. */
function paragraphsOf(rows: CastChapter['rows']) {
  const paragraphs: { row: CastChapter['rows'][number]['row']; text: string }[] = []
  for (const { row } of rows) {
    const last = paragraphs.at(-1)
    if (last && last.row.block === row.block) last.text += row.text
    else paragraphs.push({ row, text: row.text })
  }
  return paragraphs
}
