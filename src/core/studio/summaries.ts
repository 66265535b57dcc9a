// What the library shows of a project.
import type { ProjectSummary } from '../../contract/index.ts'
import type { ListedProject, ProjectStore } from '../ports/projects.ts'
import type { Activity } from './activity.ts'

export type Summaries = {
  all(): Promise<ProjectSummary[]>
  of(projectId: string): Promise<ProjectSummary | null>
}

export function createSummaries(projects: ProjectStore, activity: Activity): Summaries {
  const summary = ({ project, ...counts }: ListedProject): ProjectSummary => {
    const { id, title, authors, cover, voice, createdAt, openedAt } = project
    const failed = activity.failures(id)
    return { id, title, authors, cover, voice, createdAt, openedAt, ...counts, failed }
  }
  return {
    all: async () => (await projects.list()).map(summary),
    of: async (projectId) => {
      const row = (await projects.list()).find(({ project }) => project.id === projectId)
      return row ? summary(row) : null
    },
  }
}
