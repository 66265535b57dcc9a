// One thing that a language model is asked about, with all that decides its answer.
import type { ScriptKind } from '../../contract/index.ts'
import { digestJson, type Json } from '../base/digest.ts'

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
  /** Which of the equal texts of its chapter it is, from 0. Part of its key, for equal texts may differ. */
  occurrence: number
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

/**
 * Equal wishes have equal keys in every book. Lines beside it are no part of it: a changed sentence is asked
 * about again, its neighbours are not. The model is kept beside the key, so that another's answer can be told.
 */
export const itemKey = (kind: ScriptKind, version: number, item: ScriptItem): string =>
  digestJson({ kind, version, shown: item.shown, occurrence: item.occurrence })
