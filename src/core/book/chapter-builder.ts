// Blocks and starts to chapters: the one place where a chapter's title, matter and edges are decided.
import type { Block, Chapter, Matter } from '../../contract/index.ts'
import { hasWords, wordKey } from './clean-text.ts'
import { joinHeadings, promoteHeadings, titleOfBlocks } from './chapter-title.ts'
import type { ChapterStart, FlowBlock, FlowItem } from './flow.ts'
import { isEnding } from './heading-words.ts'
import { isDetached } from './html/elements.ts'
import { textLimits } from './limits.ts'
import { isSpoken, recogniseMatter } from './matter.ts'
import { settleBreaks } from './scene-breaks.ts'

export type ChapterBuilder = {
  /** The chapters that are complete with it. */
  add(items: readonly FlowItem[]): Chapter[]
  end(): Chapter[]
}

/** A chapter under way. */
type Open = { start: ChapterStart; blocks: FlowBlock[]; characters: number; piece: number }

const untitled: ChapterStart = { title: null, level: 1, matter: null, linear: true }

/** `bookTitle`: a short page of nothing but that is a title page. */
export function createChapterBuilder(bookTitle: string): ChapterBuilder {
  let open: Open | null = null
  let afterBody = false
  /** Whether anything has come ticked, or unticked on a table of contents' word. */
  let heard = false

  const finish = (start: ChapterStart, flows: readonly FlowBlock[], piece: number): Chapter[] => {
    const settled = settleBreaks(flows)
    if (!settled.some((flow) => hasWords(flow.block.text))) return []
    const detached = isDetached(settled[0]?.matter ?? null)
    const titled = start.title !== null && !detached
    const own = settled.map((flow) => flow.block)
    const blocks: Block[] = titled ? promoteHeadings(own, start.title ?? '') : own
    const title = start.title ?? titleOfBlocks(blocks.filter(isHeard))
    const matter = recogniseMatter({
      title,
      bookTitle,
      blocks: settled.filter((flow) => isHeard(flow.block)),
      hint: start.matter,
      listed: start.title !== null,
      afterBody,
    })
    const spoken = isSpoken(matter) && start.linear
    if (matter === 'body') afterBody = true
    heard ||= spoken || start.title !== null
    return [
      {
        title: piece > 1 ? `${title} (${piece})` : title,
        level: start.level,
        matter,
        spoken,
        blocks,
      },
    ]
  }

  /** Notes and licences stand apart from the chapter around them, each a chapter of its own. */
  const close = (closing: Open): Chapter[] => {
    const { start, blocks, piece } = closing
    const runs: { kind: Matter | null; blocks: FlowBlock[] }[] = []
    let main: FlowBlock[] | null = null
    let notes: FlowBlock[] | null = null
    for (const flow of blocks) {
      const kind = isDetached(flow.matter) ? flow.matter : null
      const list = kind === null ? main : kind === 'notes' ? notes : lastOf(runs, kind)
      if (list) list.push(flow)
      else {
        const fresh = { kind, blocks: [flow] }
        runs.push(fresh)
        if (kind === null) main = fresh.blocks
        else if (kind === 'notes') notes = fresh.blocks
      }
    }
    const hasText = main?.some((flow) => hasWords(flow.block.text)) ?? false
    // Without text of its own the chapter is its notes, or its licence, and has their place and name.
    const bearer = runs.find((run) => (hasText ? run.kind === null : run.kind !== null))
    return runs.flatMap((run) =>
      run === bearer
        ? finish(start, run.blocks, piece)
        : finish({ ...start, title: null, matter: run.kind ?? start.matter }, run.blocks, 1),
    )
  }

  /** A heading at the very end of a chapter belongs to the next one, unless it says `The End`. */
  const trailingHeadings = (closing: Open): FlowBlock[] => {
    let first = closing.blocks.length
    while (first > 0 && movable(closing.blocks[first - 1])) first -= 1
    // A chapter of headings alone is a part's title page.
    return first === 0 ? [] : closing.blocks.splice(first)
  }

  const begin = (start: ChapterStart): Chapter[] => {
    if (!open || open.blocks.length === 0) {
      const before = open?.start.title ?? null
      // Two entries of the table of contents that name the same place.
      const title =
        before !== null && start.title !== null ? joinHeadings([before, start.title]) : null
      open = {
        start: {
          ...start,
          title: title ?? start.title ?? before,
          level: open && title ? open.start.level : start.level,
        },
        blocks: [],
        characters: 0,
        piece: 1,
      }
      return []
    }
    const moved = start.title === null ? [] : trailingHeadings(open)
    const done = close(open)
    open = { start, blocks: moved, characters: 0, piece: 1 }
    return done
  }

  const append = (flow: FlowBlock): Chapter[] => {
    open ??= { start: untitled, blocks: [], characters: 0, piece: 1 }
    open.blocks.push(flow)
    open.characters += flow.block.text.length
    if (open.characters < textLimits.maxChapterCharacters) return []
    const full = open
    const chapters = close(full)
    const title = full.start.title ?? chapters[0]?.title ?? null
    open = { start: { ...full.start, title }, blocks: [], characters: 0, piece: full.piece + 1 }
    return chapters
  }

  return {
    add: (items) =>
      items.flatMap((item) => {
        if (item.kind === 'start') return begin(item)
        return item.kind === 'block' ? append(item) : []
      }),
    end() {
      const last = open
      open = null
      const chapters = last && last.blocks.length > 0 ? close(last) : []
      return heard ? chapters : chapters.map(asOnlyText)
    },
  }
}

const isHeard = (block: Block): boolean => block.leftOut === undefined

/** A file that is nothing but notes is there to be heard, whatever it is called. */
const asOnlyText = (chapter: Chapter): Chapter =>
  chapter.matter === 'copyright' ? chapter : { ...chapter, matter: 'body', spoken: true }

const lastOf = (runs: { kind: Matter | null; blocks: FlowBlock[] }[], kind: Matter) => {
  const last = runs[runs.length - 1]
  return last?.kind === kind ? last.blocks : null
}

const movable = (flow: FlowBlock | undefined): boolean =>
  flow?.block.kind === 'heading' &&
  !isEnding(flow.block.text) &&
  !isDetached(flow.matter) &&
  wordKey(flow.block.text) !== ''
