// No statement may walk a table that grows with the library.
import Native from 'better-sqlite3'
import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { describe, expect, test } from 'vitest'
import { projectsMigrations } from '../../../src/io/sqlite/projects-migrations.ts'
import type { StatementTable } from '../../../src/io/sqlite/statement.ts'
import { segmentStatements } from '../../../src/io/sqlite/statements/segment-statements.ts'
import { takeStatements } from '../../../src/io/sqlite/statements/take-statements.ts'
import { takesMigrations } from '../../../src/io/sqlite/takes-migrations.ts'

/** Every table in the folder of statements: nothing else can be prepared, so nothing is missed. */
const folder = join(import.meta.dirname, '../../../src/io/sqlite/statements')
const files = readdirSync(folder)
const statementsOf = async (chosen: string[]) => {
  const modules = await Promise.all(
    chosen.map((file) => import(pathToFileURL(join(folder, file)).href)),
  )
  const tables = modules.flatMap((module) => Object.values<StatementTable>(module))
  return tables.flatMap((table) => Object.entries(table))
}
const inTakes = await statementsOf(files.filter((file) => file.startsWith('take-')))
const inProjects = await statementsOf(files.filter((file) => !file.startsWith('take-')))

/** Tables that grow with books and takes. The others hold a row a project or a chapter. */
const growing = [
  'takes',
  'sounds',
  'analyses',
  'waveforms',
  'take_references',
  'segments',
  'jobs',
  'facts',
]

const databaseOf = (migrations: readonly { sql: string }[]) => {
  const database = new Native(':memory:')
  for (const { sql } of migrations) database.exec(sql)
  return database
}

/** The plan's lines, those of triggers and cascades included. */
function planOf(database: Native.Database, sql: string): string[] {
  const names = [...sql.matchAll(/@(\w+)/g)].map(([, name]) => [name, null] as const)
  const plan = database.prepare(`EXPLAIN QUERY PLAN ${sql}`).all(Object.fromEntries(names))
  return (plan as { detail: string }[]).map(({ detail }) => detail)
}

/** Names of tables as the plan uses them: an alias counts as its table. */
const scannedBy = (line: string): string | undefined => /^SCAN (\w+)/.exec(line)?.[1]

describe.each([
  ['projects.db', projectsMigrations, inProjects],
  ['takes.db', takesMigrations, inTakes],
] as const)('in %s', (_, migrations, statements) => {
  const database = databaseOf(migrations)
  test('there are statements', () => expect(statements.length).toBeGreaterThan(15))

  test.each(statements.map(([name, { sql }]) => [name, sql]))(
    'the statement “%s” finds what it wants by an index',
    (_name, sql) => {
      const scanned = planOf(database, sql).map(scannedBy)
      expect(scanned.filter((table) => table !== undefined && growing.includes(table))).toEqual([])
      expect(sql).not.toMatch(/\b(takes|segments|jobs|facts) AS\b/)
    },
  )
})

test('the plans of the library and of the sweep are the ones that were meant', () => {
  const projects = databaseOf(projectsMigrations)
  const takes = databaseOf(takesMigrations)
  expect(planOf(projects, segmentStatements.range.sql)).toEqual([
    'SEARCH segments USING INDEX segments_by_position (project_id=? AND position>? AND position<?)',
  ])
  expect(planOf(takes, takeStatements.unheld.sql)).toEqual([
    'SEARCH takes USING INDEX takes_unheld (used_at<?)',
  ])
})

test('the check sees a scan where there is one', () => {
  const takes = databaseOf(takesMigrations)
  expect(planOf(takes, 'SELECT sum(bytes) FROM takes').map(scannedBy)).toEqual(['takes'])
  expect(planOf(takes, 'SELECT id FROM takes ORDER BY id').map(scannedBy)).toEqual(['takes'])
})
