// A book as its translator is asked about it: chapter by chapter, every row, and what of it needs an answer.
import type {
  ChapterEntry,
  GlossaryEntry,
  Project,
  TranslationRequest,
} from '../../../contract/index.ts'
import type { StoredSegment } from '../../ports/projects.ts'
import { silentName } from '../../segment/silent-beginning.ts'
import { plainText, seeker } from '../../script/quoted.ts'
import { rulesOf } from '../../script/rules-of.ts'
import { itemKey, type ScriptItem } from '../../script/script-item.ts'
import { rowsBetween } from '../document/project-rows.ts'
import {
  hasWords,
  isAbout,
  linesBeside,
  scenesOf,
  type ScriptContext,
} from '../script/chapter-rows.ts'
import type { Place, PlacedItem } from '../script/placed-item.ts'

export type TranslationWish = Pick<TranslationRequest, 'language' | 'glossary'>

export type ChapterToTranslate = {
  entry: ChapterEntry
  /** All of them, also those that come unspoken. */
  rows: StoredSegment[]
  /** By the row's id; of a chapter that is not ticked there are none. */
  asked: ReadonlyMap<string, PlacedItem>
  /** Of its name; null where it has none that could be translated. */
  title: PlacedItem | null
}

const before = 2
const behind = 1

/** One chapter in memory at a time. */
export async function* chaptersToTranslate(
  context: ScriptContext,
  project: Project,
  wish: TranslationWish,
  signal: AbortSignal,
): AsyncGenerator<ChapterToTranslate> {
  for (const entry of project.chapters) {
    signal.throwIfAborted()
    const { firstPosition: from, segments } = entry
    const rows: StoredSegment[] = []
    for await (const row of rowsBetween(context.projects, project.id, from, from + segments))
      rows.push(row)
    const asked = isAbout(entry, undefined) ? askedOf(rows, wish) : new Map<string, PlacedItem>()
    yield { entry, rows, asked, title: titleOf(entry, rows, asked, wish) }
  }
}

/** The book's own name; null where it has no words. */
export function bookTitle({ title, chapters }: Project, wish: TranslationWish): PlacedItem | null {
  const chapterId = chapters[0]?.id ?? ''
  const place = { segmentId: '', chapterId, position: 0, text: title }
  return hasWords(title)
    ? placed({ id: 'title', line: 'title', scene: 'title' }, place, wish)
    : null
}

/** Without the name of who speaks, and without white space around them. */
export const wordsOf = (row: StoredSegment): string => row.text.slice(silentName(row).length).trim()

function askedOf(rows: readonly StoredSegment[], wish: TranslationWish): Map<string, PlacedItem> {
  const heard = rows.filter(({ leftOut }) => !leftOut)
  const scenes = scenesOf(heard)
  return new Map(
    heard.flatMap((row, index) => {
      const { id, chapterId, position } = row
      const text = wordsOf(row)
      if (!hasWords(text)) return []
      const item = {
        ...{ id, line: id, scene: scenes[index] ?? '' },
        before: linesBeside(heard, index - before, index),
        after: linesBeside(heard, index + 1, index + 1 + behind),
      }
      return [[id, placed(item, { segmentId: id, chapterId, position, text }, wish)] as const]
    }),
  )
}

/** A heading that says the same is asked about once, for both. */
function titleOf(
  { id: chapterId, title, firstPosition: position }: ChapterEntry,
  rows: readonly StoredSegment[],
  asked: ReadonlyMap<string, PlacedItem>,
  wish: TranslationWish,
): PlacedItem | null {
  if (asked.size === 0 || !hasWords(title)) return null
  const heading = rows.find(({ kind, text }) => kind === 'heading' && text.trim() === title.trim())
  const known = heading && asked.get(heading.id)
  if (known) return known
  const item = { id: `title of ${chapterId}`, line: chapterId, scene: `title of ${chapterId}` }
  return placed(item, { segmentId: rows[0]?.id ?? '', chapterId, position, text: title }, wish)
}

function placed(
  item: Pick<ScriptItem, 'id' | 'line' | 'scene'> & Partial<ScriptItem>,
  place: Place,
  { language, glossary }: TranslationWish,
): PlacedItem {
  const text = place.text.trim().toWellFormed()
  const terms = termsIn(text, glossary)
  const whole: ScriptItem = {
    ...{ before: [], after: [] },
    ...item,
    shown: { text, into: language, ...(terms.length > 0 && { terms }) },
  }
  const key = itemKey(rulesOf('translation'), whole)
  return { kind: 'translation', item: whole, key, place }
}

type Sought = GlossaryEntry & { isIn: ReturnType<typeof seeker> }
const soughtOf = new WeakMap<readonly GlossaryEntry[], Sought[]>()

/** Of the glossary those that stand in a text: another one asks for nothing anew. */
export function termsIn(text: string, glossary: readonly GlossaryEntry[]): GlossaryEntry[] {
  const sought =
    soughtOf.get(glossary) ?? glossary.map((each) => ({ ...each, isIn: seeker(each.term) }))
  soughtOf.set(glossary, sought)
  const words = plainText(text)
  return sought.flatMap(({ term, as, isIn }) => (isIn(words) ? [{ term, as }] : []))
}
