// Takes a file's bytes from the page, counting, into the transfers folder; answers with a ticket.
import { safeFileName } from '../../contract/index.ts'
import { randomUUID } from 'node:crypto'
import { createWriteStream } from 'node:fs'
import { mkdir, readdir, rm, stat } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import type { Reply, Ticket } from '../../contract/index.ts'
import { fail, failureOf } from '../../core/base/failure-error.ts'
import type { Tickets } from '../../core/ports/tickets.ts'

export type UploadOptions = {
  transfersFolder: string
  tickets: Pick<Tickets, 'issue' | 'peek'>
  /** The limit in force now, in bytes. */
  maxFileBytes: () => Promise<number>
}

/** A voice has a handful of files; nothing that is one has more. */
const mostTogether = 100

/** Where a file goes. `root` holds all that goes with it when something goes wrong. */
type Place = { root: string; path: string; ticket: () => Ticket }

/**
 * Answers with a Reply: 200 with `{ ticket }`, or a failure with 413 (too large), 507 (disk full) or
 * 400. What was written of an upload that broke off is removed, with the files it belongs to.
 */
export async function receiveUpload(request: Request, options: UploadOptions): Promise<Response> {
  const { searchParams } = new URL(request.url)
  const name = safeFileName(searchParams.get('name') ?? '')
  let root: string | null = null
  try {
    const place = await placeOf(searchParams, name, options)
    root = place.root
    const limitBytes = await options.maxFileBytes()
    const tooLarge = () => fail('file-too-large', { name, limitBytes })
    if (Number(request.headers.get('content-length') ?? 0) > limitBytes) throw tooLarge()
    await mkdir(dirname(place.path), { recursive: true })
    await pipeline(
      request.body ? Readable.fromWeb(request.body) : Readable.from([]),
      async function* (chunks: AsyncIterable<Uint8Array>) {
        let received = 0
        for await (const chunk of chunks) {
          received += chunk.byteLength
          if (received > limitBytes) throw tooLarge()
          yield chunk
        }
      },
      createWriteStream(place.path, { flags: 'wx', mode: 0o600 }),
    )
    return ticketReply(place.ticket())
  } catch (error) {
    if (root !== null) await rm(root, { recursive: true, force: true })
    const failure = failureOf(sayWhy(error, name, options.transfersFolder))
    const status = { 'file-too-large': 413, 'disk-full': 507 }[failure.code as string] ?? 400
    const reply: Reply<never> = { ok: false, failure }
    return Response.json(reply, { status })
  }
}

/** What a system's error means here: the disk is full, or two files of a voice have one name. */
function sayWhy(error: unknown, name: string, folder: string): unknown {
  const { code } = error as NodeJS.ErrnoException
  if (code === 'ENOSPC') return fail('disk-full', { folder })
  return code === 'EEXIST' ? fail('not-a-voice', { name }) : error
}

/** A place of its own, the first in a folder, or beside others. Fails with `not-found`, `not-a-voice`. */
async function placeOf(
  asked: URLSearchParams,
  name: string,
  { transfersFolder, tickets }: UploadOptions,
): Promise<Place> {
  const beside = asked.get('beside')
  if (beside !== null) {
    const folder = tickets.peek('book', beside).path
    const root = dirname(folder)
    // A ticket may also stand for a folder of the person's own: nothing is ever written there.
    if (dirname(root) !== transfersFolder || !(await isFolder(folder)))
      throw fail('not-found', { kind: 'file' })
    if ((await readdir(folder)).length >= mostTogether) throw fail('not-a-voice', { name })
    return { root, path: join(folder, name), ticket: () => beside }
  }
  const folder = asked.get('folder')
  const kept = folder === null ? name : safeFileName(folder)
  const path = transferPath(transfersFolder, kept)
  const root = dirname(path)
  const release = () => rm(root, { recursive: true, force: true })
  const ticket = () => tickets.issue('book', path, { release })
  return { root, path: folder === null ? path : join(path, name), ticket }
}

const isFolder = (path: string): Promise<boolean> =>
  stat(path).then(
    (found) => found.isDirectory(),
    () => false,
  )

/** What the page gets for a place: a Reply like every other. */
export function ticketReply(ticket: Ticket): Response {
  const reply: Reply<{ ticket: Ticket }> = { ok: true, value: { ticket } }
  return Response.json(reply)
}

/** A new place in the transfers folder; the name stays what the person knows. */
export const transferPath = (transfersFolder: string, name: string): string =>
  join(transfersFolder, randomUUID(), name)
