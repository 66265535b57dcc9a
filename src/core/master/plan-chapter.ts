// Makes the assembly plan of a chapter: what is heard when, as data. Nothing is rendered here.
import {
  groupQuantum,
  planVersion,
  type ChapterPlan,
  type Clip,
  type Group,
  type Segment,
  type Take,
} from '../../contract/index.ts'
import { digestJson } from '../base/digest.ts'
import { groupEdges } from './group-edges.ts'
import { defaultPauses, pauseBetween, type Pauses } from './pauses.ts'
import { silenceClip, takeClip } from './take-clip.ts'

/** A segment with the take that is heard for it; null where there is none (yet). */
export type Voiced = { segment: Segment; take: Take | null }

export type ChapterToPlan = {
  chapterId: string
  title: string
  segments: readonly Voiced[]
  /** Gain in dB that brings a voice to the studio's level. */
  voiceGainDb: (voice: string) => number
  pauses?: Pauses
  /** Rate to render at, in Hz. */
  sampleRate: number
}

/** Plans a chapter. Segments without a take make only their pause. */
export function planChapter(chapter: ChapterToPlan): ChapterPlan {
  const segments = chapter.segments.map(({ segment }) => segment)
  const edges = groupEdges(segments)
  return {
    version: planVersion,
    sampleRate: chapter.sampleRate,
    chapterId: chapter.chapterId,
    title: chapter.title,
    groups: edges.map((from, at) => planGroup(chapter, from, edges[at + 1] ?? segments.length)),
  }
}

function planGroup(chapter: ChapterToPlan, from: number, to: number): Group {
  const { sampleRate, pauses = defaultPauses, segments } = chapter
  const inSamples = (ms: number) => Math.round((ms * sampleRate) / 1000)
  const clips: Clip[] = []
  let at = 0
  const add = (clip: Clip | null) => {
    if (!clip || clip.length === 0) return
    clips.push(clip)
    at += clip.length
  }
  for (const [index, { segment, take }] of segments.slice(from, to).entries()) {
    const position = from + index
    const segmentId = segment.id
    if (position === 0) add(silenceClip(segmentId, at, inSamples(pauses.chapterStart)))
    if (take) {
      const gainDb = chapter.voiceGainDb(take.voice)
      add(takeClip(take, { segmentId, gainDb, sampleRate, at }))
    }
    const pause = inSamples(pauseBetween(segment, segments[position + 1]?.segment, pauses))
    // The last pause takes up what makes the group whole frames.
    const isLast = position === to - 1
    const padding = isLast ? upToQuantum(at + pause) - (at + pause) : 0
    add(silenceClip(segmentId, at, pause + padding))
  }
  return { key: keyOf(clips, at, sampleRate), clips, samples: at }
}

/** The next multiple of `groupQuantum`. */
export const upToQuantum = (samples: number): number =>
  Math.ceil(samples / groupQuantum) * groupQuantum

/**
 * Names what is heard: sound by its digest, never who asked for it or by which recipe. Rows instead of
 * records, because a plan is made anew for every look at a chapter.
 */
function keyOf(clips: readonly Clip[], samples: number, sampleRate: number): string {
  const heard = clips.map((clip) =>
    clip.source.kind === 'silence'
      ? [clip.length]
      : [
          ...[clip.source.audioDigest, clip.source.sampleRate, clip.in, clip.out],
          ...[clip.at, clip.length, clip.gainDb, clip.fadeInSamples, clip.fadeOutSamples],
        ],
  )
  return digestJson([planVersion, sampleRate, samples, heard])
}
