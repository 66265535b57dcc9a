// A project once more, under another id: all its rows but its history, in one transaction.
import type { Project } from '../../contract/index.ts'
import { coverOf, describedCover } from '../../core/base/cover-address.ts'
import { invariant } from '../../core/base/invariant.ts'
import type { Database } from './database.ts'
import { ownColumns, readProjectTables, type ProjectTables } from './project-tables.ts'
import type { ProjectsPrepared } from './projects-prepared.ts'
import { statement } from './statement.ts'

/** Its own history begins empty. */
const ownTables = ['facts']

/** Chapters come after their segments: triggers would count into them what they have counted already. */
const chaptersLast = (a: { name: string }, b: { name: string }): number =>
  Number(a.name === 'chapters') - Number(b.name === 'chapters')

export function createDocumentCopier(
  database: Database,
  { projects }: Pick<ProjectsPrepared, 'projects'>,
): (from: Project, as: { id: string; title: string; at: number }) => void {
  const prepared = database.prepare(copyStatements(readProjectTables(database)))
  return (from, { id, title, at }) =>
    database.transaction(() => {
      for (const copy of Object.values(prepared)) copy.run({ from: from.id, to: id })
      const cover = JSON.stringify(coverOf(id, describedCover(from.cover)))
      const named = projects.nameCopy.run({ id, title, cover, at })
      invariant(named === 1, 'a project is begun before another one is copied into it')
    })
}

const copyStatements = ({ project, owned }: ProjectTables) => {
  const own = project.filter((column) => !ownColumns.includes(column))
  const tables = owned.filter(({ name }) => !ownTables.includes(name)).toSorted(chaptersLast)
  const entries = tables.map(({ name, columns }) => {
    const list = columns.join(', ')
    return [
      name,
      statement<{ from: string; to: string }>(`
        INSERT INTO ${name} (project_id, ${list})
        SELECT @to, ${list} FROM ${name} WHERE project_id = @from`),
    ] as const
  })
  return Object.fromEntries([
    ...entries,
    [
      'projects',
      statement<{ from: string; to: string }>(`
        UPDATE projects SET (${own.join(', ')}) =
          (SELECT ${own.join(', ')} FROM projects WHERE id = @from)
        WHERE id = @to AND complete = 0`),
    ] as const,
  ])
}
