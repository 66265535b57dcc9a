// The only importer of better-sqlite3: opens a database, prepares statements, runs transactions.
import Native from 'better-sqlite3'
import { basename } from 'node:path'
import { refuseForeign, type Application } from './application.ts'
import { pendingMigrations, type Migration } from './migrate.ts'
import { migrationFailure, worded } from './sqlite-failure.ts'
import type { PreparedStatement, PreparedTable, StatementTable } from './statement.ts'

export type Database = {
  readonly path: string
  /** Whether a transaction has written since `checkpoint` last ran. */
  readonly written: boolean
  prepare<T extends StatementTable>(table: T): PreparedTable<T>
  /** All or nothing. `work` is synchronous; inside another transaction it is a part of that one. */
  transaction<T>(work: () => T): T
  /** The first column of a pragma's first row. */
  pragma(text: string): unknown
  /** Copies the log into the database as far as readers allow, without waiting for them. */
  checkpoint(): void
  /** Gives up to `pages` free pages back to the disk; answers with the free pages that are left. */
  vacuum(pages: number): number
  /** Copies the log into the database, and forgets the pages that are kept in memory. */
  shrink(): void
  /** Copies it whole into a file that is not there yet. */
  copyInto(path: string): void
  /** Told of each statement that takes longer than it should; nobody is at first. */
  onSlow(listener: SlowListener): void
  close(): void
}

/** Which it was by its name in the table of statements: never what was bound to it. */
export type SlowStatement = { statement: string; durationMs: number }
export type SlowListener = (slow: SlowStatement) => void

const slowMs = 50

export type DatabaseOptions = {
  /** In bytes; takes effect when the file is new. */
  pageSize: number
  /** The log is copied by idle work; this bounds it when there is no idle moment. */
  logBytes: number
  migrations: readonly Migration[]
  /** Whose file it is. */
  application: Application
  /**
   * Before the first migration of a file that is there already: answers with the name of the backup, null
   * where it needs none. What it throws leaves the file as it was.
   */
  beforeMigrating?: (existing: { version: number; copyInto(path: string): void }) => string | null
}

/** SQLite's page cache, for each connection. */
const cacheKibibytes = 4096

/**
 * Opens or makes a database and brings it to this version. Fails with `data-newer`, `data-damaged`,
 * `data-foreign`, `data-not-updated`, `folder-not-writable`, `disk-full`.
 */
export function openDatabase(path: string, options: DatabaseOptions): Database {
  return worded(path, () => {
    const native = new Native(path)
    try {
      const known = options.migrations.length
      const found = Number(native.pragma('user_version', { simple: true }))
      refuseForeign(found, known, options.application, {
        name: basename(path),
        id: Number(native.pragma('application_id', { simple: true })),
        tables: tablesOf(native),
      })
      if (found === 0) {
        // Both must come before the log and the first table.
        native.pragma(`page_size = ${options.pageSize}`)
        native.pragma('auto_vacuum = incremental')
      }
      // A newer database is left exactly as it is.
      if (found <= known) {
        native.pragma('journal_mode = wal')
        native.pragma('synchronous = normal')
        native.pragma(`wal_autocheckpoint = ${Math.ceil(options.logBytes / options.pageSize)}`)
        native.pragma(`journal_size_limit = ${options.logBytes}`)
        native.pragma('foreign_keys = on')
      }
      native.pragma(`cache_size = -${cacheKibibytes}`)
      native.pragma('mmap_size = 0')
      migrate(native, path, found, options)
      sign(native, options.application.id)
      return bind(native, path)
    } catch (error) {
      native.close()
      throw error
    }
  })
}

const tablesOf = (native: Native.Database): string[] =>
  native
    .prepare<[], { name: string }>("SELECT name FROM sqlite_schema WHERE type = 'table'")
    .all()
    .map(({ name }) => name)

/** All that is pending in one transaction: a failure leaves the version that was found. */
function migrate(
  native: Native.Database,
  path: string,
  found: number,
  options: DatabaseOptions,
): void {
  const pending = pendingMigrations(found, options.migrations)
  if (pending.length === 0) return
  const copyInto = (copy: string) => copyWhole(native, copy)
  const backup = found > 0 ? options.beforeMigrating?.({ version: found, copyInto }) : null
  try {
    native.transaction(() => {
      for (const { sql, version } of pending) {
        native.exec(sql)
        native.pragma(`user_version = ${version}`)
      }
    })()
  } catch (error) {
    throw migrationFailure(error, path, backup ?? null)
  }
}

/** Into a file that is not there yet: whole, without gaps, with nothing beside it. */
const copyWhole = (native: Native.Database, path: string): void =>
  void native.prepare('VACUUM INTO @path').run({ path })

/** Files of earlier versions are unsigned; one that cannot be signed now is the next time. */
function sign(native: Native.Database, id: number): void {
  if (native.pragma('application_id', { simple: true }) === id) return
  try {
    native.pragma(`application_id = ${id}`)
  } catch {
    return
  }
}

/** Opens a database that another connection writes. Fails with `data-damaged`, `folder-not-writable`. */
export function openForReading(path: string): Database {
  return worded(path, () => {
    const native = new Native(path, { readonly: true, fileMustExist: true })
    native.pragma(`cache_size = -${cacheKibibytes}`)
    return bind(native, path)
  })
}

/** Opens what is damaged, to read what can be read of it: also where its end is cut off. */
export function openDamaged(path: string): Database {
  return worded(path, () => {
    const native = new Native(path, { readonly: true, fileMustExist: true })
    // Else a file that is shorter than its first page says would not be read at all.
    native.unsafeMode(true)
    native.pragma('writable_schema = on')
    native.pragma('cell_size_check = on')
    return bind(native, path)
  })
}

/**
 * Holds a file exclusively until `close`, or until the process ends, however it ends. Throws what
 * SQLite throws (`isBusy`) when another connection holds it.
 */
export function holdExclusively(path: string): { close(): void } {
  const native = new Native(path, { timeout: 0 })
  try {
    native.exec('BEGIN EXCLUSIVE')
  } catch (error) {
    native.close()
    throw error
  }
  return { close: () => void native.close() }
}

function bind(native: Native.Database, path: string): Database {
  const together = native.transaction((work: () => unknown) => work())
  let written = false

  let tell: SlowListener = () => {}
  const over = (statement: string, began: number) => {
    const durationMs = performance.now() - began
    if (durationMs > slowMs) tell({ statement, durationMs: Math.round(durationMs) })
  }
  const timed = <T>(statement: string, work: () => T): T => {
    const began = performance.now()
    const value = work()
    over(statement, began)
    return value
  }

  const prepareOne = (name: string, sql: string): PreparedStatement<object, unknown> => {
    const prepared = native.prepare<object>(sql)
    return {
      get: (parameters) => timed(name, () => prepared.get(parameters)),
      all: (parameters) => timed(name, () => prepared.all(parameters)),
      // How long it takes is for whoever takes the rows to say: it tells nothing of the statement.
      each: (parameters) => prepared.iterate(parameters),
      run: (parameters) => timed(name, () => prepared.run(parameters).changes),
    }
  }
  return {
    path,
    get written() {
      return written
    },
    prepare: <T extends StatementTable>(table: T) =>
      Object.fromEntries(
        Object.entries(table).map(([name, { sql }]) => [name, prepareOne(name, sql)]),
      ) as PreparedTable<T>,
    transaction<T>(work: () => T) {
      written = true
      let worked = 0
      const value = together.immediate(() => {
        const result = work()
        worked = performance.now()
        return result
      }) as T
      over('commit', worked)
      return value
    },
    pragma: (text) => native.pragma(text, { simple: true }),
    checkpoint() {
      timed('checkpoint', () => native.pragma('wal_checkpoint(passive)'))
      written = false
    },
    vacuum(pages) {
      timed('vacuum', () => native.pragma(`incremental_vacuum(${pages})`))
      written = true
      return Number(native.pragma('freelist_count', { simple: true }))
    },
    shrink() {
      timed('checkpoint', () => native.pragma('wal_checkpoint(passive)'))
      native.pragma('shrink_memory')
    },
    copyInto: (copy) => worded(copy, () => copyWhole(native, copy)),
    onSlow: (listener) => void (tell = listener),
    close: () => void native.close(),
  }
}
