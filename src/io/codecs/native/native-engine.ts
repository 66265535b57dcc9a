// FFmpeg's native build as a codec engine: every format, at full speed.
import type { CodecEngine, PacketEncoding } from '../codec-engine.ts'
import { engineVersions } from '../engine-versions.ts'
import { openAac } from './aac.ts'
import { decodeFile } from './decode-file.ts'
import { decodeFlac, openFlac } from './flac.ts'
import { openMp3 } from './mp3.ts'
import { openOpus } from './opus.ts'
import type { NativeEncoder } from './packet-encoder.ts'
import { readSound } from './read-sound.ts'
import { shrinkPicture } from './shrink-picture.ts'

/** Never waits. */
export const nativeEngine = {
  name: 'native' as const,
  version: engineVersions.native,
  openEncoder,
  decodeFlac,
  decodeFile,
  readSound,
  shrinkPicture,
} satisfies CodecEngine

function openEncoder(encoding: PacketEncoding, sampleRate: number): NativeEncoder {
  switch (encoding.codec) {
    case 'aac':
      return openAac(sampleRate, encoding.bitRate)
    case 'mp3':
      return openMp3(sampleRate, encoding)
    case 'opus':
      return openOpus(sampleRate, encoding.bitRate)
    case 'flac':
      return openFlac(sampleRate, encoding.blockSamples)
  }
}
