// Rich text as tokens, from bytes cut anywhere: groups, control words, signs, single bytes, text.

export type RtfEvents = {
  open(): void
  close(): void
  /** A control word; `parameter` null where it has none. */
  word(name: string, parameter: number | null): void
  /** A control sign: `~`, `-`, `_`, `*`, a line's end. */
  sign(sign: string): void
  /** A byte that was written in digits. */
  byte(value: number): void
  /** Bytes as they stand; the memory is the chunk's. */
  text(bytes: Uint8Array): void
}

const backslash = 0x5c
const brace = 0x7b
const closing = 0x7d
const maxWord = 32

const isLetter = (byte: number) => (byte >= 0x61 && byte <= 0x7a) || (byte >= 0x41 && byte <= 0x5a)
const isDigit = (byte: number) => byte >= 0x30 && byte <= 0x39
const hexValue = (byte: number): number => {
  const value = Number.parseInt(String.fromCharCode(byte), 16)
  return Number.isNaN(value) ? 0 : value
}

export type RtfTokenizer = {
  write(chunk: Uint8Array): void
  end(): void
  /** Whether every group that was opened has been closed. */
  isWhole(): boolean
}

export function createRtfTokenizer(events: RtfEvents): RtfTokenizer {
  let state: 'text' | 'control' | 'word' | 'number' | 'hex' | 'binary' = 'text'
  let word = ''
  let digits = ''
  let hex: number | null = null
  let binary = 0
  let depth = 0

  const endWord = () => {
    const parameter = digits === '' || digits === '-' ? null : Number(digits)
    const name = word
    word = ''
    digits = ''
    state = 'text'
    if (name === 'bin' && parameter !== null && parameter > 0) {
      binary = parameter
      state = 'binary'
    } else events.word(name, parameter)
  }

  /** The first byte after a backslash. */
  const control = (byte: number) => {
    if (isLetter(byte)) {
      word = String.fromCharCode(byte)
      state = 'word'
    } else if (byte === 0x27) {
      hex = null
      state = 'hex'
    } else {
      state = 'text'
      events.sign(String.fromCharCode(byte))
    }
  }

  /** Text from `from` on; where it ended. */
  const plain = (chunk: Uint8Array, from: number): number => {
    let at = from
    for (; at < chunk.length; at++) {
      const byte = chunk[at] as number
      if (byte === backslash || byte === brace || byte === closing || byte === 10 || byte === 13)
        break
    }
    if (at > from) events.text(chunk.subarray(from, at))
    const byte = chunk[at]
    if (byte === backslash) state = 'control'
    else if (byte === brace) {
      depth += 1
      events.open()
    } else if (byte === closing) {
      depth -= 1
      events.close()
    }
    // A line's end is nothing here.
    return at + 1
  }

  /** One byte of a word or its number; false where it belongs to what follows. */
  const inWord = (byte: number): boolean => {
    if (state === 'word' && isLetter(byte)) {
      if (word.length < maxWord) word += String.fromCharCode(byte)
      return true
    }
    if (isDigit(byte) || (byte === 0x2d && digits === '' && state === 'word')) {
      state = 'number'
      if (digits.length < 10) digits += String.fromCharCode(byte)
      return true
    }
    endWord()
    return byte === 0x20
  }

  return {
    write(chunk) {
      for (let at = 0; at < chunk.length;) {
        const byte = chunk[at] as number
        if (state === 'text') at = plain(chunk, at)
        else if (state === 'binary') {
          const step = Math.min(binary, chunk.length - at)
          binary -= step
          at += step
          if (binary === 0) state = 'text'
        } else if (state === 'control') {
          control(byte)
          at += 1
        } else if (state === 'hex') {
          at += 1
          if (hex === null) hex = hexValue(byte)
          else {
            state = 'text'
            events.byte(hex * 16 + hexValue(byte))
          }
        } else if (inWord(byte)) at += 1
      }
    },
    isWhole: () => depth <= 0 && state !== 'binary',
    end() {
      if (state === 'word' || state === 'number') endWord()
    },
  }
}
