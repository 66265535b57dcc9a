// Where sound rests that can be made again: files named by their key, in folders of its first two letters.
import { mkdirSync, renameSync, rmSync, writeSync, openSync, closeSync } from 'node:fs'
import { dirname, join } from 'node:path'
import type { DataFolder } from '../data-folder.ts'
import { fsFailure } from './fs-failure.ts'

/** Path of an encoded group. */
export const encodePath = (folder: DataFolder, key: string): string =>
  join(folder.encodes, key.slice(0, 2), key)

/** Name of a preview, below `folder.previews`. */
export const previewName = (key: string): string => join(key.slice(0, 2), `${key}.mp4`)

/**
 * Writes a whole file or none. Not synced: what a power cut takes is made again, and readers check
 * the length. Fails with `disk-full`, `folder-not-writable`.
 */
export function writeMade(path: string, parts: readonly Uint8Array[]): void {
  const folder = dirname(path)
  const beside = `${path}.${process.pid}.part`
  try {
    mkdirSync(folder, { recursive: true })
    const file = openSync(beside, 'w')
    try {
      for (const part of parts) writeAll(file, part)
    } finally {
      closeSync(file)
    }
    renameSync(beside, path)
  } catch (error) {
    rmSync(beside, { force: true })
    throw fsFailure(error, folder)
  }
}

/** A single write may take less than it is given. */
export function writeAll(file: number, bytes: Uint8Array): void {
  for (let at = 0; at < bytes.length;) at += writeSync(file, bytes, at)
}
