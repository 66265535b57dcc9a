// Exports of several files: they grow in a hidden folder on the target's disk, and move when all are whole.
import { lstat, mkdir, open, readdir, rename, rm } from 'node:fs/promises'
import { randomUUID } from 'node:crypto'
import { dirname, join } from 'node:path'
import { createWriteStream } from 'node:fs'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { ZipFile } from 'yazl'
import type { ExportFolder, ExportFolders, PackedEntry } from '../core/ports/export-folders.ts'
import { fsFailure } from './codecs/fs-failure.ts'
import { copyFinished } from './copy-finished.ts'
import { partsFolderFor } from './parts-folder.ts'

export function createExportFolders(): ExportFolders {
  return {
    async begin(target, place) {
      const home = dirname(target)
      const parts = partsFolderFor(target)
      const told = async <T>(work: Promise<T>, where = home): Promise<T> => {
        try {
          return await work
        } catch (error) {
          throw fsFailure(error, where)
        }
      }
      await told(mkdir(parts))
      const folder: ExportFolder = {
        pathOf: (name) => join(parts, name),
        writeText: (name, text) => told(writeSynced(join(parts, name), text)),
        writeBytes: (name, bytes) => told(writeSynced(join(parts, name), bytes)),
        pack: (name, entries) => told(pack(parts, name, entries)),
        async finish() {
          const into = place === 'inside' ? target : home
          const names = await told(readdir(parts))
          await told(place === 'zip' ? packAll(parts, target) : moveAll(parts, names, into), into)
          await rm(parts, { recursive: true, force: true })
          return names
        },
        discard: () => rm(parts, { recursive: true, force: true }),
      }
      return folder
    },
    copy: copyFinished,
    has: async (path) => (await lstat(path).catch(() => null)) !== null,
  }
}

async function writeSynced(path: string, content: string | Uint8Array): Promise<void> {
  const file = await open(path, 'w')
  try {
    await file.writeFile(content)
    await file.sync()
  } finally {
    await file.close()
  }
}

async function moveAll(from: string, names: readonly string[], to: string): Promise<void> {
  await mkdir(to, { recursive: true })
  // Found out before anything is replaced: all of them move, or none.
  for (const name of names)
    if (await isFolder(join(to, name))) throw Object.assign(new Error(name), { code: 'EISDIR' })
  for (const name of names) await rename(join(from, name), join(to, name))
}

const isFolder = async (path: string): Promise<boolean> =>
  (await lstat(path).catch(() => null))?.isDirectory() ?? false

async function pack(folder: string, name: string, entries: readonly PackedEntry[]): Promise<void> {
  const zip = new ZipFile()
  // An EPUB's first entry may have no extra field, and times by DOS need none.
  const plain = { forceDosTimestamp: true }
  for (const entry of entries) {
    const isFile = 'file' in entry || 'path' in entry
    const compress = isFile
      ? 'file' in entry && (entry.isDeflated ?? false)
      : !(entry.isStored ?? false)
    if ('path' in entry) zip.addFile(entry.path, entry.name, { ...plain, compress })
    else if ('file' in entry)
      zip.addFile(join(folder, entry.file), entry.name, { ...plain, compress })
    else if ('stream' in entry)
      zip.addReadStreamLazy(entry.name, { ...plain, compress }, (give) => {
        const bytes = Readable.from(entry.stream(), { objectMode: false })
        bytes.on('error', (error) => zip.emit('error', error))
        give(null, bytes)
      })
    else {
      const bytes = 'text' in entry ? Buffer.from(entry.text) : Buffer.from(entry.bytes)
      zip.addBuffer(bytes, entry.name, { ...plain, compress })
    }
  }
  await finishZip(zip, join(folder, name))
  for (const entry of entries) if ('file' in entry) await rm(join(folder, entry.file))
}

/** Sound cannot be packed further: it is stored as it is. */
async function packAll(from: string, to: string): Promise<void> {
  const zip = new ZipFile()
  for (const name of (await readdir(from)).toSorted())
    zip.addFile(join(from, name), name, { compress: false })
  // Beside what it is made of, which goes with it where it fails: at its place it is whole or not at all.
  const whole = join(from, `${randomUUID()}.zip`)
  await finishZip(zip, whole)
  await rename(whole, to)
}

async function finishZip(zip: ZipFile, path: string): Promise<void> {
  zip.end()
  // What an entry fails with, the zip only tells.
  zip.on('error', (error: Error) => (zip.outputStream as Readable).destroy(error))
  await pipeline(zip.outputStream, createWriteStream(path, { flush: true }))
}
