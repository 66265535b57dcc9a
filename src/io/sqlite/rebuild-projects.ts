// Makes projects.db anew from a damaged one: all rows that can be read, then only books that make sense.
import type { Database } from './database.ts'
import { salvageTable } from './salvage.ts'
import { statement, type Nothing } from './statement.ts'

/** What could not be copied whole, for `mendBooks` to go by. */
export type CopiedProjects = { wholeHistory: boolean; wholeList: boolean }

const ids = {
  projects: statement<Nothing, { id: string }>(
    'SELECT id FROM projects UNION SELECT project_id FROM segments',
  ),
  tables: statement<Nothing, { name: string }>(`
    SELECT name FROM pragma_table_list
    WHERE schema = 'main' AND type = 'table' AND name NOT LIKE 'sqlite_%'`),
}

/** `to` is fresh, of the version of `from`. */
export function copyProjects(from: Database, to: Database): CopiedProjects {
  // Rows come without what they refer to; `mendBooks` drops those for which nothing has come.
  to.pragma('foreign_keys = off')
  const prepared = to.prepare(ids)
  const projects = salvageTable(from, to, 'projects')
  // Chapters after their rows: they bring their counts, which triggers would else count again.
  salvageTable(from, to, 'segments')
  const projectIds = prepared.projects.all({}).map(({ id }) => id)
  const others = prepared.tables.all({}).map(({ name }) => name)
  let wholeHistory = true
  for (const table of others) {
    if (table === 'projects' || table === 'segments') continue
    const { whole } = salvageTable(from, to, table, projectIds)
    if (table === 'facts') wholeHistory = whole
  }
  return { wholeHistory, wholeList: projects.whole }
}
