// One piece of sound → the packets of any codec that files are made of.
import { groupQuantum } from '../../contract/index.ts'
import type { Encoding } from '../../core/ports/codecs.ts'
import type { CodecEngine, Eventual, SoundEncoder } from './codec-engine.ts'

/** Opens an encoder for mono sound at `sampleRate` Hz; one that is not ended must be freed. */
export function openPieceEncoder(
  engine: CodecEngine,
  encoding: Encoding,
  sampleRate: number,
): Eventual<SoundEncoder> {
  if (encoding.codec === 'pcm') return openPcm()
  // Whole blocks in every group: a file of them can count its blocks (flac-file.ts of core/export).
  const blocks = encoding.codec === 'flac' ? { ...encoding, blockSamples: groupQuantum } : encoding
  return engine.openEncoder(blocks, sampleRate)
}

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
