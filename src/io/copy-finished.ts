// Finished files → a folder on any disk: they grow there under hidden names, and get theirs when all are whole.
import { lstat, mkdir, open, rename, rm, rmdir, stat, type FileHandle } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import { randomBytes } from 'node:crypto'
import { fail, FailureError } from '../core/base/failure-error.ts'
import { abortError } from '../core/base/scope.ts'
import type { ExportFolders } from '../core/ports/export-folders.ts'
import { fsFailure } from './codecs/fs-failure.ts'
import { partPath, removeDeadParts } from './codecs/part-files.ts'
import { writeFailure } from './write-failure.ts'

const bufferBytes = 1024 * 1024

type Copied = { name: string; source: string; target: string; part: string; bytes: number }

/** See the port: all or none. A file that is its own copy already stays as it is. */
export const copyFinished: ExportFolders['copy'] = async (
  { target: finished, place, names, into },
  onProgress,
  signal,
) => {
  const isFolder = place === 'inside'
  const from = isFolder ? finished : dirname(finished)
  const folder = isFolder ? join(into, basename(finished)) : into
  const writing = randomBytes(4).toString('hex')
  const files: Copied[] = []
  for (const name of names) {
    const [source, target] = [join(from, name), join(folder, name)]
    const { size } = await ofSource(name, stat(source))
    if (await isSame(source, target)) continue
    files.push({ name, source, target, part: partPath(target, writing), bytes: size })
  }
  const total = files.reduce((sum, { bytes }) => sum + bytes, 0)
  let done = 0
  let made: string | undefined
  try {
    // A disk that is not there leaves an empty place: only what was chosen itself may be filled.
    if (!(await stat(into)).isDirectory()) throw Object.assign(new Error(into), { code: 'ENOTDIR' })
    if (isFolder) made = await mkdir(folder, { recursive: true })
    for (const file of files) {
      await removeDeadParts(file.target)
      await copyOne(file, (bytes) => onProgress((done += bytes), total), signal)
    }
    // Found out before anything is replaced.
    for (const { target } of files)
      if ((await lstat(target).catch(() => null))?.isDirectory())
        throw Object.assign(new Error(target), { code: 'EISDIR' })
    if (signal.aborted) throw abortError()
    for (const { part, target } of files) await rename(part, target)
  } catch (error) {
    for (const { part } of files) await rm(part, { force: true }).catch(() => {})
    // Only where nothing lies in it.
    if (made !== undefined) await rmdir(folder).catch(() => {})
    throw failureAt(error, into)
  }
}

async function copyOne(
  { name, source, part }: Copied,
  onBytes: (bytes: number) => void,
  signal: AbortSignal,
): Promise<void> {
  const from = await ofSource(name, open(source, 'r'))
  try {
    const to = await open(part, 'wx')
    try {
      await pour(from, to, onBytes, signal)
      await to.sync()
    } finally {
      await to.close()
    }
  } finally {
    await from.close()
  }
}

async function pour(
  from: FileHandle,
  to: FileHandle,
  onBytes: (bytes: number) => void,
  signal: AbortSignal,
): Promise<void> {
  const buffer = Buffer.allocUnsafeSlow(bufferBytes)
  for (;;) {
    if (signal.aborted) throw abortError()
    const { bytesRead } = await from.read(buffer, 0, buffer.length)
    if (bytesRead === 0) return
    for (let at = 0; at < bytesRead;)
      at += (await to.write(buffer, at, bytesRead - at)).bytesWritten
    onBytes(bytesRead)
  }
}

/** What is exported into the chosen folder itself needs no copy there. */
async function isSame(source: string, target: string): Promise<boolean> {
  const exact = { bigint: true } as const
  const one = await stat(source, exact)
  const other = await stat(target, exact).catch(() => null)
  // Some file systems number nothing.
  return other !== null && one.ino !== 0n && one.dev === other.dev && one.ino === other.ino
}

/** A finished file may be gone by the time it is to be copied. */
const ofSource = <T>(name: string, work: Promise<T>): Promise<T> =>
  work.catch((error: unknown) => {
    throw fail('file-missing', { name }, String(error))
  })

/** A disk that is pulled out says this or that: whatever it says, it cannot be written to. */
function failureAt(error: unknown, folder: string): unknown {
  const known = fsFailure(error, folder)
  const { errno } = known as NodeJS.ErrnoException
  const isOfDisk = !(known instanceof FailureError) && typeof errno === 'number'
  return isOfDisk ? writeFailure(error, folder) : known
}
