// Blocks and starts to chapters: the one place where a chapter's title, matter and edges are decided.
import type { Block, Chapter, Matter } from '../../contract/index.ts'
import { hasWords, wordKey } from './clean-text.ts'
import { joinHeadings, promoteHeadings, titleOfBlocks } from './chapter-title.ts'
import { leaveOutContents } from './contents-lines.ts'
import { isHeard, type ChapterStart, type FlowBlock, type FlowItem } from './flow.ts'
import { isEnding } from './heading-words.ts'
import { textLimits } from './limits.ts'
import { isDetached, isSpoken, recogniseMatter } from './matter.ts'
import { matterOfTitle } from './matter-words.ts'
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
    if (!hasHeardWords(settled)) return []
    const detached = isDetached(settled[0]?.matter ?? null)
    const titled = start.title !== null && !detached
    const own = settled.map((flow) => flow.block)
    const told: Block[] = titled ? promoteHeadings(own, start.title ?? '') : own
    const title = start.title ?? titleOfBlocks(told.filter(isHeard))
    const matter = recogniseMatter({
      title,
      bookTitle,
      blocks: settled.filter((flow) => isHeard(flow.block)),
      hint: start.matter,
      listed: start.title !== null,
      afterBody,
    })
    const spoken = isSpoken(matter) && start.linear
    const blocks = matter === 'contents' ? told : withoutContents(told, settled)
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
    // A heading over nothing but notes is theirs.
    if (main && notes && main.every(isNotesHeading)) {
      notes.unshift(...main.splice(0))
      runs.splice(0, runs.length, ...runs.filter((run) => run.blocks.length > 0))
    }
    const hasText = hasHeardWords(main ?? [])
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
    for (let at = first; at > 0 && movable(closing.blocks[at - 1]); at--)
      if (closing.blocks[at - 1]?.block.kind === 'heading') first = at - 1
    // A chapter of headings alone is a part's title page.
    return hasHeardWords(closing.blocks.slice(0, first)) ? closing.blocks.splice(first) : []
  }

  const begin = (start: ChapterStart): Chapter[] => {
    if (!open || !hasHeard(open.blocks)) {
      // A cover or a title page that is a picture lends its name to nothing.
      const before = open && !isPlate(open.start) ? open.start.title : null
      // Two entries of the table of contents that name the same place.
      const title =
        before !== null && start.title !== null ? joinHeadings([before, start.title]) : null
      open = {
        start: {
          ...start,
          title: title ?? start.title ?? before,
          level: open && title ? open.start.level : start.level,
        },
        blocks: open && before === open.start.title ? open.blocks : [],
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
    const { maxChapterCharacters, maxChapterBlocks } = textLimits
    const fits = open.characters < maxChapterCharacters && open.blocks.length < maxChapterBlocks
    if (fits) return []
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

const hasHeard = (flows: readonly FlowBlock[]): boolean => flows.some(({ block }) => isHeard(block))

const hasHeardWords = (flows: readonly FlowBlock[]): boolean =>
  flows.some(({ block }) => isHeard(block) && hasWords(block.text))

const isNotesHeading = ({ block }: FlowBlock): boolean =>
  !isHeard(block) ||
  block.kind === 'scene-break' ||
  // Some formats write headings as paragraphs.
  matterOfTitle(block.text) === 'notes'

/** Whether an entry names a page that is not read aloud. */
const isPlate = ({ title, matter }: ChapterStart): boolean => {
  const said = matter ?? matterOfTitle(title ?? '')
  return said !== null && !isSpoken(said)
}

/** Where a table of contents stands in a chapter, its lines are left out; headings made stay. */
const withoutContents = (told: readonly Block[], flows: readonly FlowBlock[]): Block[] => {
  const left = leaveOutContents(
    flows.map((flow, index) => ({ ...flow, block: told[index] ?? flow.block })),
  )
  return hasHeardWords(left) ? left.map(({ block }) => block) : [...told]
}

/** A file that is nothing but notes is there to be heard, whatever it is called. */
const asOnlyText = (chapter: Chapter): Chapter =>
  chapter.matter === 'copyright' ? chapter : { ...chapter, matter: 'body', spoken: true }

const lastOf = (runs: { kind: Matter | null; blocks: FlowBlock[] }[], kind: Matter) => {
  const last = runs[runs.length - 1]
  return last?.kind === kind ? last.blocks : null
}

const movable = (flow: FlowBlock | undefined): boolean =>
  flow !== undefined &&
  (flow.block.kind === 'heading' || !isHeard(flow.block)) &&
  !isEnding(flow.block.text) &&
  !isDetached(flow.matter) &&
  wordKey(flow.block.text) !== ''
