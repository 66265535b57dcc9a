// Which tables of projects.db a project has rows in, and which columns: asked of the database, so that a new
// column or table is copied and saved with the others.
import type { Database } from './database.ts'
import { statement, type Nothing } from './statement.ts'

/** Where a project stands in its library: no part of a book, and of a copy its own affair. */
export const ownColumns = ['complete', 'archived_at', 'removed_at']

/** A table whose rows belong to projects, with its columns but the one that says to which. */
export type ProjectTable = { name: string; columns: readonly string[] }

/** `projects` itself is not among them: its key has another name. */
export type ProjectTables = { project: readonly string[]; owned: readonly ProjectTable[] }

const tables = {
  columns: statement<Nothing, { tableName: string; columnName: string; isNumber: 0 | 1 }>(`
    SELECT tables.name AS tableName, columns.name AS columnName,
      columns.pk = 1 AND columns.type = 'INTEGER' AND tables.wr = 0 AS isNumber
    FROM pragma_table_list AS tables, pragma_table_info(tables.name) AS columns
    WHERE tables.schema = 'main' AND tables.type = 'table' AND tables.name NOT LIKE 'sqlite_%'
    ORDER BY tables.name, columns.cid`),
}

/** Of an open projects.db. Numbers that SQLite gives rows itself are no columns of theirs. */
export function readProjectTables(database: Database): ProjectTables {
  const rows = database.prepare(tables).columns.all({})
  const byTable = Map.groupBy(
    rows.filter(({ isNumber }) => isNumber === 0),
    ({ tableName }) => tableName,
  )
  const columnsOf = (name: string) => (byTable.get(name) ?? []).map((row) => row.columnName)
  const owned = [...byTable.keys()]
    .map((name) => ({ name, columns: columnsOf(name) }))
    .filter(({ columns }) => columns.includes('project_id'))
    .map(({ name, columns }) => ({ name, columns: columns.filter((it) => it !== 'project_id') }))
  return { project: columnsOf('projects').filter((name) => name !== 'id'), owned }
}
