// Exports of several files: they grow in a hidden folder on the target's disk, and move when all are whole.
import { randomBytes } from 'node:crypto'
import { mkdir, open, readdir, rename, rm } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import { createWriteStream } from 'node:fs'
import { pipeline } from 'node:stream/promises'
import { ZipFile } from 'yazl'
import type { ExportFolder, ExportFolders, PackedEntry } from '../core/ports/export-folders.ts'
import { fsFailure } from './codecs/fs-failure.ts'

/** Of a target's name so much stays readable; with the rest no file system finds it too long. */
const readableCharacters = 40

export function createExportFolders(): ExportFolders {
  return {
    async begin(target, place) {
      const home = dirname(target)
      const stem = Array.from(basename(target)).slice(0, readableCharacters).join('')
      const parts = join(home, `.${stem}.${randomBytes(4).toString('hex')}.parts`)
      const told = async <T>(work: Promise<T>): Promise<T> => {
        try {
          return await work
        } catch (error) {
          throw fsFailure(error, home)
        }
      }
      await told(mkdir(parts))
      const folder: ExportFolder = {
        pathOf: (name) => join(parts, name),
        writeText: (name, text) => told(writeSynced(join(parts, name), text)),
        writeBytes: (name, bytes) => told(writeSynced(join(parts, name), bytes)),
        pack: (name, entries) => told(pack(parts, name, entries)),
        async finish() {
          await told(
            place === 'zip'
              ? packAll(parts, target)
              : moveAll(parts, place === 'inside' ? target : home),
          )
          await rm(parts, { recursive: true, force: true })
        },
        discard: () => rm(parts, { recursive: true, force: true }),
      }
      return folder
    },
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

async function moveAll(from: string, to: string): Promise<void> {
  await mkdir(to, { recursive: true })
  for (const name of await readdir(from)) await rename(join(from, name), join(to, name))
}

async function pack(folder: string, name: string, entries: readonly PackedEntry[]): Promise<void> {
  const zip = new ZipFile()
  // An EPUB's first entry may have no extra field, and times by DOS need none.
  const plain = { forceDosTimestamp: true }
  for (const entry of entries) {
    const compress = !('file' in entry || (entry.isStored ?? false))
    if ('file' in entry) zip.addFile(join(folder, entry.file), entry.name, { ...plain, compress })
    else {
      const bytes = 'text' in entry ? Buffer.from(entry.text) : Buffer.from(entry.bytes)
      zip.addBuffer(bytes, entry.name, { ...plain, compress })
    }
  }
  zip.end()
  await pipeline(zip.outputStream, createWriteStream(join(folder, name), { flush: true }))
  for (const entry of entries) if ('file' in entry) await rm(join(folder, entry.file))
}

/** Sound cannot be packed further: it is stored as it is. */
async function packAll(from: string, to: string): Promise<void> {
  const zip = new ZipFile()
  for (const name of (await readdir(from)).toSorted())
    zip.addFile(join(from, name), name, { compress: false })
  zip.end()
  await pipeline(zip.outputStream, createWriteStream(to))
}
