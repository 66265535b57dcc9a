// What was made anew, kept beside its database until a person has been told of it: a run may be killed before.
import { existsSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { DataNotice } from '../../contract/index.ts'
import type { DataFolder } from '../data-folder.ts'
import { sync } from './backups.ts'

export type Rebuilt = Extract<DataNotice, { kind: 'rebuilt' }>

const fileOf = (path: string) => `${path}-rebuilt.json`

/** Before the new file is in force, so that there is no moment at which nobody could tell of it. */
export function keepUntold(path: string, notice: Rebuilt): void {
  const beside = `${fileOf(path)}.part`
  // The data folder may be moved until it is read.
  writeFileSync(beside, JSON.stringify({ ...notice, folder: basename(notice.folder) }))
  sync(beside)
  renameSync(beside, fileOf(path))
}

/** Null where there is none that can be read. */
export function readUntold(path: string, { quarantine }: DataFolder): Rebuilt | null {
  try {
    const notice = DataNotice.parse(JSON.parse(readFileSync(fileOf(path), 'utf8')))
    if (notice.kind !== 'rebuilt') return null
    return { ...notice, folder: join(quarantine, basename(notice.folder)) }
  } catch {
    return null
  }
}

/** The same for a database that is in force: what was never put in its place is no news. */
export function untoldOf(path: string, folder: DataFolder): Rebuilt | null {
  const notice = readUntold(path, folder)
  return notice && existsSync(notice.folder) ? notice : null
}

/** A person has been told. What cannot be removed is told once more. */
export function forgetUntold({ projectsDatabase, takesDatabase }: DataFolder): void {
  for (const path of [projectsDatabase, takesDatabase])
    try {
      rmSync(fileOf(path), { force: true })
    } catch {
      continue
    }
}
