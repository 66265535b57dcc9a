// One thing that a language model is asked about, with all that decides its answer.
import { digestJson, type Json } from '../base/digest.ts'
import type { AskedKind } from '../../contract/index.ts'

/** A line of the book beside an item: shown so that it can be understood, never asked about. */
export type ContextLine = { id: string; text: string }

export type ScriptItem = {
  /** Of its segment, its quotation, or the word itself: unique among the items of its kind in a book. */
  id: string
  /** The row that it stands in. */
  line: string
  /** Where lines may be parted: a scene is asked about together as far as one call can hold it. */
  scene: string
  /** What the model sees of it, its text foremost. Part of its key. */
  shown: { readonly text: string } & { readonly [field: string]: Json }
  before: readonly ContextLine[]
  after: readonly ContextLine[]
}

export type AboutBook = {
  title: string
  /** BCP 47. */
  language: string
  /** Whom the book names, those who speak most first; empty where that is nothing to the kind. */
  characters: readonly string[]
}

/** Shorter texts say next to nothing without the lines beside them: `“Yes.”`. */
const sayingLetters = 30

/**
 * Equal wishes have equal keys in every book. The lines right beside it are part of it where its answer leans on them
 * (`leansOnLines`), and where it is too short to say anything without: else a changed sentence is asked about again, and its
 * neighbours are not. The model is kept beside the key, so that another's answer can be told.
 */
export function itemKey(
  { kind, version, leansOnLines }: { kind: AskedKind; version: number; leansOnLines: boolean },
  { shown, before, after }: ScriptItem,
): string {
  const leans = leansOnLines || shown.text.length < sayingLetters
  const beside = leans ? [before.at(-1)?.text ?? '', after[0]?.text ?? ''] : []
  return digestJson({ kind, version, shown, beside })
}
