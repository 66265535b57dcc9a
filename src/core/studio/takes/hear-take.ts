// A take as it is heard in its book, by itself.
import type { Project, Take } from '../../../contract/index.ts'
import { withChapterGain } from '../../master/chapter-gain.ts'
import { planTake } from '../../master/plan-take.ts'
import type { StoredSegment } from '../../ports/projects.ts'
import { rendered } from '../media.ts'
import type { StudioParts } from '../studio-parts.ts'

/** With the gain and the cut of its row. Where it is heard, and for how many seconds. Fails as rendering does. */
export async function hearTake(
  { context, levels }: Pick<StudioParts, 'context' | 'levels'>,
  { sound }: Pick<Project, 'sound'>,
  { manner }: Pick<StoredSegment, 'manner'>,
  take: Take,
) {
  const { codecs, scope } = context
  const level = await levels.gainOf(take, sound, scope.signal)
  const own = withChapterGain(level, manner?.gainDb ?? 0, sound)
  return rendered(codecs, planTake(take, own, sound, manner?.cut), scope.signal)
}
