// The codec engine without any part under GPL or less free: WASM builds under LGPL, MPL, Apache and BSD.
import type { CodecEngine, Eventual, PacketEncoding, SoundEncoder } from '../codec-engine.ts'
import { engineVersions } from '../engine-versions.ts'
import { decodeFile, decodeFlac } from './decode.ts'
import { type Libav, openLibav } from './libav.ts'
import { openFlac, openMp3, openOpus } from './libav-encoders.ts'
import { readSound } from './read-sound.ts'

/** It decodes no AAC: nobody keeps a decoder of it for WASM under a licence that fits. */
export async function openWasmEngine(): Promise<CodecEngine> {
  const libav = await openLibav()
  return {
    name: 'wasm',
    version: engineVersions.wasm,
    openEncoder: (encoding, sampleRate) => openEncoder(libav, encoding, sampleRate),
    decodeFlac: (file) => decodeFlac(libav, file),
    decodeFile: (path) => decodeFile(libav, path),
    readSound: (path, reader) => readSound(libav, path, reader),
    async shrinkPicture(picture, limits) {
      const { shrinkPicture } = await import('./shrink-picture.ts')
      return shrinkPicture(picture, limits)
    },
  }
}

function openEncoder(
  libav: Libav,
  encoding: PacketEncoding,
  sampleRate: number,
): Eventual<SoundEncoder> {
  switch (encoding.codec) {
    case 'aac':
      return import('./aac.ts').then(({ openAac }) => openAac(sampleRate, encoding.bitRate))
    case 'mp3':
      return openMp3(libav, sampleRate, encoding)
    case 'opus':
      return openOpus(libav, sampleRate, encoding.bitRate)
    case 'flac':
      return openFlac(libav, sampleRate, encoding.blockSamples)
  }
}
