// Takes a book's bytes from the page, counting, into the transfers folder; answers with a ticket.
import { randomUUID } from 'node:crypto'
import { createWriteStream } from 'node:fs'
import { mkdir, rm } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import type { Reply, Ticket } from '../../contract/index.ts'
import { fail, failureOf } from '../../core/base/failure-error.ts'
import type { Tickets } from '../../core/ports/tickets.ts'
import { safeFileName } from './safe-file-name.ts'

export type UploadOptions = {
  transfersFolder: string
  tickets: Pick<Tickets, 'issue'>
  /** The limit in force now, in bytes. */
  maxFileBytes: () => Promise<number>
}

/**
 * Answers with a Reply: 200 with `{ ticket }`, or a failure with 413 (too large), 507 (disk full) or
 * 400. What was written of an upload that broke off is removed.
 */
export async function receiveUpload(request: Request, options: UploadOptions): Promise<Response> {
  const name = safeFileName(new URL(request.url).searchParams.get('name') ?? '')
  const path = transferPath(options.transfersFolder, name)
  try {
    const limitBytes = await options.maxFileBytes()
    const tooLarge = () => fail('file-too-large', { name, limitBytes })
    if (Number(request.headers.get('content-length') ?? 0) > limitBytes) throw tooLarge()
    await mkdir(dirname(path))
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
      createWriteStream(path, { flags: 'wx', mode: 0o600 }),
    )
    const release = () => rm(dirname(path), { recursive: true, force: true })
    return ticketReply(options.tickets.issue('book', path, { release }))
  } catch (error) {
    await rm(dirname(path), { recursive: true, force: true })
    const full = (error as NodeJS.ErrnoException).code === 'ENOSPC'
    const failure = failureOf(full ? fail('disk-full', { folder: options.transfersFolder }) : error)
    const status = { 'file-too-large': 413, 'disk-full': 507 }[failure.code as string] ?? 400
    const reply: Reply<never> = { ok: false, failure }
    return Response.json(reply, { status })
  }
}

/** What the page gets for a place: a Reply like every other. */
export function ticketReply(ticket: Ticket): Response {
  const reply: Reply<{ ticket: Ticket }> = { ok: true, value: { ticket } }
  return Response.json(reply)
}

/** A new place in the transfers folder; the name stays what the person knows. */
export const transferPath = (transfersFolder: string, name: string): string =>
  join(transfersFolder, randomUUID(), name)
