// Reads what can be read of a damaged database: every row that does not lie on, or behind, a spoiled page.
import type { Database } from './database.ts'
import { isDamaged, isRefused } from './sqlite-failure.ts'
import { statement } from './statement.ts'

export type Row = Record<string, unknown>

/** Whether all rows of a table could be read and written. */
export type Salvage = { copied: number; whole: boolean }

/** Written in one transaction. */
const batch = 200
/** So many tries that bring no row end the search in a table; a spoiled page costs two for each row on it. */
const fruitlessTries = 20_000
/** How far to look behind the last row that could be read, where the table's end is spoiled. */
const farthest = 2 ** 22

/** Copies a table of the same name as far as it can be read; columns that only one of them has are left out. */
export function salvageTable(
  from: Database,
  to: Database,
  table: string,
  projectIds: readonly string[] = [],
): Salvage {
  const result: Salvage = { copied: 0, whole: true }
  const notWhole = () => void (result.whole = false)
  try {
    const theirs = columnsOf(from, table)
    const columns = columnsOf(to, table).filter((name) => theirs.includes(name))
    const values = columns.map((name) => `@${name}`).join(', ')
    const sql = `INSERT OR IGNORE INTO ${table} (${columns.join(', ')}) VALUES (${values})`
    const add = to.prepare({ one: statement<Row>(sql) }).one
    const write = (rows: readonly Row[]) =>
      to.transaction(() => {
        for (const row of rows) {
          try {
            result.copied += add.run(row)
          } catch (error) {
            if (!isRefused(error)) throw error
            notWhole()
          }
        }
      })
    let waiting: Row[] = []
    const rows = hasRowid(to, table)
      ? readByNumber(from, table, columns, notWhole)
      : readByKey(from, table, columns, projectIds, notWhole)
    for (const row of rows) {
      waiting.push(row)
      if (waiting.length < batch) continue
      write(waiting)
      waiting = []
    }
    write(waiting)
  } catch (error) {
    if (!isUnreadable(error)) throw error
    notWhole()
  }
  return result
}

/** Rows of a table with numbers, each with its number as `rowid`; what cannot be read is skipped and told. */
export function* readByNumber(
  from: Database,
  table: string,
  columns: readonly string[],
  onGap: () => void,
): Generator<Row> {
  const select = `SELECT rowid AS rowid, ${columns.join(', ')} FROM ${table} WHERE rowid BETWEEN @from AND @to`
  const { up, down, last } = from.prepare({
    up: statement<Span, Row>(`${select} ORDER BY rowid`),
    down: statement<Span, Row>(`${select} ORDER BY rowid DESC`),
    last: statement<object, { last: number | null }>(`SELECT max(rowid) AS last FROM ${table}`),
  })
  let tries = fruitlessTries
  // The widest first: what is left to be read is found from both ends, and soon.
  const spans: Span[] = [{ from: 0, to: lastOf() }]
  for (const span of spans) {
    if (tries-- === 0) return
    let { from: first, to: end } = span
    try {
      for (const row of up.each(span)) {
        first = Number(row['rowid']) + 1
        tries = fruitlessTries
        yield row
      }
      continue
    } catch (error) {
      if (!isDamaged(error)) throw error
      onGap()
    }
    try {
      if (first < end)
        for (const row of down.each({ from: first, to: end })) {
          end = Number(row['rowid']) - 1
          tries = fruitlessTries
          yield row
        }
    } catch (error) {
      if (!isDamaged(error)) throw error
    }
    if (first >= end) continue
    const middle = Math.floor((first + end) / 2)
    spans.push({ from: first, to: middle }, { from: middle + 1, to: end })
  }

  function lastOf(): number {
    try {
      return last.get({})?.last ?? 0
    } catch (error) {
      if (!isDamaged(error)) throw error
      onGap()
      return farthest
    }
  }
}

type Span = { from: number; to: number }

/** Rows of a table that lies in the order of its key: from both ends, and of each project from both. */
function* readByKey(
  from: Database,
  table: string,
  columns: readonly string[],
  projectIds: readonly string[],
  onGap: () => void,
): Generator<Row> {
  const key = keyOf(from, table)
  const select = `SELECT ${columns.join(', ')} FROM ${table}`
  const up = key.join(', ')
  const down = key.map((name) => `${name} DESC`).join(', ')
  let isWhole = true
  const readable = function* (sql: string, parameters: object): Generator<Row> {
    try {
      yield* from.prepare({ rows: statement<object, Row>(sql) }).rows.each(parameters)
    } catch (error) {
      if (!isDamaged(error)) throw error
      if (isWhole) onGap()
      isWhole = false
    }
  }
  yield* readable(`${select} ORDER BY ${up}`, {})
  if (isWhole) return
  yield* readable(`${select} ORDER BY ${down}`, {})
  if (!columns.includes('project_id')) return
  for (const projectId of projectIds)
    for (const order of [up, down])
      yield* readable(`${select} WHERE project_id = @projectId ORDER BY ${order}`, { projectId })
}

/** Also where SQLite finds no table, because what names them is spoiled. */
const isUnreadable = (error: unknown): boolean =>
  isDamaged(error) || (error instanceof Error && 'code' in error && error.code === 'SQLITE_ERROR')

const info = {
  columns: statement<{ table: string }, { name: string; pk: number }>(
    'SELECT name, pk FROM pragma_table_info(@table) ORDER BY cid',
  ),
  kind: statement<{ table: string }, { wr: 0 | 1 }>(
    'SELECT wr FROM pragma_table_list WHERE name = @table',
  ),
}

const columnsOf = (database: Database, table: string): string[] =>
  database
    .prepare(info)
    .columns.all({ table })
    .map(({ name }) => name)

const keyOf = (database: Database, table: string): string[] =>
  database
    .prepare(info)
    .columns.all({ table })
    .filter(({ pk }) => pk > 0)
    .toSorted((a, b) => a.pk - b.pk)
    .map(({ name }) => name)

const hasRowid = (database: Database, table: string): boolean =>
  database.prepare(info).kind.get({ table })?.wr === 0
