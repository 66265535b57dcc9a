// Changes of the document: applied, taken back, and followed by what must be derived anew.
import type { OneChange, Project, ProjectChange } from '../../contract/index.ts'
import { assertNever } from '../base/invariant.ts'
import type { Turns } from '../base/turns.ts'
import type { ProjectStore } from '../ports/projects.ts'
import type { Activity } from './activity.ts'
import type { Resolver } from './resolver.ts'
import type { StudioContext } from './studio-context.ts'

const pageSize = 100

export type Changes = {
  /**
   * One after the other for each project; a function makes the change from the project as it is then.
   * Whoever waits for a job to end does so outside: jobs change documents too.
   */
  apply(projectId: string, change: ProjectChange | ChangeMaker): Promise<Project>
  /**
   * Answers with what was taken back and what the project was before; null where nothing was, or where it is
   * no longer at this revision.
   */
  undo(projectId: string, revision?: number): Promise<Step | null>
  redo(projectId: string): Promise<Step | null>
  /** Tells the library and the rows that a project is not what it was; positions null: all. */
  announce(projectId: string, positions: number[] | null): Promise<void>
  /** Tells the library how far a book has come. */
  summarise(projectId: string): Promise<void>
  /** Finds out again which takes every segment of a project is heard with, and announces it. */
  settleAll(projectId: string): Promise<void>
}

export type Step = { before: Project; applied: ProjectChange }

type ChangeMaker = (project: Project) => Promise<ProjectChange> | ProjectChange

export function createChanges(
  context: StudioContext,
  resolver: Resolver,
  activity: Pick<Activity, 'forgetFailures' | 'changed'>,
  turns: Turns,
  summarise: (projectId: string) => Promise<void>,
): Changes {
  const { projects, events } = context

  const settlePages = async (project: Project) => {
    const last = project.chapters.at(-1)
    const end = last ? last.firstPosition + last.segments : 0
    for (let from = 0; from < end; from += pageSize) {
      context.scope.signal.throwIfAborted()
      await resolver.settle(project.id, { from, count: pageSize })
    }
  }
  /** Positions whose sound may be another after the change; null: all. */
  const follow = async (project: Project, change: ProjectChange): Promise<number[] | null> => {
    // Every row has another place, and none another sound; what has failed is tried again.
    const changes = change.kind === 'several' ? change.changes : [change]
    const isMoved = changes.some(movesRows)
    if (isMoved) activity.forgetFailures(project.id, 'all')
    const ids = together(changes.map(segmentsOf))
    // Who may stand in is no other wish: that the own voice has failed stays true.
    if (change.kind !== 'fallback-allowed') activity.forgetFailures(project.id, ids)
    if (ids === 'all') {
      await settlePages(project)
      return null
    }
    const positions: number[] = []
    for (let at = 0; at < ids.length; at += pageSize) {
      const rows = await resolver.settle(project.id, { ids: ids.slice(at, at + pageSize) })
      positions.push(...rows.map(({ segment }) => segment.position))
    }
    return isMoved ? null : positions
  }
  const announce = async (projectId: string, positions: number[] | null) => {
    // Read now: what was changed while rows were settled must not be told as it was before.
    const project = await projects.read(projectId)
    const history = await projects.history(projectId)
    events.emit('project.changed', { project, history, positions })
    // How far its chapters are is told with rows, also where no row is anything new.
    activity.changed(projectId, '')
    await summarise(projectId)
  }
  const inTurn = <T>(projectId: string, work: () => Promise<T>): Promise<T> =>
    turns(`document of ${projectId}`, work)
  const step = (
    projectId: string,
    take: ProjectStore['undo'],
    revision?: number,
  ): Promise<Step | null> =>
    inTurn(projectId, async () => {
      const before = await projects.read(projectId)
      if (revision !== undefined && before.revision !== revision) return null
      const result = await take(projectId)
      if (result) await announce(projectId, await follow(result.project, result.applied))
      return result && { before, applied: result.applied }
    })

  return {
    announce,
    summarise,
    async settleAll(projectId) {
      await settlePages(await projects.read(projectId))
      await announce(projectId, null)
    },
    apply: (projectId, wanted) =>
      inTurn(projectId, async () => {
        const change =
          typeof wanted === 'function' ? await wanted(await projects.read(projectId)) : wanted
        const project = await projects.change(projectId, change)
        await announce(projectId, await follow(project, change))
        return project
      }),
    undo: (projectId, revision) => step(projectId, (id) => projects.undo(id), revision),
    redo: (projectId) => step(projectId, (id) => projects.redo(id)),
  }
}

/** Whether rows have other places after it. */
const movesRows = ({ kind }: OneChange): boolean =>
  kind === 'chapters-arranged' || kind === 'rows-replaced'

/** Segments that may be heard with another take after it. */
function segmentsOf(change: OneChange): string[] | 'all' {
  switch (change.kind) {
    case 'voice-cast':
    case 'fallback-allowed':
    case 'cast-changed':
    case 'dictionary-changed':
      return 'all'
    case 'book-described':
    case 'chapters-ticked':
    case 'chapters-arranged':
    case 'sound-shaped':
    case 'music-placed':
      return []
    case 'lines-left-out':
      return change.lines.map(({ segmentId }) => segmentId)
    case 'rows-replaced':
      return change.stretches.flatMap(({ rows }) => rows.map(({ id }) => id))
    case 'segments-set':
      return change.rows.map(({ segmentId }) => segmentId)
    case 'segment-edited':
      return [change.segmentId]
    case 'takes-pinned':
      return change.takes.map(({ segmentId }) => segmentId)
    default:
      return assertNever(change)
  }
}

const together = (lists: readonly (string[] | 'all')[]): string[] | 'all' =>
  lists.includes('all') ? 'all' : [...new Set(lists.flat())]
