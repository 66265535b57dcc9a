// Changes of a document as facts with their inverses: undo, redo and crash safety in one table.
import type { OneChange, Project, ProjectChange, ProjectHistory } from '../../contract/index.ts'
import type { Database } from './database.ts'
import { createDocumentChanges } from './document-changes.ts'
import type { ProjectsPrepared } from './projects-prepared.ts'
import type { FactRow } from './statements/history-statements.ts'

type Applied = { project: Project; applied: ProjectChange }

export type ProjectHistories = {
  change(projectId: string, change: ProjectChange): Project
  undo(projectId: string): Applied | null
  redo(projectId: string): Applied | null
  history(projectId: string): ProjectHistory
}

/** `read` gives the index of a project or fails with `not-found`. */
export function createProjectHistory(
  database: Database,
  { facts, projects, segments }: ProjectsPrepared,
  read: (projectId: string) => Project,
): ProjectHistories {
  const document = createDocumentChanges({ projects, segments }, read)

  /** Moves one fact, and with it those beside it that the same job has pinned. */
  const step = (
    projectId: string,
    next: () => FactRow | undefined,
    undone: 0 | 1,
  ): Applied | null => {
    let applied: ProjectChange | null = null
    for (let fact = next(); fact; fact = next()) {
      const change = JSON.parse(undone ? fact.inverse : fact.change) as ProjectChange
      const both: ProjectChange | null = applied ? joinedChange(applied, change) : change
      if (!both) break
      document.apply(projectId, change)
      facts.move.run({ projectId, sequence: fact.sequence, undone })
      applied = both
    }
    if (!applied) return null
    projects.revise.run({ id: projectId })
    return { project: read(projectId), applied }
  }

  return {
    change: (projectId, change) =>
      database.transaction(() => {
        const made = document.make(projectId, change)
        if (!made) return read(projectId)
        facts.forgetUndone.run({ projectId })
        facts.add.run({
          projectId,
          change: JSON.stringify(made.change),
          inverse: JSON.stringify(made.inverse),
        })
        projects.revise.run({ id: projectId })
        return read(projectId)
      }),
    undo: (projectId) =>
      database.transaction(() => step(projectId, () => facts.lastDone.get({ projectId }), 1)),
    redo: (projectId) =>
      database.transaction(() => step(projectId, () => facts.firstUndone.get({ projectId }), 0)),
    history: (projectId) => ({
      canUndo: facts.lastDone.get({ projectId }) !== undefined,
      canRedo: facts.firstUndone.get({ projectId }) !== undefined,
    }),
  }
}

const partsOf = (change: ProjectChange): OneChange[] =>
  change.kind === 'several' ? change.changes : [change]

/** The job that has pinned takes as a part of a change. */
function jobOf(change: ProjectChange): string | undefined {
  for (const one of partsOf(change)) if (one.kind === 'takes-pinned') return one.jobId
  return undefined
}

/** Two changes, one after the other, as one step for a person; null when they are two. */
function joinedChange(first: ProjectChange, then: ProjectChange): ProjectChange | null {
  const jobId = jobOf(first)
  if (jobId === undefined || jobId !== jobOf(then)) return null
  if (first.kind !== 'takes-pinned' || then.kind !== 'takes-pinned')
    return { kind: 'several', changes: [...partsOf(first), ...partsOf(then)] }
  const takes = new Map([...first.takes, ...then.takes].map((take) => [take.segmentId, take]))
  return { ...then, takes: [...takes.values()] }
}
