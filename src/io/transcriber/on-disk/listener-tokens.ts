// tokens.txt of a listener: which number stands for which letters.
import type { ListenerFamily } from '../../../contract/index.ts'

const base64 = /^[A-Za-z0-9+/]+=*$/
const blanks = ['<blk>', '<blank>', '<eps>']

/** What the engine would end its process over, in words, or null. */
export function listenerTokensFault(text: string, family: ListenerFamily): string | null {
  const symbols = new Set<string>()
  for (const [index, line] of text.split('\n').entries()) {
    if (line.trim() === '') continue
    const [first = '', number, more] = line.trim().split(/\s+/)
    const isRead = more === undefined && /^\d+$/.test(number ?? first)
    const isEncoded = family !== 'whisper' || number === undefined || base64.test(first)
    if (!isRead || !isEncoded) return `line ${index + 1} of its token list cannot be read`
    symbols.add(number === undefined ? ' ' : first)
  }
  if (symbols.size === 0) return 'its token list is empty'
  const needsBlank = family === 'nemo-ctc' || family === 'nemo-transducer'
  if (needsBlank && !blanks.some((blank) => symbols.has(blank)))
    return `its token list lacks “${blanks[0]}”`
  return null
}
