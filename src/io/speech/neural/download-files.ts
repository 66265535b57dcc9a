// Fetches the files of an offer into a folder; what a broken connection left is taken up again.
import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { mkdir, open, rename, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { fail, FailureError } from '../../../core/base/failure-error.ts'
import { abortError, type Clock } from '../../../core/base/scope.ts'
import type { AddingVoice } from '../../../core/ports/neural-voices.ts'
import { fsFailure } from '../../codecs/fs-failure.ts'
import type { OfferedFile, OfferedVoice } from './voice-offers.ts'

/** A server that says nothing for so long is gone. */
const silenceSeconds = 30
/** Broken connections in a row, without a byte between them, that are endured. */
const patience = 3

type Download = AddingVoice & { clock: Clock }

/**
 * Leaves whole files under their names. When the connection is lost it leaves the beginnings, for
 * the next time; when cancelled, or without room, it leaves nothing. Fails with `server-unreachable`,
 * `server-busy`, `server-failed`, `voice-damaged`, `disk-full`.
 */
export async function downloadFiles(
  offer: OfferedVoice,
  folder: string,
  { onProgress, signal, clock }: Download,
): Promise<void> {
  await mkdir(folder, { recursive: true })
  let before = 0
  try {
    for (const file of offer.files) {
      const path = join(folder, file.name)
      const report = (bytes: number) => {
        const doneBytes = before + bytes
        const totalBytes = Math.max(offer.bytes, doneBytes)
        onProgress?.({ stage: 'downloading', doneBytes, totalBytes })
      }
      if (!(await exists(path))) await fetchWhole(offer.id, file, path, { report, signal, clock })
      before += (await stat(path)).size
    }
  } catch (error) {
    const failure = fsFailure(error, folder)
    if (!isConnectionLost(failure)) await rm(folder, { recursive: true, force: true })
    throw failure
  }
}

const isConnectionLost = (error: unknown): boolean =>
  error instanceof FailureError && error.failure.code.startsWith('server-')

const sizeOf = async (path: string): Promise<number> =>
  (await stat(path).catch(() => ({ size: 0 }))).size
const exists = async (path: string): Promise<boolean> =>
  await stat(path).then(
    () => true,
    () => false,
  )

type Fetching = {
  report: (bytes: number) => void
  signal: AbortSignal | undefined
  clock: Clock
}

/** Goes on as long as something comes. */
async function fetchWhole(voice: string, file: OfferedFile, path: string, fetching: Fetching) {
  const part = `${path}.part`
  for (let failures = 0; ;) {
    const from = await sizeOf(part)
    const reason = await fetchRest(file, part, from, fetching)
    if (reason === null) break
    failures = (await sizeOf(part)) > from ? 0 : failures + 1
    const { host } = new URL(file.url)
    if (failures >= patience) throw fail('server-unreachable', { server: host }, reason)
  }
  const isRight = file.sha256 === null || file.sha256 === (await digestFile(part))
  if (!isRight)
    throw fail('voice-damaged', { voice, reason: `${file.name} is not what it should be` })
  await rename(part, path)
}

/** Null when the file is whole; else why the connection broke. Throws what no patience mends. */
async function fetchRest(
  file: OfferedFile,
  part: string,
  from: number,
  { report, signal, clock }: Fetching,
): Promise<string | null> {
  if (signal?.aborted) throw abortError()
  if (file.bytes !== null && from === file.bytes) return null
  const silence = new AbortController()
  let stopTimer = () => {}
  const heard = () => {
    stopTimer()
    stopTimer = clock.after(silenceSeconds * 1000, () => silence.abort())
  }
  heard()
  try {
    const response = await fetch(file.url, {
      headers: { 'accept-encoding': 'identity', ...(from > 0 ? { range: `bytes=${from}-` } : {}) },
      signal: AbortSignal.any([silence.signal, ...(signal ? [signal] : [])]),
    })
    // The beginning is no beginning of this file: from the start again.
    if (response.status === 416) {
      await rm(part, { force: true })
      return '416'
    }
    refuse(response, file.url)
    const start = response.status === 206 ? from : 0
    const total = totalOf(response, start)
    if (file.bytes !== null && total !== null && total !== file.bytes)
      throw fail('voice-damaged', { voice: file.name, reason: 'the server has another file' })
    const written = await write(response, part, start, (bytes) => (heard(), report(bytes)))
    const expected = file.bytes ?? total
    return expected === null || written === expected ? null : `${written} of ${expected} bytes`
  } catch (error) {
    if (signal?.aborted) throw abortError()
    if (error instanceof FailureError || isOfDisk(error)) throw error
    return String((error as Error).cause ?? error)
  } finally {
    stopTimer()
  }
}

/** What the file system says has a path or is about room; what the network says has not. */
const isOfDisk = (error: unknown): boolean =>
  ['open', 'write', 'ftruncate'].includes((error as NodeJS.ErrnoException).syscall ?? '')

function refuse({ status, ok, headers }: Response, url: string): void {
  const server = new URL(url).host
  const seconds = Number(headers.get('retry-after') ?? 60)
  if (status === 429 || status === 503)
    throw fail('server-busy', { server, seconds: Number.isFinite(seconds) ? seconds : 60 })
  if (!ok) throw fail('server-failed', { server, status })
}

function totalOf({ headers }: Response, start: number): number | null {
  const ranged = /\/(\d+)$/.exec(headers.get('content-range') ?? '')?.[1]
  const length = headers.get('content-length')
  if (ranged !== undefined) return Number(ranged)
  return length === null ? null : start + Number(length)
}

/** Answers with how long the file is then. */
async function write(
  response: Response,
  part: string,
  start: number,
  report: (bytes: number) => void,
): Promise<number> {
  const file = await open(part, start > 0 ? 'r+' : 'w')
  let at = start
  try {
    for await (const chunk of response.body ?? []) {
      await file.write(chunk, 0, chunk.length, at)
      at += chunk.length
      report(at)
    }
    return at
  } finally {
    await file.close()
  }
}

async function digestFile(path: string): Promise<string> {
  const hash = createHash('sha256')
  for await (const chunk of createReadStream(path, { highWaterMark: 1024 * 1024 }))
    hash.update(chunk as Buffer)
  return hash.digest('hex')
}
