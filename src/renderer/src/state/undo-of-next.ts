// Takes back one change and no other: what is offered beside its news may be chosen long after.
import type { CommandReply, Reply } from '../../../contract/index.ts'
import type { Connection } from '../client/connection.ts'
import type { ProjectMirror } from './project.ts'

export type UndoOfOne = (
  connection: Connection,
  projectId: string,
) => Promise<Reply<CommandReply<'project.undo'>>>

/**
 * Asked for just before a change is made. Where something else was changed first or since, nothing is taken
 * back: that is for the history's own button.
 */
export function undoOfNext(project: Pick<ProjectMirror, 'get'>): UndoOfOne {
  const open = project.get()
  const revision = open.state === 'ready' ? open.project.revision + 1 : -1
  return (connection, projectId) => connection.call('project.undo', { projectId, revision })
}
