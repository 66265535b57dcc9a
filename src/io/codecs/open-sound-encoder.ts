// One piece of sound → the packets of any codec that files are made of.
import type { Encoding } from '../../core/ports/codecs.ts'
import { openAac } from './aac.ts'
import { openFlac } from './flac.ts'
import { openMp3 } from './mp3.ts'
import { openOpus } from './opus.ts'
import type { SoundEncoder } from './packet-encoder.ts'

/** Opens an encoder for mono sound at `sampleRate` Hz; one that is not ended must be freed. */
export function openSoundEncoder(encoding: Encoding, sampleRate: number): SoundEncoder {
  switch (encoding.codec) {
    case 'aac':
      return openAac(sampleRate, encoding.bitRate)
    case 'mp3':
      return openMp3(sampleRate, encoding)
    case 'opus':
      return openOpus(sampleRate, encoding.bitRate)
    case 'flac':
      return openFlac(sampleRate)
    case 'pcm':
      return openPcm()
  }
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
