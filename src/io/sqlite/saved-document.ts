// A project's rows as a file has them, table by table with every column there is, and back into the tables.
import { closeSync, openSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import type { Project, SavedRow } from '../../contract/index.ts'
import { coverOf, describedCover } from '../../core/base/cover-address.ts'
import { fail } from '../../core/base/failure-error.ts'
import { fsFailure } from '../codecs/fs-failure.ts'
import type { Database } from './database.ts'
import { ownColumns, readProjectTables } from './project-tables.ts'
import { isRefused } from './sqlite-failure.ts'
import { statement, type PreparedStatement } from './statement.ts'

type Values = Record<string, unknown>

/** Written at a time. */
const chunkCharacters = 256 * 1024

export type SavedDocuments = {
  version: number
  /** One row a line, as JSON, all as of one moment. Fails as the file's own disk does. */
  write(projectId: string, path: string): void
  /** Into a project that was begun. Fails with `book-damaged` where the tables do not take them. */
  add(projectId: string, rows: readonly SavedRow[]): void
}

export function createSavedDocuments(database: Database): SavedDocuments {
  const { project, owned } = readProjectTables(database)
  const columnsOf = new Map(owned.map(({ name, columns }) => [name, columns]))
  columnsOf.set(
    'projects',
    project.filter((name) => !ownColumns.includes(name)),
  )
  const reads = database.prepare(
    Object.fromEntries(
      [...columnsOf].map(([name, columns]) => [
        name,
        statement<{ projectId: string }, Values>(`
          SELECT ${columns.join(', ')} FROM ${name}
          WHERE ${name === 'projects' ? 'id' : 'project_id'} = @projectId`),
      ]),
    ),
  )
  const known = new Map<string, PreparedStatement<Values, never>>()
  const writerOf = (table: string, columns: readonly string[]) => {
    const key = [table, ...columns].join()
    const prepared = known.get(key) ?? database.prepare({ add: insertion(table, columns) }).add
    known.set(key, prepared)
    return prepared
  }
  const addOne = (projectId: string, { table, row }: SavedRow) => {
    const columns = Object.keys(row).toSorted()
    const ours = columnsOf.get(table)
    if (!ours || columns.length === 0 || columns.some((name) => !ours.includes(name)))
      throw damaged(`a row of ${table}`)
    const values = Object.fromEntries(columns.map((name) => [name, valueOf(row[name])]))
    if (table === 'projects' && typeof values['cover'] === 'string')
      values['cover'] = coverIn(projectId, values['cover'])
    const added = writerOf(table, columns).run({ ...values, projectId })
    if (added !== 1) throw damaged('the project is not there')
  }
  return {
    version: Number(database.pragma('user_version')),
    write(projectId, path) {
      const told = <T>(work: () => T): T => {
        try {
          return work()
        } catch (error) {
          throw fsFailure(error, dirname(path))
        }
      }
      const file = told(() => openSync(path, 'w'))
      // Unlike `writeSync` it goes on until all of it is written.
      const write = (text: string) => told(() => writeFileSync(file, text))
      try {
        database.transaction(() => {
          let text = ''
          for (const table of columnsOf.keys())
            for (const row of reads[table]?.each({ projectId }) ?? []) {
              text += `${JSON.stringify({ table, row: savedValues(row) })}\n`
              if (text.length < chunkCharacters) continue
              write(text)
              text = ''
            }
          write(text)
        })
      } finally {
        closeSync(file)
      }
    },
    add: (projectId, rows) =>
      database.transaction(() => {
        try {
          for (const row of rows) addOne(projectId, row)
        } catch (error) {
          throw isRefused(error) ? damaged(String(error)) : error
        }
      }),
  }
}

const damaged = (detail: string) => fail('book-damaged', { name: '' }, detail)

const insertion = (table: string, columns: readonly string[]) => {
  const values = columns.map((name) => `@${name}`)
  return statement<Values>(
    table === 'projects'
      ? `UPDATE projects SET ${columns.map((name) => `${name} = @${name}`).join(', ')}
         WHERE id = @projectId AND complete = 0`
      : `INSERT INTO ${table} (project_id, ${columns.join(', ')})
         SELECT @projectId, ${values.join(', ')} FROM projects
         WHERE id = @projectId AND complete = 0`,
  )
}

const savedValues = (row: Values): SavedRow['row'] =>
  Object.fromEntries(
    Object.entries(row).map(([name, value]) => [
      name,
      value instanceof Uint8Array
        ? { base64: Buffer.from(value).toString('base64') }
        : (value as string | number | null),
    ]),
  )

const valueOf = (saved: SavedRow['row'][string] | undefined): unknown =>
  typeof saved === 'object' && saved !== null ? Buffer.from(saved.base64, 'base64') : saved

/** Its pictures are served under the project's own address. */
function coverIn(projectId: string, json: string): string {
  try {
    const cover = JSON.parse(json) as Project['cover']
    return JSON.stringify(coverOf(projectId, describedCover(cover)))
  } catch (error) {
    throw damaged(String(error))
  }
}
