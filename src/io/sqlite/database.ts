// The only importer of better-sqlite3: opens a database, prepares statements, runs transactions.
import Native from 'better-sqlite3'
import { applyMigrations, type Migration } from './migrate.ts'
import { worded } from './sqlite-failure.ts'
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
  /** Forgets cached pages, and does what idle work does for as long as one call may take. */
  shrink(): void
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
}

/** Some ten milliseconds' work. */
const shrinkPages = 1000

/** SQLite's page cache, for each connection. */
const cacheKibibytes = 8192

/**
 * Opens or makes a database and brings it to this version. Fails with `data-newer`, `data-damaged`,
 * `folder-not-writable`, `disk-full`.
 */
export function openDatabase(path: string, options: DatabaseOptions): Database {
  return worded(path, () => {
    const native = new Native(path)
    try {
      // Both must come before the log and the first table.
      native.pragma(`page_size = ${options.pageSize}`)
      native.pragma('auto_vacuum = incremental')
      const known = options.migrations.length
      const found = Number(native.pragma('user_version', { simple: true }))
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
      applyMigrations(
        {
          found,
          run: (sql, version) =>
            native.transaction(() => {
              native.exec(sql)
              native.pragma(`user_version = ${version}`)
            })(),
        },
        options.migrations,
      )
      return bind(native, path)
    } catch (error) {
      native.close()
      throw error
    }
  })
}

/** Opens a database that another connection writes. Fails with `data-damaged`, `folder-not-writable`. */
export function openForReading(path: string): Database {
  return worded(path, () => {
    const native = new Native(path, { readonly: true, fileMustExist: true })
    native.pragma(`cache_size = -${cacheKibibytes}`)
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
      native.pragma('wal_checkpoint(passive)')
      native.pragma(`incremental_vacuum(${shrinkPages})`)
      native.pragma('shrink_memory')
    },
    onSlow: (listener) => void (tell = listener),
    close: () => void native.close(),
  }
}
