// Sends a file's bytes to the studio and answers with a ticket for it.
import { addresses } from '../../../contract/studio-client.ts'
import type { Reply, Ticket } from '../../../contract/index.ts'

/** The header that a page of another origin cannot send without being asked first. */
export const ownHeader = { 'x-lectern': '1' }

/** Streams the file; XMLHttpRequest, because fetch does not tell how much was sent. Null: refused. */
export function sendFile(
  file: File,
  onProgress?: (fraction: number) => void,
): Promise<Ticket | null> {
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
      resolve(reply?.ok === true ? reply.value.ticket : null)
    }
    request.onerror = () => resolve(null)
    request.onabort = () => resolve(null)
    request.send(file)
  })
}
