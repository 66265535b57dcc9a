// Spoken text in two, where its display text is cut; and two as one, where display texts are joined.
import type { Segment, SourceMap, SpokenPart, SpokenText } from '../../contract/index.ts'
import { spokenLength, spokenPlace } from './spoken-place.ts'

type Said = Pick<Segment, 'spoken' | 'map' | 'normalised'>

/** What is said of the display text before `at`, and from it on; each with its own map. */
export function cutSaid({ spoken, map, normalised }: Said, at: number): [Said, Said] {
  const [left, right] = cutSpoken({ spoken, map }, at)
  if (!normalised) return [left, right]
  const [normalisedLeft, normalisedRight] = cutSpoken(normalised, at)
  return [
    { ...left, ...(differs(left, normalisedLeft) && { normalised: normalisedLeft }) },
    { ...right, ...(differs(right, normalisedRight) && { normalised: normalisedRight }) },
  ]
}

/** The second one's display text begins `shownLength` behind the first one's beginning. */
export function joinSaid(first: Said, second: Said, shownLength: number): Said {
  const plain = joinSpoken(first, second, shownLength)
  if (!first.normalised && !second.normalised) return plain
  const normalised = joinSpoken(first.normalised ?? first, second.normalised ?? second, shownLength)
  return { ...plain, normalised }
}

const differs = (one: SpokenText, other: SpokenText): boolean =>
  JSON.stringify(one.spoken) !== JSON.stringify(other.spoken)

function cutSpoken({ spoken, map }: SpokenText, at: number): [SpokenText, SpokenText] {
  const place = spokenPlace(map, at, spokenLength(spoken))
  const left: SpokenPart[] = []
  const right: SpokenPart[] = []
  let begins = 0
  for (const part of spoken) {
    const length = 'text' in part ? part.text.length : 0
    const cut = place - begins
    begins += length
    if (cut >= length && (length > 0 || cut > 0)) left.push(part)
    else if (cut <= 0 || !('text' in part)) right.push(part)
    // What has its own phonemes is one thing.
    else if ('ipa' in part) left.push(part)
    else {
      left.push({ text: part.text.slice(0, cut) })
      right.push({ text: part.text.slice(cut) })
    }
  }
  const begun = spokenLength(left)
  return [trimmed({ spoken: left, map: upTo(map, begun) }), trimmed(from(map, right, begun, at))]
}

const upTo = (map: SourceMap, said: number): SourceMap => map.filter(([spoken]) => spoken < said)

/** The same counted from the cut; what crosses it leads to where the right one begins. */
function from(map: SourceMap, spoken: SpokenPart[], said: number, at: number): SpokenText {
  const behind = map.filter(([place, shown]) => place > said && shown >= at)
  const before = map.findLast(([place]) => place <= said) ?? [0, 0]
  const first: [number, number] = [0, Math.max(0, before[1] + said - before[0] - at)]
  return { spoken, map: [first, ...behind.map(([s, d]): [number, number] => [s - said, d - at])] }
}

/** Without white space around it; nothing where no letter or digit is left. */
function trimmed({ spoken, map }: SpokenText): SpokenText {
  if (!spoken.some((part) => 'text' in part && /[\p{L}\p{N}]/u.test(part.text)))
    return { spoken: [], map: [] }
  const first = spoken.findIndex((part) => 'text' in part)
  const lead = spoken[first]
  const space = lead && 'text' in lead ? lead.text.length - lead.text.trimStart().length : 0
  const cut = spoken.map((part, index) =>
    index === first && 'text' in part ? { ...part, text: part.text.trimStart() } : part,
  )
  const last = cut.findLastIndex((part) => 'text' in part)
  const parts = cut.map((part, index) =>
    index === last && 'text' in part ? { ...part, text: part.text.trimEnd() } : part,
  )
  const length = spokenLength(parts)
  const moved = map.map(([said, shown]): [number, number] =>
    said < space ? [0, shown + space - said] : [said - space, shown],
  )
  const unique = moved.filter(([said], index) => moved[index + 1]?.[0] !== said)
  return { spoken: parts, map: unique.filter(([said]) => said < Math.max(1, length)) }
}

function joinSpoken(first: SpokenText, second: SpokenText, shownLength: number): SpokenText {
  if (second.spoken.length === 0) return { spoken: first.spoken, map: first.map }
  const moved = (said: number) =>
    second.map.map(([s, d]): [number, number] => [s + said, d + shownLength])
  if (first.spoken.length === 0) return { spoken: second.spoken, map: moved(0) }
  const length = spokenLength(first.spoken) + 1
  const head = first.spoken.at(-1)
  const tail = second.spoken[0]
  // Plain texts are one; a space of its own stands between whatever else meets.
  const isPlain = (part: SpokenPart | undefined): part is { text: string } =>
    part !== undefined && 'text' in part && !('ipa' in part)
  const spoken =
    isPlain(head) && isPlain(tail)
      ? [
          ...first.spoken.slice(0, -1),
          { text: `${head.text} ${tail.text}` },
          ...second.spoken.slice(1),
        ]
      : [...first.spoken, { text: ' ' }, ...second.spoken]
  return { spoken, map: [...first.map, ...moved(length)] }
}
