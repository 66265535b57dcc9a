// What holds after every run, whatever befell it. Databases are read by another SQLite than ours.
import { createHash } from 'node:crypto'
import { existsSync, readFileSync } from 'node:fs'
import { DatabaseSync } from 'node:sqlite'
import { dataFolderAt } from '../../src/io/data-folder.ts'
import { filesBelow } from './older-folder.ts'
import { edits } from './story.ts'

/** Whoever outlives a kill by a moment may hold the log of a database for as long. */
const reading = { readOnly: true, timeout: 10_000 }

/** Sentences about what is wrong; none where all is sound. */
export function unsound(data: string): string[] {
  const { projectsDatabase, takesDatabase } = dataFolderAt(data)
  return [projectsDatabase, takesDatabase].flatMap((path) => {
    if (!existsSync(path)) return []
    const database = new DatabaseSync(path, reading)
    try {
      const [integrity] = database.prepare('PRAGMA integrity_check').all()
      const loose = database.prepare('PRAGMA foreign_key_check').all()
      return [
        ...(integrity?.['integrity_check'] === 'ok'
          ? []
          : [`${path}: ${JSON.stringify(integrity)}`]),
        ...(loose.length === 0 ? [] : [`${path}: ${loose.length} references lead nowhere`]),
      ]
    } catch (error) {
      return [`${path}: ${String(error)}`]
    } finally {
      database.close()
    }
  })
}

/** Ids of all takes that are kept. */
export function takesIn(data: string): Set<string> {
  const { takesDatabase } = dataFolderAt(data)
  if (!existsSync(takesDatabase)) return new Set()
  const database = new DatabaseSync(takesDatabase, reading)
  try {
    const known = database.prepare("SELECT 1 FROM sqlite_schema WHERE name = 'takes'").get()
    const rows = known ? database.prepare('SELECT id FROM takes').all() : []
    return new Set(rows.map(({ id }) => String(id)))
  } finally {
    database.close()
  }
}

/** What a closed studio leaves that it should not: sound on its way, parts of files, strangers beside the target. */
export function leftovers(data: string, out: string, target: string): string[] {
  const { spool, transfers } = dataFolderAt(data)
  const passing = [spool, transfers].flatMap(filesBelow)
  const parts = [...filesBelow(data), ...filesBelow(out)].filter((path) =>
    /\.parts?(\/|$)/.test(path),
  )
  const strangers = filesBelow(out).filter((path) => path !== target)
  return [...new Set([...passing, ...parts, ...strangers])].map((path) => `left over: ${path}`)
}

/** Whether there is one book, with every change of the person's, every row of it spoken. */
export function wrongBook(data: string): string[] {
  const database = new DatabaseSync(dataFolderAt(data).projectsDatabase, reading)
  try {
    const projects = database.prepare('SELECT id, complete FROM projects').all()
    const rows = database.prepare('SELECT position, text, state FROM segments').all()
    const texts = new Map(rows.map(({ position, text }) => [position, text]))
    const unspoken = rows.filter(({ state }) => state !== 'ready' && state !== 'skipped')
    return [
      ...(projects.length === 1 ? [] : [`${projects.length} books instead of one`]),
      ...edits
        .filter(({ position, text }) => texts.get(position) !== text)
        .map(({ position }) => `the change of row ${position} is lost`),
      ...(unspoken.length === 0 ? [] : [`${unspoken.length} rows are not spoken`]),
    ]
  } finally {
    database.close()
  }
}

export const digestOf = (path: string): string =>
  existsSync(path) ? createHash('sha256').update(readFileSync(path)).digest('hex') : 'no file'

/** How often something was spoken that had been spoken before, beyond what an undisturbed run speaks twice. */
export function spokenAgain(spoken: readonly string[], undisturbed: readonly string[]): number {
  const counted = (texts: readonly string[]) => Map.groupBy(texts, (text) => text)
  const usual = counted(undisturbed)
  return [...counted(spoken)].reduce(
    (sum, [text, times]) => sum + Math.max(0, times.length - (usual.get(text)?.length ?? 1)),
    0,
  )
}
