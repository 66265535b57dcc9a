// Brings a database from the version it was found in to the one that this Lectern knows.
import { fail } from '../../core/base/failure-error.ts'
import { invariant } from '../../core/base/invariant.ts'

/** Frozen once released: what it made is on people's disks. A change is another migration. */
export type Migration = { readonly version: number; readonly sql: string }

/** `run` executes the SQL and notes the version in one transaction. Fails with `data-newer`. */
export function applyMigrations(
  database: { found: number; run(sql: string, version: number): void },
  migrations: readonly Migration[],
): void {
  const known = migrations.length
  if (database.found > known) throw fail('data-newer', { found: database.found, known })
  for (const [index, migration] of migrations.entries()) {
    invariant(migration.version === index + 1, 'migrations are numbered from 1 without a gap')
    if (migration.version > database.found) database.run(migration.sql, migration.version)
  }
}
