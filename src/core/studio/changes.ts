// Changes of the document: applied, taken back, and followed by what must be derived anew.
import type { Project, ProjectChange, ProjectHistory } from '../../contract/index.ts'
import type { ProjectStore } from '../ports.ts'
import type { Resolver } from './resolver.ts'
import type { StudioContext } from './studio-context.ts'

const pageSize = 500

export type Changes = {
  apply(projectId: string, change: ProjectChange): Promise<Project>
  undo(projectId: string): Promise<ProjectHistory>
  redo(projectId: string): Promise<ProjectHistory>
  /** Tells the library and the rows that a project is not what it was. */
  announce(project: Project, positions: number[] | null): Promise<void>
  /** Tells the library how far a book has come. */
  summarise(projectId: string): Promise<void>
  /** Finds out again which takes every segment of a project is heard with. */
  settleAll(project: Project): Promise<void>
}

export function createChanges(
  context: StudioContext,
  resolver: Resolver,
  summarise: (projectId: string) => Promise<void>,
): Changes {
  const { projects, events } = context

  const settleAll = async (project: Project) => {
    const last = project.chapters.at(-1)
    const end = last ? last.firstPosition + last.segments : 0
    for (let from = 0; from < end; from += pageSize) {
      context.scope.signal.throwIfAborted()
      await resolver.settle(project, await projects.segments(project.id, from, pageSize))
    }
  }
  /** Positions whose sound may be another after the change; null: all. */
  const follow = async (project: Project, change: ProjectChange): Promise<number[] | null> => {
    const ids = segmentsOf(change)
    if (ids === 'all') {
      await settleAll(project)
      return null
    }
    const segments = await projects.segmentsById(project.id, ids)
    await resolver.settle(project, segments)
    return segments.map(({ position }) => position)
  }
  const announce = async (project: Project, positions: number[] | null) => {
    const history = await projects.history(project.id)
    events.emit('project.changed', { project, history, positions })
    await summarise(project.id)
  }
  const step = async (projectId: string, take: ProjectStore['undo']): Promise<ProjectHistory> => {
    const result = await take(projectId)
    if (result) await announce(result.project, await follow(result.project, result.applied))
    return projects.history(projectId)
  }

  return {
    announce,
    summarise,
    settleAll,
    async apply(projectId, change) {
      const project = await projects.change(projectId, change)
      await announce(project, await follow(project, change))
      return project
    },
    undo: (projectId) => step(projectId, (id) => projects.undo(id)),
    redo: (projectId) => step(projectId, (id) => projects.redo(id)),
  }
}

function segmentsOf(change: ProjectChange): string[] | 'all' {
  switch (change.kind) {
    case 'voice-cast':
      return 'all'
    case 'chapters-ticked':
      return []
    case 'segment-edited':
      return [change.segmentId]
    case 'takes-pinned':
      return change.takes.map(({ segmentId }) => segmentId)
  }
}
