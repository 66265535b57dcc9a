// Decoded chunks to lines: CR, LF and CRLF, also across chunk edges; a line without end is cut.
import { textLimits } from '../limits.ts'

export type LineSplitter = {
  /** The lines that the text completes. */
  push(text: string): string[]
  /** What is left when the text ends. */
  end(): string[]
}

export function createLineSplitter(): LineSplitter {
  let carry = ''
  return {
    push(text) {
      let whole = carry + text
      // A final CR may be half of a CRLF.
      const held = whole.endsWith('\r') ? '\r' : ''
      if (held) whole = whole.slice(0, -1)
      const lines = whole.split(/\r\n|[\n\r\f\u0085\u2028]/)
      carry = (lines.pop() ?? '') + held
      while (carry.length > textLimits.maxBlockCharacters) {
        const space = carry.lastIndexOf(' ', textLimits.maxBlockCharacters)
        const at = space > 0 ? space : textLimits.maxBlockCharacters
        lines.push(carry.slice(0, at))
        carry = carry.slice(at)
      }
      return lines
    },
    end() {
      const rest = carry.endsWith('\r') ? carry.slice(0, -1) : carry
      carry = ''
      return rest === '' ? [] : [rest]
    },
  }
}
