// The second layer: beds and effects that are heard while somebody speaks, over planned groups of a chapter.
import type { Clip, Curve, Group } from '../../contract/index.ts'
import { amplitudeOf } from '../audio/pcm.ts'
import { cueClip, partOfClip, type ChapterMusic, type CueSound } from './cue-sound.ts'
import { withRoomAtSeams, type LoudClip } from './room-at-seams.ts'
import { stretchOf } from './stretch.ts'

/** A bed makes room before a voice begins, and comes back behind it; in shorter pauses it stays down. */
const duckSeconds = { down: 0.3, hold: 0.3, up: 0.8, shortestPause: 2 }

/** Whether a chapter's music runs over the edges of its groups, so that they are one piece. */
export const runsOver = ({ bed, at }: ChapterMusic): boolean =>
  bed.length > 0 || [...at.values()].some(({ under }) => under.length > 0)

type Heard = { from: number; to: number }
type Span = Heard & { segmentId: string; group: number }

/**
 * Lays a chapter's beds and effects under its groups, all of them and in order. Each is cut where segments
 * are, so that a segment alone sounds as in the whole. Groups under music have keys of their own.
 */
export function layUnder(groups: readonly Group[], music: ChapterMusic): Group[] {
  const [first] = groups
  if (!first || !runsOver(music)) return [...groups]
  const { spans, voices, starts, sounds } = chapterTimeline(groups)
  const { sampleRate } = first
  const loud = [
    ...bedsOf(music.bed, { groups, voices, sounds, sampleRate, starts }),
    ...effectsOf(music, { voices, sampleRate, end: starts.at(-1) ?? 0 }),
  ]
  const seams = spans.map(({ from }) => from)
  const whole = withRoomAtSeams(loud, seams, first.chain.ceilingDb)
  const laid: Clip[][] = groups.map(() => [])
  for (const clip of whole)
    for (const { from, to, segmentId, group } of spans) {
      const part = partOfClip(clip, from, to, segmentId)
      if (part) laid[group]?.push({ ...part, at: part.at - (starts[group] as number) })
    }
  return groups.map((group, index) => {
    const over = laid[index] as Clip[]
    return over.length === 0 ? group : stretchOf([...group.clips, ...over], group.samples, group)
  })
}

/** Everything in samples from the chapter's start. */
function chapterTimeline(groups: readonly Group[]) {
  const spans: Span[] = []
  const voices = new Map<string, Heard>()
  /** Where music is heard alone. */
  const sounds: Heard[] = []
  const starts = [0]
  let start = 0
  for (const [index, group] of groups.entries()) {
    for (const { source, at, length, segmentId, track } of group.clips) {
      const from = start + at
      const heard = { from, to: from + length }
      if (track === 'music') {
        sounds.push(heard)
        continue
      }
      if (source.kind === 'take') voices.set(segmentId, heard)
      const last = spans.at(-1)
      if (last?.segmentId === segmentId && last.group === index) last.to = heard.to
      else spans.push({ segmentId, ...heard, group: index })
    }
    start += group.samples
    starts.push(start)
  }
  return { spans, voices, starts, sounds }
}

type Timeline = {
  groups: readonly Group[]
  voices: ReadonlyMap<string, Heard>
  sounds: readonly Heard[]
  sampleRate: number
  starts: readonly number[]
}

/** From the end of what opens the chapter to the beginning of what closes it. */
function bedsOf(beds: readonly CueSound[], timeline: Timeline): LoudClip[] {
  const { voices, sounds, sampleRate, starts } = timeline
  const heard = [...voices.values()]
  const firstVoice = heard[0]?.from ?? 0
  const lastVoice = heard.at(-1)?.to ?? 0
  const at = Math.max(0, ...sounds.filter(({ to }) => to <= firstVoice).map(({ to }) => to))
  const end = Math.min(
    starts.at(-1) ?? 0,
    ...sounds.filter(({ from }) => from >= lastVoice).map(({ from }) => from),
  )
  return beds.flatMap((bed) => {
    const placed = { segmentId: '', at, length: end - at, sampleRate }
    const duck = duckCurve(heard, at, bed.duckDb, sampleRate)
    return loudClip(bed, cueClip(bed, placed, duck))
  })
}

const loudClip = ({ peakDb }: CueSound, clip: Clip | null): LoudClip[] =>
  clip ? [{ clip, peakDb }] : []

function duckCurve(voices: readonly Heard[], at: number, duckDb: number, rate: number): Curve {
  const low = amplitudeOf(-duckDb)
  const inSamples = (seconds: number) => Math.round(seconds * rate)
  const { down, hold, up, shortestPause } = duckSeconds
  const curve: Curve = []
  for (const [index, { from, to }] of voices.entries()) {
    const previous = voices[index - 1]
    const next = voices[index + 1]
    if (!previous || from - previous.to >= inSamples(shortestPause))
      curve.push([Math.min(from, Math.max(from - inSamples(down), 0)) - at, 1], [from - at, low])
    if (!next || next.from - to >= inSamples(shortestPause))
      curve.push([to + inSamples(hold) - at, low], [to + inSamples(hold + up) - at, 1])
  }
  return curve
}

/** From the segment's first sound on: to its last where they loop, else to their own end. */
function effectsOf(
  { at: cues }: ChapterMusic,
  {
    voices,
    sampleRate,
    end,
  }: { voices: ReadonlyMap<string, Heard>; sampleRate: number; end: number },
): LoudClip[] {
  return [...cues].flatMap(([segmentId, { under }]) => {
    const voice = voices.get(segmentId)
    if (!voice) return []
    const { from: at } = voice
    return under.flatMap((cue) => {
      const length = (cue.loop ? voice.to : end) - at
      return loudClip(cue, cueClip(cue, { segmentId: '', at, length, sampleRate }))
    })
  })
}
