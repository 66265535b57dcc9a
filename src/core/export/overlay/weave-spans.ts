// Puts a span around what each segment is in a document of a book, and changes nothing else of it.
import {
  localNameOf,
  partnersOf,
  prefixOf,
  type MarkupPlace,
  type MarkupTag,
  type TextEdit,
} from '../../base/markup-tag.ts'

/** Where a segment's text stands in the document: ascending stretches, with tags between them. */
export type SegmentPlace = { segmentId: string; runs: readonly MarkupPlace[] }

/** A segment's spans in the order of the text; `characters` of its text are in each. */
export type WovenSegment = {
  segmentId: string
  spans: { id: string; characters: number }[]
}

export type WovenSpans = { edits: TextEdit[]; segments: WovenSegment[] }

/** Elements that may stand inside a span. */
const inline: ReadonlySet<string> = new Set(
  (
    'a abbr acronym b bdi bdo big br cite code data del dfn em font i img ins kbd label map mark math q rb ' +
    'rp rt rtc ruby s samp small span strike strong sub sup svg time tt u var wbr'
  ).split(' '),
)
/** Whatever is in them, they go into a span whole or not at all. */
const whole: ReadonlySet<string> = new Set(['math', 'svg'])
/** Text in them is not on the page, or no span may stand there. */
const spanless: ReadonlySet<string> = new Set(
  'head title style script colgroup dl ol select table tbody textarea tfoot thead tr ul'.split(' '),
)

type Document = {
  text: string
  tags: readonly MarkupTag[]
  partners: readonly number[]
  /** For each tag the index of the one whose element what follows it is in; −1 at the top. */
  around: readonly number[]
}

/**
 * `prefix` begins the new ids; no id of the document does. A segment's span goes around all that is between its
 * first and its last letter, elements and all. Where these stand at different depths (it begins inside of an
 * `em` and ends behind it), the span grows over the elements that hold nothing but this segment; where that is
 * not enough, the segment has several spans, each as long as the nesting of the elements allows.
 */
export function weaveSpans(
  text: string,
  scanned: readonly MarkupTag[],
  places: readonly SegmentPlace[],
  prefix: string,
): WovenSpans {
  const { tags, blind } = withoutInsides(scanned)
  const partners = partnersOf(tags)
  const document: Document = { text, tags, partners, around: elementsAround(tags, partners) }
  const span = `${prefixOf(tags.find((tag) => localNameOf(tag) === 'html') ?? { name: '' })}span`
  const ordered = [...places].sort((a, b) => (a.runs[0]?.from ?? 0) - (b.runs[0]?.from ?? 0))
  const woven: WovenSpans = { edits: [], segments: [] }
  let end = 0
  let count = 0
  for (const [index, { segmentId, runs: given }] of ordered.entries()) {
    const runs = outside(blind, given).filter(({ from }) => from >= end)
    const next = ordered[index + 1]?.runs[0]?.from ?? text.length
    const pieces = piecesOf(document, runs, { from: end, to: next })
    if (pieces.length === 0) continue
    const spans = pieces.map(({ from, to }) => {
      count += 1
      const id = `${prefix}${count}`
      woven.edits.push({ from, to: from, text: `<${span} id="${id}">` })
      woven.edits.push({ from: to, to, text: `</${span}>` })
      return { id, characters: charactersIn(runs, { from, to }) }
    })
    woven.segments.push({ segmentId, spans })
    end = pieces.at(-1)?.to ?? end
  }
  return woven
}

/** The tags without those inside of formulas and pictures, and where such lie. */
function withoutInsides(scanned: readonly MarkupTag[]) {
  const partners = partnersOf(scanned)
  const tags: MarkupTag[] = []
  const blind: MarkupPlace[] = []
  for (let index = 0; index < scanned.length; index++) {
    const tag = scanned[index] as MarkupTag
    const end = scanned[partners[index] ?? -1]
    if (tag.kind === 'open' && whole.has(localNameOf(tag)) && end) {
      blind.push({ from: tag.from, to: end.to })
      tags.push({ ...tag, kind: 'empty', to: end.to })
      index = partners[index] as number
    } else tags.push(tag)
  }
  return { tags, blind }
}

/** What is said of a formula stands for all of it. */
function outside(blind: readonly MarkupPlace[], runs: readonly MarkupPlace[]): MarkupPlace[] {
  if (blind.length === 0) return [...runs]
  const moved = runs.map((run) => {
    const formula = blind[firstEndingAfter(blind, run.from)]
    return formula && formula.from <= run.from ? formula : run
  })
  return moved.filter((run, index) => run !== moved[index - 1])
}

/** The index of the first place that ends behind `at`. */
function firstEndingAfter(places: readonly MarkupPlace[], at: number): number {
  let low = 0
  let high = places.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((places[middle]?.to ?? 0) <= at) low = middle + 1
    else high = middle
  }
  return low
}

const isInline = (tag: MarkupTag): boolean => inline.has(localNameOf(tag))

/** `room`: how far its spans may grow, to the neighbours'. */
function piecesOf(
  document: Document,
  runs: readonly MarkupPlace[],
  room: MarkupPlace,
): MarkupPlace[] {
  const [first, last] = [runs[0], runs.at(-1)]
  if (!first || !last) return []
  const grown = grow(document, { from: first.from, to: last.to }, room)
  return split(document, grown).flatMap((piece) => {
    const trimmed = trim(document.text, piece)
    const isUsed = charactersIn(runs, trimmed) > 0 && allowsSpan(document, trimmed.from)
    return isUsed ? [trimmed] : []
  })
}

/** Tags whose partner is not in the stretch, those that no span may hold, and elements with such in them. */
function loose({ tags, partners }: Document, { from, to }: MarkupPlace): number[] {
  const found = new Set<number>()
  const open: number[] = []
  for (let at = firstEndingAfter(tags, from); (tags[at]?.from ?? Infinity) < to; at++) {
    const tag = tags[at] as MarkupTag
    const partner = tags[partners[at] ?? -1]
    const isPaired = tag.kind === 'empty' || (partner && partner.from >= from && partner.to <= to)
    if (!isPaired || !isInline(tag)) {
      found.add(at)
      for (const outer of open.splice(0)) found.add(outer).add(partners[outer] as number)
    } else if (tag.kind === 'open') open.push(at)
    else if (tag.kind === 'close' && open.at(-1) === partners[at]) open.pop()
  }
  return [...found].toSorted((a, b) => a - b)
}

function elementsAround(tags: readonly MarkupTag[], partners: readonly number[]): number[] {
  const open: number[] = []
  return tags.map(({ kind }, index) => {
    const partner = partners[index] ?? -1
    if (kind === 'open' && partner >= 0) open.push(index)
    if (kind === 'close' && partner >= 0) open.pop()
    return open.at(-1) ?? -1
  })
}

function grow(document: Document, stretch: MarkupPlace, room: MarkupPlace): MarkupPlace {
  const { tags, partners } = document
  let { from, to } = stretch
  for (;;) {
    const before = { from, to }
    for (const index of loose(document, before)) {
      const tag = tags[index] as MarkupTag
      const partner = tags[partners[index] ?? -1]
      if (!partner || !isInline(tag) || partner.from < room.from || partner.to > room.to) continue
      from = Math.min(from, partner.from)
      to = Math.max(to, partner.to)
    }
    if (from === before.from && to === before.to) return before
  }
}

/** Stretches between the tags that stand alone: each can be wrapped. */
function split(document: Document, stretch: MarkupPlace): MarkupPlace[] {
  const pieces: MarkupPlace[] = []
  let { from } = stretch
  for (const index of loose(document, stretch)) {
    const tag = document.tags[index] as MarkupTag
    if (tag.from > from) pieces.push({ from, to: tag.from })
    from = Math.max(from, tag.to)
  }
  if (stretch.to > from) pieces.push({ from, to: stretch.to })
  return pieces
}

function trim(text: string, { from, to }: MarkupPlace): MarkupPlace {
  const inside = text.slice(from, to)
  const start = inside.length - inside.trimStart().length
  return { from: from + start, to: Math.max(from + start, from + inside.trimEnd().length) }
}

const charactersIn = (runs: readonly MarkupPlace[], { from, to }: MarkupPlace): number =>
  runs.reduce((sum, run) => sum + Math.max(0, Math.min(run.to, to) - Math.max(run.from, from)), 0)

function allowsSpan({ tags, around }: Document, at: number): boolean {
  const element = tags[around[firstEndingAfter(tags, at) - 1] ?? -1]
  return element !== undefined && !spanless.has(localNameOf(element))
}
