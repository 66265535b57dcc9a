// What the library shows of a project.
import type { Project, ProjectSummary } from '../../contract/index.ts'
import type { ProjectStore } from '../ports.ts'
import type { Activity } from './activity.ts'

export type Summaries = {
  all(): Promise<ProjectSummary[]>
  of(projectId: string): Promise<ProjectSummary | null>
}

export function createSummaries(projects: ProjectStore, activity: Activity): Summaries {
  const summary = (row: { project: Project; segments: number; ready: number }): ProjectSummary => {
    const { id, title, authors, cover, voice, createdAt, openedAt } = row.project
    const failed = activity.failures(id)
    return {
      id,
      title,
      authors,
      cover,
      voice,
      createdAt,
      openedAt,
      segments: row.segments,
      ready: row.ready,
      failed,
    }
  }
  return {
    all: async () => (await projects.list()).map(summary),
    of: async (projectId) => {
      const row = (await projects.list()).find(({ project }) => project.id === projectId)
      return row ? summary(row) : null
    },
  }
}
