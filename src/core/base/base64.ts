// Bytes as text and back, where a file of text holds some.

/** Arguments of one call: more of them overflow the stack. */
const piece = 8192

export function bytesToBase64(bytes: Uint8Array): string {
  let text = ''
  for (let at = 0; at < bytes.length; at += piece)
    text += String.fromCharCode(...bytes.subarray(at, at + piece))
  return btoa(text)
}

/** Of text that is known to be base64: a schema has looked. */
export const base64ToBytes = (text: string): Uint8Array =>
  Uint8Array.from(atob(text), (sign) => sign.charCodeAt(0))
