// Makes the assembly plan of a chapter: what is heard when, as data. Nothing is rendered here.
import {
  groupQuantum,
  planVersion,
  soundPresets,
  type ChapterPlan,
  type Clip,
  type Group,
  type Segment,
  type SoundSettings,
  type Take,
} from '../../contract/index.ts'
import { withChapterGain } from './chapter-gain.ts'
import { cueClip, lengthOf, type ChapterMusic, type CueSound } from './cue-sound.ts'
import { groupEdges, placeOf } from './group-edges.ts'
import { layUnder } from './lay-under.ts'
import { pauseBetween } from './pauses.ts'
import { stretchOf } from './stretch.ts'
import { pauseClip, type PlacedPause } from './pause-clip.ts'
import { takeClip } from './take-clip.ts'
import type { VoiceGain } from './voice-gain.ts'

/** A segment with the take that is heard for it; null where there is none (yet). */
export type Voiced = { segment: Segment; take: Take | null }

/** What every group of a book is planned with. */
export type GroupManner = {
  /** What brings a voice to the book's level. */
  levelOf: (voice: string) => VoiceGain
  sound?: Omit<SoundSettings, 'sampleRate'>
  /** Rate to render at, in Hz. */
  sampleRate: number
  /** What of the chapter's music is heard alone takes its time here. */
  music?: ChapterMusic
}

export type ChapterToPlan = GroupManner & {
  chapterId: string
  title: string
  segments: readonly Voiced[]
}

/** The segments between two edges, with what stands around them. */
export type GroupToPlan = GroupManner & {
  segments: readonly Voiced[]
  /** Whether the chapter begins with it. */
  opens: boolean
  /** The next segment in the chapter that is not left out. */
  next: Segment | undefined
}

/** Plans a chapter. Segments without a take make only their pause. */
export function planChapter(chapter: ChapterToPlan): ChapterPlan {
  const { segments } = chapter
  const edges = groupEdges(segments.map(({ segment }) => placeOf(segment)))
  const groups = edges.map((from, at) => {
    const to = edges[at + 1] ?? segments.length
    const between = segments.slice(from, to)
    const next = segments.slice(to).find(({ segment }) => !segment.leftOut)?.segment
    return planGroup({ ...chapter, segments: between, opens: from === 0, next })
  })
  return {
    version: planVersion,
    sampleRate: chapter.sampleRate,
    chapterId: chapter.chapterId,
    title: chapter.title,
    groups: chapter.music ? layUnder(groups, chapter.music) : groups,
  }
}

/** Plans one group alone: as it would be in the plan of its chapter, to the key. */
export function planGroup(group: GroupToPlan): Group {
  const { sampleRate, sound = soundPresets.standard, segments, levelOf } = group
  const { roomToneDb } = sound
  const inSamples = (ms: number) => Math.round((ms * sampleRate) / 1000)
  const clips: Clip[] = []
  let at = 0
  const add = (clip: Clip | null) => {
    if (!clip || clip.length === 0) return
    clips.push(clip)
    at += clip.length
  }
  const nextHeard = (index: number) => {
    for (let at = index + 1; at < segments.length; at++)
      if (!segments[at]?.segment.leftOut) return segments[at]?.segment
    return group.next
  }
  const chapterStart = inSamples(sound.pauses.chapterStart)
  const beside = inSamples(sound.pace * sound.pauses.sentence)
  for (const [index, { segment, take }] of segments.entries()) {
    const segmentId = segment.id
    const addPause = (place: PlacedPause['place'], length: number) =>
      add(pauseClip({ segmentId, place, at, length, sampleRate, roomToneDb }))
    let besides = 0
    const addBeside = (length: number) => addPause(`beside sound ${(besides += 1)}`, length)
    const addAlone = (cue: CueSound, pause: { before?: number; behind?: number }) => {
      if (pause.before) addBeside(pause.before)
      const length = lengthOf(cue, sampleRate)
      const heard = cueClip({ ...cue, loop: false }, { segmentId, at, length, sampleRate })
      if (heard) clips.push(heard)
      addBeside(length + (pause.behind ?? 0))
    }
    const { before = [], after = [] } = group.music?.at.get(segmentId) ?? {}
    const opening = index === 0 && group.opens ? (group.music?.intro ?? []) : []
    if (index === 0 && group.opens) addPause('before', chapterStart)
    for (const cue of opening) addAlone(cue, { behind: chapterStart })
    for (const cue of before) addAlone(cue, { behind: beside })
    if (take) {
      const { gainDb = 0, cut } = segment.manner ?? {}
      const level = withChapterGain(levelOf(take.voice), gainDb, sound)
      add(takeClip(take, { segmentId, ...level, sampleRate, at, cut }))
    }
    for (const cue of after) addAlone(cue, { before: beside })
    const isLast = index === segments.length - 1
    const next = nextHeard(index)
    const closing = next || segment.leftOut ? [] : (group.music?.outro ?? [])
    for (const cue of closing) addAlone(cue, { before: inSamples(sound.pauses.scene) })
    const pause = inSamples(pauseBetween(segment, next, sound))
    // The last pause takes up what makes the group whole frames; nothing but lines left out is one frame.
    const padding = isLast ? upToQuantum(Math.max(1, at + pause)) - (at + pause) : 0
    addPause('behind', pause + padding)
  }
  return stretchOf(clips, at, { sampleRate, chain: sound })
}

/** The next multiple of `groupQuantum`. */
export const upToQuantum = (samples: number): number =>
  Math.ceil(samples / groupQuantum) * groupQuantum
