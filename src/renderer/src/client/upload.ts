// Sends a file's bytes to the studio and answers with a ticket for it.
import { addresses } from '../../../contract/studio-client.ts'
import type { Reply, Ticket } from '../../../contract/index.ts'

/** The header that a page of another origin cannot send without being asked first. */
export const ownHeader = { 'x-lectern': '1' }

/** Streams the file; XMLHttpRequest, because fetch does not tell how much was sent. */
export function sendFile(
  file: File,
  onProgress?: (fraction: number) => void,
): Promise<Reply<Ticket>> {
  return new Promise((resolve) => {
    const request = new XMLHttpRequest()
    request.open('POST', `${addresses.upload}?name=${encodeURIComponent(file.name)}`)
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

/** What a browser means that breaks an upload off: the file went away, or never could be read. */
const unreadable = (file: File): Reply<Ticket> => ({
  ok: false,
  failure: {
    code: file.size === 0 ? 'file-empty' : 'file-unreadable',
    params: { name: file.name },
    retry: 'never',
  },
})
