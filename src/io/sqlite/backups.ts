// Copies of projects.db in the data folder: how they are named, made and listed, and which ones go.
import {
  closeSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readdirSync,
  renameSync,
  rmSync,
  statSync,
} from 'node:fs'
import { join } from 'node:path'
import type { BackupCause } from '../../contract/index.ts'
import { timeInName } from '../time-in-name.ts'
import { worded } from './sqlite-failure.ts'

/** Of each cause so many are kept, the newest ones. */
const kept = 3

const endings: Record<BackupCause, string> = { update: '', asked: '-asked', replaced: '-replaced' }
const pattern =
  /^projects-v(\d+)-(\d{4}-\d\d-\d\d)T(\d\d)-(\d\d)-(\d\d)-(\d{3})Z(|-asked|-replaced)\.db$/

export type BackupFile = {
  name: string
  /** Of the database in it. */
  version: number
  /** Milliseconds since the epoch. */
  at: number
  cause: BackupCause
  bytes: number
}

/**
 * Makes one by `copyInto`, which is given a path beside the place where it is to stand; answers with its name.
 * Fails with `disk-full`, `folder-not-writable`, `data-damaged`, and then leaves nothing behind.
 */
export function makeBackup(
  folder: string,
  of: { version: number; cause: BackupCause; at: number },
  copyInto: (path: string) => void,
): string {
  const name = `projects-v${of.version}-${timeInName(of.at)}${endings[of.cause]}.db`
  const path = join(folder, name)
  const beside = `${path}.part`
  worded(path, () => {
    mkdirSync(folder, { recursive: true })
    rmSync(beside, { force: true })
    try {
      copyInto(beside)
      sync(beside)
      renameSync(beside, path)
    } catch (error) {
      rmSync(beside, { force: true })
      throw error
    }
  })
  dropOld(folder)
  return name
}

/** What is there, the newest first. A folder that cannot be read has none. */
export function backupsIn(folder: string): BackupFile[] {
  return namesIn(folder)
    .flatMap((name) => {
      const match = pattern.exec(name)
      if (!match) return []
      const [, version, day, hours, minutes, seconds, milliseconds, ending] = match
      const at = Date.parse(`${day}T${hours}:${minutes}:${seconds}.${milliseconds}Z`)
      const cause = (Object.keys(endings) as BackupCause[]).find((it) => endings[it] === ending)
      const bytes = statSync(join(folder, name), { throwIfNoEntry: false })?.size
      if (cause === undefined || bytes === undefined || Number.isNaN(at)) return []
      return [{ name, version: Number(version), at, cause, bytes }]
    })
    .toSorted((a, b) => b.at - a.at)
}

function dropOld(folder: string): void {
  const all = backupsIn(folder)
  for (const cause of Object.keys(endings))
    for (const { name } of all.filter((it) => it.cause === cause).slice(kept))
      rmSync(join(folder, name), { force: true })
}

function namesIn(folder: string): string[] {
  try {
    return readdirSync(folder)
  } catch {
    return []
  }
}

/** A copy that is renamed before it is on the disk could be empty after a power cut. */
export function sync(path: string): void {
  const descriptor = openSync(path, 'r+')
  try {
    fsyncSync(descriptor)
  } finally {
    closeSync(descriptor)
  }
}
