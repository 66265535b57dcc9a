// One piece of sound → the packets of any codec that files are made of.
import type { Encoding } from '../../core/ports/codecs.ts'
import type { CodecEngine, Eventual, SoundEncoder } from './codec-engine.ts'

/** Opens an encoder for mono sound at `sampleRate` Hz; one that is not ended must be freed. */
export const openPieceEncoder = (
  engine: CodecEngine,
  encoding: Encoding,
  sampleRate: number,
): Eventual<SoundEncoder> =>
  encoding.codec === 'pcm' ? openPcm() : engine.openEncoder(encoding, sampleRate)

/** The samples as they are, little-endian: one packet. */
function openPcm(): SoundEncoder {
  const parts: Buffer[] = []
  return {
    add(samples) {
      parts.push(Buffer.from(Buffer.from(samples.buffer, samples.byteOffset, samples.byteLength)))
    },
    end() {
      const bytes = Buffer.concat(parts)
      const sizes = Uint32Array.of(bytes.length)
      const config = new Uint8Array(0)
      return { sizes, bytes, config, frameSamples: bytes.length / 2, primingSamples: 0 }
    },
    free() {},
  }
}
