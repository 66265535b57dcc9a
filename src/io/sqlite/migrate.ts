// Brings a database from the version it was found in to the one that this Lectern knows.
import { fail } from '../../core/base/failure-error.ts'
import { invariant } from '../../core/base/invariant.ts'

/** Frozen once released: what it made is on people's disks. A change is another migration. */
export type Migration = { readonly version: number; readonly sql: string }

/** What is still to be applied, oldest first. Fails with `data-newer`. */
export function pendingMigrations(
  found: number,
  migrations: readonly Migration[],
): readonly Migration[] {
  const known = migrations.length
  if (found > known) throw fail('data-newer', { found, known })
  for (const [index, { version }] of migrations.entries())
    invariant(version === index + 1, 'migrations are numbered from 1 without a gap')
  return migrations.slice(found)
}
