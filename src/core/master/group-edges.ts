// Cuts a chapter into groups of about a minute, so that an edit moves no edge that is not nearby.
import type { Segment } from '../../contract/index.ts'

/**
 * No edge has another within this many characters, unless a long stretch is cut again. At some 18
 * characters a second most groups come to between half a minute and two.
 */
const reach = 500
/** Longer stretches are cut again; and paragraphs longer than this may be cut between segments. */
const longest = 2000

/** What decides of a segment where groups begin; a book's worth of them is small. */
export type SegmentPlace = Pick<Segment, 'id' | 'block' | 'kind'> & { characters: number }

export const placeOf = ({ id, block, kind, text }: Segment): SegmentPlace => ({
  id,
  block,
  kind,
  characters: text.length,
})

type Place = {
  /** Index of the segment behind it. */
  index: number
  /** Characters of the chapter before it. */
  position: number
  /** The lowest of a neighbourhood becomes an edge. */
  rank: number
}

/**
 * Indexes of the segments that begin a group, ascending, the first always 0; empty for no segments.
 * Edges stand before paragraphs. A place becomes an edge when its rank, a hash of its segment's id,
 * is the lowest of its surroundings: nothing far away has a say, and what far edits do to positions
 * cancels out.
 */
export function groupEdges(segments: readonly SegmentPlace[]): number[] {
  if (segments.length === 0) return []
  const { places, total } = findPlaces(segments)
  const edges = places.filter((place, at) => isLowest(places, at) && isInside(place, 0, total))
  const bounds = [0, ...edges.map(({ position }) => position), total]
  const extra = bounds.slice(1).flatMap((end, at) => cutLong(places, bounds[at] as number, end))
  return [0, ...[...edges, ...extra].map(({ index }) => index)].sort((a, b) => a - b)
}

function findPlaces(segments: readonly SegmentPlace[]): { places: Place[]; total: number } {
  // By their runs: in chapters that were joined two paragraphs may have one number.
  const runs: number[] = []
  const paragraphs: number[] = []
  for (const [index, { block, characters }] of segments.entries()) {
    if (index === 0 || segments[index - 1]?.block !== block) paragraphs.push(0)
    runs.push(paragraphs.length - 1)
    paragraphs[paragraphs.length - 1] = (paragraphs.at(-1) ?? 0) + characters
  }
  const places: Place[] = []
  let position = 0
  for (const [index, segment] of segments.entries()) {
    const previous = segments[index - 1]
    const opens = previous?.block !== segment.block
    // A heading stays with what it announces.
    const isFree = previous !== undefined && previous.kind !== 'heading'
    if (isFree && (opens || (paragraphs[runs[index] ?? 0] ?? 0) > longest))
      places.push({ index, position, rank: hash(segment.id) })
    position += segment.characters
  }
  return { places, total: position }
}

const isInside = ({ position }: Place, start: number, end: number): boolean =>
  position - start >= reach && end - position >= reach

function isLowest(places: readonly Place[], at: number): boolean {
  const place = places[at] as Place
  const beats = (other: Place) => other.rank < place.rank
  for (let i = at - 1; i >= 0 && place.position - (places[i] as Place).position < reach; i--)
    if (beats(places[i] as Place) || (places[i] as Place).rank === place.rank) return false
  for (let i = at + 1; i < places.length; i++) {
    const other = places[i] as Place
    if (other.position - place.position >= reach) break
    if (beats(other)) return false
  }
  return true
}

/** Cuts between two positions until nothing is longer than `longest` that can be cut. */
function cutLong(places: readonly Place[], start: number, end: number): Place[] {
  if (end - start <= longest) return []
  const inside = places.filter((place) => isInside(place, start, end))
  const [first] = inside
  if (!first) return []
  const lowest = inside.reduce((best, place) => (place.rank < best.rank ? place : best), first)
  return [
    ...cutLong(inside, start, lowest.position),
    lowest,
    ...cutLong(inside, lowest.position, end),
  ]
}

/** FNV-1a with a final mix: neighbouring ids get unlike ranks. */
function hash(text: string): number {
  let value = 0x811c9dc5
  for (let i = 0; i < text.length; i++)
    value = Math.imul(value ^ text.charCodeAt(i), 0x01000193) >>> 0
  value = Math.imul(value ^ (value >>> 16), 0x85ebca6b) >>> 0
  value = Math.imul(value ^ (value >>> 13), 0xc2b2ae35) >>> 0
  return (value ^ (value >>> 16)) >>> 0
}
