// One group: takes → rendered samples → packets under their key.
import type { Group } from '../../contract/index.ts'
import { floatFromInt16 } from '../../core/audio/pcm.ts'
import { renderClips } from '../../core/master/render-clips.ts'
import type { EncodedGroup, Encoding } from '../../core/ports/codecs.ts'
import { type AacPackets, aacPrimingSamples, encodeAac } from './aac.ts'
import { writeMade } from './made-files.ts'
import { encodedGroup, packetFile } from './packet-file.ts'
import type { StoredTakes } from './stored-takes.ts'

/** Renders, encodes and writes `path`. Fails with `take-damaged`, `disk-full`, `folder-not-writable`. */
export function encodeGroup(
  takes: StoredTakes,
  { group, encoding, key, path }: { group: Group; encoding: Encoding; key: string; path: string },
): EncodedGroup {
  const { samples, sampleRate } = group
  const rendered = renderClips(group, takes.loaderFor(group.clips))
  const { sizes, bytes, config, primingSamples } = encode(rendered, sampleRate, encoding)
  const about = { codec: encoding.codec, sampleRate, samples, primingSamples }
  const file = packetFile(
    { ...about, config: Buffer.from(config).toString('base64') },
    sizes,
    bytes,
  )
  writeMade(path, file.parts)
  return encodedGroup(key, file)
}

type Packets = AacPackets & { primingSamples: number }

function encode(samples: Int16Array, sampleRate: number, encoding: Encoding): Packets {
  switch (encoding.codec) {
    case 'aac': {
      const packets = encodeAac(floatFromInt16(samples), sampleRate, encoding.bitRate)
      return { ...packets, primingSamples: aacPrimingSamples }
    }
    case 'pcm': {
      const bytes = new Uint8Array(samples.buffer, samples.byteOffset, samples.byteLength)
      const sizes = Uint32Array.of(bytes.length)
      return { config: new Uint8Array(0), sizes, bytes, primingSamples: 0 }
    }
  }
}
