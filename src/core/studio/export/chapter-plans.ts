// The one plan of a chapter, from what is spoken of it: preview, waveform and export ask here.
import {
  mediaAddresses,
  type ChapterEntry,
  type ChapterPlan,
  type Group,
  type Project,
  type SegmentSpan,
  type Stretch,
} from '../../../contract/index.ts'
import { fail } from '../../base/failure-error.ts'
import { withChapterGain } from '../../master/chapter-gain.ts'
import { groupEdges, placeOf, type SegmentPlace } from '../../master/group-edges.ts'
import { layUnder, runsOver } from '../../master/lay-under.ts'
import { masteredSegments } from '../../master/mastered-segments.ts'
import { planChapter, planGroup } from '../../master/plan-chapter.ts'
import type { VoiceGain } from '../../master/voice-gain.ts'
import type { ProjectStore } from '../../ports/projects.ts'
import type { SoundLibrary } from '../../ports/sound-library.ts'
import { chapterMusic } from './book-music.ts'
import { rowsBetween } from '../document/project-rows.ts'
import type { Resolved, Resolver } from '../takes/resolver.ts'
import type { VoiceLevels } from '../voices/voice-levels.ts'

/** Hardly ever are there more lines left out in a row. */
const fewRows = 8

const untouched: VoiceGain = { gainDb: 0, makeUpDb: 0 }

const isMissing = ({ state }: Resolved) => state === 'waiting' || state === 'stale'

export type PlannedChapter = {
  plan: ChapterPlan
  rows: Resolved[]
  /** Segments that have no take of their own yet: waiting, failed or stale. */
  missing: Resolved[]
}

/** A segment as it is heard, and where. */
export type HeardSegment = { stretch: Stretch; span: SegmentSpan }

/** Where the groups of a chapter lie: positions in the book, `from` inclusive, `to` exclusive. */
export type GroupRange = { from: number; to: number; opens: boolean; closes: boolean }

export type ChapterPlans = {
  /** The groups of a chapter in order, found page by page: cheap for a chapter of any length. */
  ranges(project: Project, chapterId: string): Promise<GroupRange[]>
  /**
   * Plans one of them, as in the chapter's plan to the key; `missing` as below. With `gaps`, what is
   * missing makes no pause either, and a group may come out empty. `sampleRate` in Hz is the book's own
   * unless a codec knows it not.
   */
  group(
    project: Project,
    range: GroupRange,
    options: { gaps: boolean; sampleRate: number; signal: AbortSignal },
  ): Promise<{ group: Group; missing: number }>
  /** With `stale`, an earlier take stands in where the wanted one is missing (for listening). */
  plan(
    project: Project,
    chapterId: string,
    options: { stale: boolean },
    signal: AbortSignal,
  ): Promise<PlannedChapter>
  /** Whether a chapter's music runs over its groups' edges, so that they are encoded as one. */
  runsOver(project: Project, chapterId: string): Promise<boolean>
  /** What is heard under all groups of a chapter, where it runs over their edges; else they stay. */
  layUnder(project: Project, chapterId: string, groups: readonly Group[]): Promise<Group[]>
  /** Every segment of a planned chapter that is heard. */
  mastered(projectId: string, planned: PlannedChapter): HeardSegment[]
}

export function createChapterPlans(
  projects: ProjectStore,
  resolver: Resolver,
  levels: VoiceLevels,
  library: SoundLibrary,
): ChapterPlans {
  const musicOf = async (project: Project, chapterId: string) => {
    if (project.music.length === 0) return null
    const sounds = new Map((await library.list()).map((sound) => [sound.id, sound]))
    return chapterMusic(project, chapterId, sounds)
  }

  const chapterOf = (project: Project, chapterId: string) => {
    const chapter = project.chapters.find(({ id }) => id === chapterId)
    if (!chapter) throw fail('not-found', { kind: 'chapter' })
    return chapter
  }
  /**
   * By the voice of a take, the chapter's own gain in it. A voice that is not heard yet is not asked how
   * loud it is: that may cost money. Nor is what stands in as it was, of a voice that may be gone: it gets
   * the own voice's gain.
   */
  const gainsOf = async (
    project: Project,
    chapter: ChapterEntry | undefined,
    rows: readonly Resolved[],
    { standIns, signal }: { standIns: boolean; signal: AbortSignal },
  ) => {
    const isHeard = rows.some(({ take, stale }) => take ?? (standIns && stale))
    const { sound } = project
    const own = isHeard ? await levels.gainOf(project.voice, sound, signal) : untouched
    const gains = new Map<string, VoiceGain>()
    for (const { take } of rows)
      if (take && !gains.has(take.voice))
        gains.set(take.voice, await levels.gainOf(take, sound, signal))
    return (voice: string): VoiceGain =>
      withChapterGain(gains.get(voice) ?? own, chapter?.gainDb ?? 0, sound)
  }
  const chapterAt = ({ chapters }: Project, position: number) =>
    chapters.findLast(({ firstPosition, segments }) => segments > 0 && firstPosition <= position)
  /** From a position on in its chapter; lines left out are passed over, with `gaps` what is missing too. */
  const nextHeard = async (project: Project, from: number, gaps: boolean) => {
    const chapter = chapterAt(project, from)
    const end = chapter ? chapter.firstPosition + chapter.segments : from
    for (let at = from; at < end; at += fewRows) {
      const found = await projects.segments(project.id, at, Math.min(fewRows, end - at))
      const next = gaps
        ? (await resolver.resolve(project, found)).find(
            (row) => !row.segment.leftOut && !isMissing(row),
          )?.segment
        : found.find(({ leftOut }) => !leftOut)
      if (next) return next
    }
    return undefined
  }
  /** Whether anything of its chapter before a position is not missing. */
  const isBegunBefore = async (project: Project, position: number) => {
    const first = chapterAt(project, position)?.firstPosition ?? position
    for (let to = position; to > first; to -= fewRows) {
      const from = Math.max(first, to - fewRows)
      const found = await projects.segments(project.id, from, to - from)
      if ((await resolver.resolve(project, found)).some((row) => !isMissing(row))) return true
    }
    return false
  }
  return {
    async ranges(project, chapterId) {
      const { firstPosition, segments } = chapterOf(project, chapterId)
      const places: SegmentPlace[] = []
      const end = firstPosition + segments
      for await (const row of rowsBetween(projects, project.id, firstPosition, end))
        places.push(placeOf(row))
      const edges = groupEdges(places)
      return edges.map((edge, at) => ({
        from: firstPosition + edge,
        to: firstPosition + (edges[at + 1] ?? places.length),
        opens: at === 0,
        closes: at === edges.length - 1,
      }))
    },
    async group(project, { from, to, opens, closes }, { gaps, sampleRate, signal }) {
      const found = await projects.segments(project.id, from, to - from)
      const rows = await resolver.resolve(project, found)
      const music = await musicOf(project, found[0]?.chapterId ?? '')
      const heard = gaps ? rows.filter((row) => !isMissing(row)) : rows
      // A chapter that is ready in part begins and ends with what is there of it.
      const isFirst = gaps && heard.length > 0 && !(await isBegunBefore(project, from))
      const group = planGroup({
        ...{ sampleRate, sound: project.sound, ...(music && { music }) },
        levelOf: await gainsOf(project, chapterAt(project, from), rows, {
          standIns: false,
          signal,
        }),
        segments: heard,
        opens: opens || isFirst,
        next: closes ? undefined : await nextHeard(project, to, gaps),
      })
      return { group, missing: rows.filter(isMissing).length }
    },
    async plan(project, chapterId, options, signal) {
      const chapter = chapterOf(project, chapterId)
      const segments = await projects.segments(project.id, chapter.firstPosition, chapter.segments)
      const rows = await resolver.resolve(project, segments)
      const music = await musicOf(project, chapterId)
      const plan = planChapter({
        chapterId,
        title: chapter.title,
        ...{ sampleRate: project.sound.sampleRate, sound: project.sound, ...(music && { music }) },
        levelOf: await gainsOf(project, chapter, rows, { standIns: options.stale, signal }),
        segments: rows.map(({ segment, take, stale }) => ({
          segment,
          take: take ?? (options.stale ? stale : null),
        })),
      })
      return { plan, rows, missing: rows.filter(isMissing) }
    },
    async runsOver(project, chapterId) {
      const music = await musicOf(project, chapterId)
      return music !== null && runsOver(music)
    },
    async layUnder(project, chapterId, groups) {
      const music = await musicOf(project, chapterId)
      return music ? layUnder(groups, music) : [...groups]
    },
    mastered(projectId, { plan, rows }) {
      const heard = new Set(
        rows
          .filter(({ take, stale, state }) => take || stale || state === 'skipped')
          .map(({ segment }) => segment.id),
      )
      return masteredSegments(plan).map(({ segmentId, startSample, stretch }) => {
        const about = { chapterId: plan.chapterId, segmentId, key: stretch.key }
        return {
          stretch,
          span: {
            segmentId,
            startSeconds: startSample / plan.sampleRate,
            durationSeconds: stretch.samples / plan.sampleRate,
            address: heard.has(segmentId) ? mediaAddresses.segment(projectId, about) : null,
          },
        }
      })
    },
  }
}
