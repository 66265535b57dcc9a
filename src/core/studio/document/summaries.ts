// What the library shows of a project.
import type { ProjectSummary } from '../../../contract/index.ts'
import type { ListedProject, ProjectStore } from '../../ports/projects.ts'
import type { TakeStore } from '../../ports/takes.ts'
import type { Activity } from '../narration/activity.ts'
import { usualCharactersPerSecond } from '../narration/usual-pace.ts'

export type Summaries = {
  all(): Promise<ProjectSummary[]>
  of(projectId: string): Promise<ProjectSummary | null>
}

export function createSummaries(
  projects: ProjectStore,
  takes: Pick<TakeStore, 'weight' | 'weights'>,
  activity: Activity,
): Summaries {
  const summary = (listed: ListedProject, bytes: number): ProjectSummary => {
    const { id, title, authors, cover, voice, createdAt, openedAt } = listed.project
    const { segments, ready, flagged, archived, readySeconds: seconds } = listed
    return {
      ...{ id, title, authors, cover, voice, createdAt, openedAt },
      ...{ segments, ready, flagged, archived, seconds, bytes },
      failed: activity.failures(id),
      wholeSeconds: wholeSeconds(listed),
    }
  }
  return {
    async all() {
      const [listed, weights] = await Promise.all([projects.list(), takes.weights()])
      return listed.map((one) => summary(one, weights.get(one.project.id) ?? 0))
    },
    async of(projectId) {
      const listed = await projects.listed(projectId)
      return listed && summary(listed, await takes.weight(projectId))
    },
  }
}

/** From what is spoken, as soon as that tells something of the rest; else as most voices speak. */
export function wholeSeconds({
  segments,
  ready,
  readySeconds,
  characters,
}: Pick<ListedProject, 'segments' | 'ready' | 'readySeconds' | 'characters'>): number {
  if (ready >= segments) return readySeconds
  if (ready >= 20) return readySeconds * (segments / ready)
  const left = (characters / usualCharactersPerSecond) * ((segments - ready) / segments)
  return readySeconds + left
}
