// MP3 by LAME, Opus by libopus, FLAC by FFmpeg, with the settings that the native ones have.
import { invariant } from '../../../core/base/invariant.ts'
import type { PacketEncoding, SoundEncoder } from '../codec-engine.ts'
import { type Libav, sampleFormatS16, sampleFormatS16P } from './libav.ts'
import { openLibavEncoder } from './libav-encoder.ts'

/** FFmpeg counts an encoder's quality in these. */
const qualityUnit = 118
/** What LAME puts in front and every decoder adds (its filter bank), as the LAME tag counts them. */
const mp3PrimingSamples = 576 + 529

/** At a constant rate, which shops ask for, or at a constant quality. */
export function openMp3(
  libav: Libav,
  sampleRate: number,
  manner: Extract<PacketEncoding, { codec: 'mp3' }>,
): SoundEncoder {
  const settings = { name: 'libmp3lame', sampleRate, sampleFormat: sampleFormatS16P }
  const encoder = openLibavEncoder(
    libav,
    'bitRate' in manner
      ? { ...settings, bitRate: manner.bitRate }
      : {
          ...settings,
          options: { flags: '+qscale', global_quality: String(manner.quality * qualityUnit) },
        },
  )
  const { add, free, frameSamples } = encoder
  return {
    add,
    end: () => ({ ...encoder.end(), frameSamples, primingSamples: mp3PrimingSamples }),
    free,
  }
}

/** `config` is the OpusHead (RFC 7845 §5.1); it tells the priming at 48 kHz, here it is at `sampleRate`. */
export function openOpus(libav: Libav, sampleRate: number, bitRate: number): SoundEncoder {
  const encoder = openLibavEncoder(libav, {
    ...{ name: 'libopus', sampleRate, sampleFormat: sampleFormatS16, bitRate },
    options: { application: 'voip' },
  })
  const { add, free, frameSamples } = encoder
  return {
    add,
    end() {
      const packets = encoder.end()
      const { buffer, byteOffset, length } = packets.config
      invariant(length >= 19, 'an OpusHead has 19 bytes')
      const preSkip = new DataView(buffer, byteOffset).getUint16(10, true)
      const primingSamples = Math.round((preSkip * sampleRate) / 48_000)
      return { ...packets, frameSamples, primingSamples }
    },
    free,
  }
}

/** Lossless, 16 bits; `config` is the STREAMINFO of all. */
export function openFlac(libav: Libav, sampleRate: number, blockSamples: number): SoundEncoder {
  const sound = { sampleRate, sampleFormat: sampleFormatS16 }
  const encoder = openLibavEncoder(libav, {
    ...sound,
    name: 'flac',
    frameSamples: blockSamples,
  })
  const { add, free, frameSamples } = encoder
  return {
    add,
    end() {
      const packets = encoder.end()
      invariant(packets.config.length === 34, 'STREAMINFO has 34 bytes')
      return { ...packets, frameSamples, primingSamples: 0 }
    },
    free,
  }
}
