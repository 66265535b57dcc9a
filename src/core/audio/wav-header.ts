// Headers of WAV files that we write: 16-bit PCM, RF64 where the sizes need more than 32 bits.

const bytesPerSample = 2
const largest32 = 0xffff_ffff
const plainBytes = 44
const longBytes = 80

/** The header for `samples` sample frames of 16-bit PCM. The samples follow it, little-endian. */
export function wavHeader(sound: {
  sampleRate: number
  channels: number
  samples: number
}): Uint8Array {
  const frameBytes = sound.channels * bytesPerSample
  const dataBytes = sound.samples * frameBytes
  const isLong = dataBytes + plainBytes > largest32
  const bytes = new Uint8Array(isLong ? longBytes : plainBytes)
  const view = new DataView(bytes.buffer)
  let at = 0
  const word = (text: string) => {
    for (const letter of text) bytes[at++] = letter.charCodeAt(0)
  }
  const half = (value: number) => (view.setUint16(at, value, true), (at += 2))
  const full = (value: number) => (view.setUint32(at, value, true), (at += 4))
  const long = (value: number) => (view.setBigUint64(at, BigInt(value), true), (at += 8))

  word(isLong ? 'RF64' : 'RIFF')
  full(isLong ? largest32 : plainBytes - 8 + dataBytes)
  word('WAVE')
  if (isLong) {
    word('ds64')
    full(28)
    long(longBytes - 8 + dataBytes)
    long(dataBytes)
    long(sound.samples)
    full(0)
  }
  word('fmt ')
  full(16)
  half(1)
  half(sound.channels)
  full(sound.sampleRate)
  full(sound.sampleRate * frameBytes)
  half(frameBytes)
  half(bytesPerSample * 8)
  word('data')
  full(isLong ? largest32 : dataBytes)
  return bytes
}
