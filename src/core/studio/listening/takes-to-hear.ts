// The takes of a book that are heard now, chapter by chapter, each with the words that it should have.
import type { MinutePrice, Project, Take } from '../../../contract/index.ts'
import { createBreath } from '../../base/breath.ts'
import { digestJson } from '../../base/digest.ts'
import { judgeVersion } from '../../listen/judge-hearing.ts'
import type { StoredSegment } from '../../ports/projects.ts'
import { isAbout } from '../script/chapter-rows.ts'
import type { StudioParts } from '../studio-parts.ts'
import type { Resolved } from '../takes/resolver.ts'

export type TakeToHear = {
  segment: StoredSegment
  take: Take
  /** Of what was made of it: with another listener it is made anew. */
  key: string
  /** What the voice was asked to say. */
  expected: string
}

const page = 200

export const verdictKey = (takeId: string): string =>
  digestJson({ heard: takeId, judged: judgeVersion })
export const hearingKey = (takeId: string, number: number): string =>
  digestJson({ hearing: takeId, number })

/** Only what is ready: what is stale is spoken again anyway. Recordings are a person's own. */
export async function* takesToHear(
  { context, resolver }: Pick<StudioParts, 'context' | 'resolver'>,
  project: Project,
  chapterIds: readonly string[] | undefined,
  signal: AbortSignal,
): AsyncGenerator<TakeToHear[]> {
  const breath = createBreath(context.clock)
  for (const chapter of project.chapters) {
    if (!isAbout(chapter, chapterIds)) continue
    const end = chapter.firstPosition + chapter.segments
    for (let from = chapter.firstPosition; from < end; from += page) {
      signal.throwIfAborted()
      const rows = await context.projects.segments(project.id, from, Math.min(page, end - from))
      yield (await resolver.resolve(project, rows)).flatMap(toHear)
      await breath()
    }
  }
}

function toHear({ segment, take, spoken, state }: Resolved): TakeToHear[] {
  if (!take || state !== 'ready' || take.recipeKey === undefined) return []
  const parts = segment.normalised?.spoken ?? spoken
  const expected = parts.map((part) => ('text' in part ? part.text : ' ')).join('')
  return [{ segment, take, key: verdictKey(take.id), expected }]
}

/** Of so much sound, in the price's currency. */
export const hearingCost = (seconds: number, price: MinutePrice | null): number =>
  price ? (seconds / 60) * price.perMinute : 0

export const secondsOf = ({ take }: Pick<TakeToHear, 'take'>): number =>
  take.samples / take.sampleRate
