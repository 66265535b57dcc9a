// A data folder as an older Lectern left it: what this one has written, in the tables of an earlier schema.
import { readdirSync, renameSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import type { Migration } from '../../src/io/sqlite/migrate.ts'

/** Rebuilds a database with the first `version` migrations, keeping all that these know of. It is closed. */
export function makeOlder(path: string, migrations: readonly Migration[], version: number): void {
  const newer = `${path}.newer`
  renameSync(path, newer)
  for (const ending of ['-wal', '-shm']) rmSync(`${path}${ending}`, { force: true })
  const database = new DatabaseSync(path)
  database.exec('PRAGMA page_size = 16384; PRAGMA foreign_keys = off')
  for (const { sql } of migrations.slice(0, version)) database.exec(sql)
  database.exec(`ATTACH '${newer}' AS newer; BEGIN`)
  const triggers = database
    .prepare("SELECT name, sql FROM main.sqlite_schema WHERE type = 'trigger'")
    .all() as { name: string; sql: string }[]
  for (const { name } of triggers) database.exec(`DROP TRIGGER ${name}`)
  const tables = database
    .prepare(
      "SELECT name FROM main.sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%'",
    )
    .all() as { name: string }[]
  for (const { name } of tables) {
    const columns = columnsOf(database, 'main', name)
      .filter((column) => columnsOf(database, 'newer', name).includes(column))
      .join(', ')
    database.exec(`DELETE FROM main.${name};
      INSERT INTO main.${name} (${columns}) SELECT ${columns} FROM newer.${name}`)
  }
  for (const { sql } of triggers) database.exec(sql)
  database.exec(`PRAGMA main.user_version = ${version}; COMMIT; DETACH newer`)
  database.close()
  rmSync(newer)
}

const columnsOf = (database: DatabaseSync, schema: string, table: string): string[] =>
  database
    .prepare(`SELECT name FROM pragma_table_info('${table}', '${schema}')`)
    .all()
    .map(({ name }) => String(name))

/** Every file below a folder, by its path from there. */
export const filesBelow = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => join(parentPath, name))
