// What the formats' readers hand to the chapter builder: blocks in reading order and where chapters begin.
import type { Block, Matter } from '../../contract/index.ts'

/** What the style of a paragraph says it is of a title page. */
export type TitleLine = 'title' | 'credit'

/** A block and what its markup tells about it. */
export type FlowBlock = {
  block: Block
  /** What part of the book the enclosing section says it is; null when it says nothing. */
  matter: Matter | null
  /** Characters of it that stand in links: many of them are a table of contents. */
  linked: number
  /** A scene break that only an empty paragraph tells of: kept when those are rare. */
  tentative?: boolean
  /** Left out on a style's word alone: where most of a book is so, it is the book's words. */
  doubtful?: true
  /** What its style says it is of a title page. */
  titleLine?: TitleLine
  /** Whether it stands in a list. */
  item?: boolean
}

/** Where a chapter begins, and what is known of it beforehand. */
export type ChapterStart = {
  /** From the table of contents; null: from its headings. */
  title: string | null
  /** Depth in the table of contents, from 1. */
  level: number
  /** What the package or the file's name says; the section's own word goes first. */
  matter: Matter | null
  /** False when the book keeps it out of the reading order. */
  linear: boolean
}

export type FlowItem =
  | ({ kind: 'block' } & FlowBlock)
  | ({ kind: 'start' } & ChapterStart)
  /** An element with a wanted id; the formats turn those into starts. */
  | { kind: 'anchor'; id: string }

/** A plain block, as formats without sections make it. */
export const flowBlock = (block: Block, matter: Matter | null = null): FlowItem => ({
  kind: 'block',
  block,
  matter,
  linked: 0,
})

/** Whether a block counts as the book's words: what is left out does not. */
export const isHeard = (block: Block): boolean => block.leftOut === undefined
