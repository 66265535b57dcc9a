// Changes of the document: applied, taken back, and followed by what must be derived anew.
import type { DictionaryEntry, OneChange, Project, ProjectChange } from '../../../contract/index.ts'
import type { Turns } from '../../base/turns.ts'
import type { ProjectStore } from '../../ports/projects.ts'
import type { Activity } from '../narration/activity.ts'
import { rowCount } from './project-rows.ts'
import type { Resolver } from '../takes/resolver.ts'
import type { StudioContext } from '../studio-context.ts'
import { together, touchedRows, wordsTouched, type Touched } from './touched-rows.ts'

const pageSize = 250
/** Of more rows than these it is quicker told that any may be another. */
const mostTold = 1000

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
  /** The same of the rows that a dictionary beside the book's own says otherwise now. */
  settleWords(
    projectId: string,
    before: readonly DictionaryEntry[],
    after: readonly DictionaryEntry[],
  ): Promise<void>
}

export type Step = { before: Project; applied: ProjectChange }

type ChangeMaker = (project: Project) => Promise<ProjectChange> | ProjectChange

export function createChanges(
  context: StudioContext,
  resolver: Resolver,
  activity: Pick<Activity, 'forgetFailures' | 'progressed'>,
  turns: Turns,
  summarise: (projectId: string) => Promise<void>,
): Changes {
  const { projects, events } = context

  const settlePages = async (project: Project) => {
    const end = rowCount(project.chapters)
    for (let from = 0; from < end; from += pageSize) {
      context.scope.signal.throwIfAborted()
      await resolver.settle(project.id, { from, count: pageSize })
    }
  }
  /** Settles the rows and answers with their positions; null: any of the book may be another. */
  const settle = async (project: Project, touched: Touched): Promise<number[] | null> => {
    if (touched.all) {
      await settlePages(project)
      return null
    }
    const positions = new Set<number>()
    for (let at = 0; at < touched.ids.length; at += pageSize) {
      const ids = touched.ids.slice(at, at + pageSize)
      for (const { segment } of await resolver.settle(project.id, { ids }))
        positions.add(segment.position)
    }
    for (const filter of touched.found) {
      const found = (await projects.find(project.id, filter)).positions
      for (let at = 0; at < found.length; at += pageSize) {
        context.scope.signal.throwIfAborted()
        const page = found.slice(at, at + pageSize)
        await resolver.settle(project.id, { positions: page })
        for (const position of page) positions.add(position)
      }
    }
    if (positions.size + touched.shown.length > mostTold) return null
    for (const { position } of await projects.segmentsById(project.id, touched.shown))
      positions.add(position)
    return [...positions]
  }
  /** Positions of the rows that may be another after the change; null: all. */
  const follow = async (
    before: Project,
    project: Project,
    change: ProjectChange,
  ): Promise<number[] | null> => {
    // Every row has another place, and none another sound; what has failed is tried again.
    const changes = change.kind === 'several' ? change.changes : [change]
    const isMoved = changes.some(movesRows)
    const touched = together(changes.map((one) => touchedRows(before, project, one)))
    // Who may stand in is no other wish: that the own voice has failed stays true.
    if (isMoved || (touched.all && change.kind !== 'fallback-allowed') || touched.found.length > 0)
      activity.forgetFailures(project.id, 'all')
    else if (!touched.all) activity.forgetFailures(project.id, touched.ids)
    const positions = await settle(project, touched)
    return isMoved ? null : positions
  }
  const announce = async (projectId: string, positions: number[] | null) => {
    // Read now: what was changed while rows were settled must not be told as it was before.
    const project = await projects.read(projectId)
    const history = await projects.history(projectId)
    events.emit('project.changed', { project, history, positions })
    // How far its chapters are is told with rows, also where no row is anything new.
    activity.progressed(projectId)
    await summarise(projectId)
  }
  /** What is in the store is told, also where its rows could not be settled: nobody may keep what was before. */
  const tell = async (before: Project, project: Project, change: ProjectChange) => {
    let positions: number[] | null = null
    try {
      positions = await follow(before, project, change)
    } finally {
      await announce(project.id, positions)
    }
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
      if (result) await tell(before, result.project, result.applied)
      return result && { before, applied: result.applied }
    })

  return {
    announce,
    summarise,
    async settleAll(projectId) {
      await settlePages(await projects.read(projectId))
      await announce(projectId, null)
    },
    async settleWords(projectId, before, after) {
      const project = await projects.read(projectId)
      await announce(projectId, await settle(project, wordsTouched(before, after)))
    },
    apply: (projectId, wanted) =>
      inTurn(projectId, async () => {
        const before = await projects.read(projectId)
        const change = typeof wanted === 'function' ? await wanted(before) : wanted
        const project = await projects.change(projectId, change)
        await tell(before, project, change)
        return project
      }),
    undo: (projectId, revision) => step(projectId, (id) => projects.undo(id), revision),
    redo: (projectId) => step(projectId, (id) => projects.redo(id)),
  }
}

/** Whether rows have other places after it. */
const movesRows = ({ kind }: OneChange): boolean =>
  kind === 'chapters-arranged' || kind === 'rows-replaced'
