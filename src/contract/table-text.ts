// A table's text from its bytes, whichever spreadsheet has written it.

/**
 * By its mark of byte order; else UTF-8 where it is that throughout, and Windows-1252, Excel's plain CSV,
 * where it is not. Nothing is guessed by frequencies: a table of few words tells too little.
 */
export function tableText(bytes: Uint8Array): string {
  const [first, second] = bytes
  if (first === 0xff && second === 0xfe) return new TextDecoder('utf-16le').decode(bytes)
  if (first === 0xfe && second === 0xff) return new TextDecoder('utf-16be').decode(bytes)
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return new TextDecoder('windows-1252').decode(bytes)
  }
}
