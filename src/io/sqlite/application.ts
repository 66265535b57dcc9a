// Whether a database file is Lectern's: by the number in its header, and by a table that it must have.
import { fail } from '../../core/base/failure-error.ts'

export type Application = {
  /** SQLite's `application_id`: which of Lectern's databases it is. */
  id: number
  /** Its first table: files that earlier versions made are known by it, for they are not signed. */
  table: string
}

/** Four letters each, as `file` shows them: LePr, LeTk. */
export const projectsApplication: Application = { id: 0x4c655072, table: 'projects' }
export const takesApplication: Application = { id: 0x4c65546b, table: 'takes' }

/**
 * Fails with `data-foreign` for another program's database, or another of ours. A file without tables is new;
 * what a newer Lectern made is its own to know.
 */
export function refuseForeign(
  found: number,
  known: number,
  application: Application,
  file: { name: string; id: number; tables: readonly string[] },
): void {
  const isUnsigned = file.id === 0
  const isNew = found === 0 && file.tables.length === 0
  const hasTable = file.tables.includes(application.table)
  const isOurs = file.id === application.id || (isUnsigned && (isNew || found > known || hasTable))
  if (!isOurs) throw fail('data-foreign', { name: file.name }, `application ${file.id}`)
}
