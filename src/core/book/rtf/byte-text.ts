// Bytes of rich text to text: gathered while the code page is the same, so that letters of two bytes stay whole.

export type ByteText = {
  add(bytes: Uint8Array): void
  addByte(value: number): void
  /** Bytes gathered so far. */
  readonly size: number
  /** The text gathered so far, read with the label; `goesOn` where more of it follows. */
  take(label: string, goesOn?: boolean): string
}

type Decoder = InstanceType<typeof TextDecoder>

export function createByteText(): ByteText {
  const decoders = new Map<string, Decoder>()
  let bytes = new Uint8Array(4096)
  let size = 0
  /** Whether the decoder may hold half a letter. */
  let isCut = false

  const decoderOf = (label: string): Decoder => {
    const known = decoders.get(label)
    if (known) return known
    const made = new TextDecoder(label)
    decoders.set(label, made)
    return made
  }
  const grow = (needed: number) => {
    if (size + needed <= bytes.length) return
    const larger = new Uint8Array(Math.max(bytes.length * 2, size + needed))
    larger.set(bytes.subarray(0, size))
    bytes = larger
  }

  return {
    add(more) {
      grow(more.length)
      bytes.set(more, size)
      size += more.length
    },
    addByte(value) {
      grow(1)
      bytes[size] = value
      size += 1
    },
    get size() {
      return size
    },
    take(label, goesOn = false) {
      if (size === 0 && !isCut) return ''
      const text = decoderOf(label).decode(bytes.subarray(0, size), { stream: goesOn })
      size = 0
      isCut = goesOn
      return text
    },
  }
}
