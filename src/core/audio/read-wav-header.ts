// Reads headers of WAV files as servers and engines really send them.

export type WavHeader = {
  encoding: 'integer' | 'float'
  bitsPerSample: number
  channels: number
  sampleRate: number
  /** Where the samples begin. */
  dataOffset: number
  /** Null where the header does not know, as in a stream: then the samples go on to the end. */
  dataBytes: number | null
}

/** Sizes that mean "not known yet": streams write these, or anything near the largest number. */
const unknownFrom = 1_900_000_000

/**
 * Reads the header in the first bytes of a file (a few kilobytes do). Null when it is no WAV, holds
 * a coding other than plain integers or floats, or ends before its data begin.
 */
export function readWavHeader(bytes: Uint8Array): WavHeader | null {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const word = (at: number) => String.fromCharCode(...bytes.subarray(at, at + 4))
  if (bytes.length < 12 || word(8) !== 'WAVE') return null
  const isLong = word(0) === 'RF64'
  if (!isLong && word(0) !== 'RIFF') return null
  let longData: number | null = null
  let format: ReturnType<typeof readFormat> = null
  for (let at = 12; at + 8 <= bytes.length;) {
    const name = word(at)
    const size = view.getUint32(at + 4, true)
    const body = at + 8
    if (name === 'data') {
      if (!format) return null
      const isKnown = size > 0 && size < unknownFrom
      const dataBytes = isLong && longData !== null ? longData : isKnown ? size : null
      return { ...format, dataOffset: body, dataBytes }
    }
    if (name === 'ds64' && body + 16 <= bytes.length)
      longData = Number(view.getBigUint64(body + 8, true))
    if (name === 'fmt ') {
      if (size < 16 || body + size > bytes.length) return null
      format = readFormat(view, body, size)
      if (!format) return null
    }
    at = body + size + (size % 2)
  }
  return null
}

const integerTag = 1
const floatTag = 3
const extensibleTag = 0xfffe

function readFormat(view: DataView, at: number, size: number) {
  const first = view.getUint16(at, true)
  const tag = first === extensibleTag && size >= 26 ? view.getUint16(at + 24, true) : first
  const channels = view.getUint16(at + 2, true)
  const sampleRate = view.getUint32(at + 4, true)
  const bitsPerSample = view.getUint16(at + 14, true)
  if (tag !== integerTag && tag !== floatTag) return null
  if (channels === 0 || sampleRate === 0 || bitsPerSample % 8 !== 0 || bitsPerSample === 0)
    return null
  const encoding = tag === floatTag ? ('float' as const) : ('integer' as const)
  return { encoding, bitsPerSample, channels, sampleRate }
}
