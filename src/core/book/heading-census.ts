// Which heading levels begin chapters in a file: those whose sections are long enough to be one.
import { isHeard, type FlowItem } from './flow.ts'
import { matterOfTitle } from './matter-words.ts'

export type HeadingCensus = {
  push(items: readonly FlowItem[]): void
  chapterLevels(): ReadonlySet<number>
  /** Levels that chapters may be inside of: the one heading that is the book's title is none. */
  nestingLevels(): ReadonlySet<number>
  firstHeading(): string
  /** Text from the book's middle, for its language. */
  sample(characters: number): string
}

/** Average length of a chapter's text from which a level's headings are chapters. */
const chapterCharacters = 1200

export function createHeadingCensus(): HeadingCensus {
  const counts = new Map<number, { sections: number; characters: number }>()
  let level = 0
  let first = ''
  /** Headings by level, but for those of tables of contents, which programs put before the title. */
  const told = new Map<number, number>()
  let firstLevel = 0
  let sample = ''

  /** The first level of chapters: a first heading that is alone on the first level is the book's title. */
  const shallowest = (): number => {
    const [top = 0, next = 0] = [...told.keys()].sort((a, b) => a - b)
    return top === firstLevel && told.get(top) === 1 ? next : top
  }

  return {
    push(items) {
      for (const item of items) {
        if (item.kind !== 'block' || !isHeard(item.block)) continue
        const { block } = item
        if (block.kind === 'heading') {
          level = block.level ?? 2
          first ||= block.text
          if (matterOfTitle(block.text) !== 'contents') {
            firstLevel ||= level
            told.set(level, (told.get(level) ?? 0) + 1)
          }
          const known = counts.get(level) ?? { sections: 0, characters: 0 }
          counts.set(level, { ...known, sections: known.sections + 1 })
        } else {
          const known = counts.get(level)
          if (known) known.characters += block.text.length
          if (sample.length < 20_000 && item.matter === null) sample += `${block.text}\n`
        }
      }
    },
    chapterLevels() {
      const levels = new Set([1, 2])
      // Some books begin at a deeper level: what counts is which of theirs comes first.
      for (let each = 1; each <= shallowest(); each++) levels.add(each)
      for (const [each, { sections, characters }] of counts)
        if (sections > 1 && characters / sections >= chapterCharacters)
          for (let outer = 1; outer <= each; outer++) levels.add(outer)
      return levels
    },
    nestingLevels: () =>
      new Set([...counts].filter(([, { sections }]) => sections > 1).map(([each]) => each)),
    firstHeading: () => first,
    sample: (characters) => sample.slice(-characters),
  }
}
