// Sends a file's bytes to the studio and answers with a ticket for it.
import { addresses } from '../../../contract/studio-client.ts'
import type { Reply, Ticket } from '../../../contract/index.ts'

/** The header that a page of another origin cannot send without being asked first. */
export const ownHeader = { 'x-lectern': '1' }

/** Streams the file; XMLHttpRequest, because fetch does not tell how much was sent. */
export function sendFile(
  file: File,
  onProgress?: (fraction: number) => void,
  place: { folder: string } | { beside: Ticket } | null = null,
): Promise<Reply<Ticket>> {
  return new Promise((resolve) => {
    const request = new XMLHttpRequest()
    const query = new URLSearchParams({ name: file.name, ...place })
    request.open('POST', `${addresses.upload}?${query.toString()}`)
    request.setRequestHeader('x-lectern', ownHeader['x-lectern'])
    request.responseType = 'json'
    request.upload.onprogress = (event) => {
      if (event.lengthComputable) onProgress?.(event.loaded / event.total)
    }
    request.onload = () => {
      const reply = request.response as Reply<{ ticket: Ticket }> | null
      if (reply === null) resolve(unreadable(file))
      else resolve(reply.ok ? { ok: true, value: reply.value.ticket } : reply)
    }
    request.onerror = () => resolve(unreadable(file))
    request.onabort = () => resolve(unreadable(file))
    request.send(file)
  })
}

/** Files that belong together, one after the other, into a folder; the ticket is the folder's. */
export async function sendTogether(
  folder: string,
  files: readonly File[],
  onProgress?: (fraction: number) => void,
): Promise<Reply<Ticket>> {
  const total = files.reduce((sum, { size }) => sum + size, 0)
  let sent = 0
  let reply: Reply<Ticket> = {
    ok: false,
    failure: { code: 'not-a-voice', params: { name: folder }, retry: 'never' },
  }
  for (const file of files) {
    const show = (fraction: number) => onProgress?.((sent + fraction * file.size) / (total || 1))
    reply = await sendFile(file, show, reply.ok ? { beside: reply.value } : { folder })
    if (!reply.ok) return reply
    sent += file.size
  }
  return reply
}

/** What a browser means that breaks an upload off: the file went away, or never could be read. */
const unreadable = (file: File): Reply<Ticket> => ({
  ok: false,
  failure: {
    code: file.size === 0 ? 'file-empty' : 'file-unreadable',
    params: { name: file.name },
    retry: 'never',
  },
})
