// One group: takes → rendered samples → packets under their key.
import type { Group } from '../../contract/index.ts'
import { floatFromInt16 } from '../../core/audio/pcm.ts'
import { renderClips } from '../../core/master/render-clips.ts'
import type { EncodedGroup, Encoding } from '../../core/ports/codecs.ts'
import { aacPrimingSamples, encodeAac } from './aac.ts'
import { writeMade } from './made-files.ts'
import { packetFileParts } from './packet-file.ts'
import type { StoredTakes } from './stored-takes.ts'

/** Renders, encodes and writes `path`. Fails with `take-damaged`, `disk-full`, `folder-not-writable`. */
export function encodeGroup(
  takes: StoredTakes,
  { group, encoding, key, path }: { group: Group; encoding: Encoding; key: string; path: string },
): EncodedGroup {
  const { clips, samples } = group
  const { sampleRate } = encoding
  const rendered = renderClips(clips, samples, sampleRate, takes.loaderFor(clips))
  if (encoding.codec === 'pcm') {
    const bytes = new Uint8Array(rendered.buffer, rendered.byteOffset, rendered.byteLength)
    writeMade(path, [bytes])
    return { key, samples, bytes: bytes.length }
  }
  const { config, sizes, bytes } = encodeAac(floatFromInt16(rendered), sampleRate, encoding.bitRate)
  const header = {
    codec: 'aac' as const,
    sampleRate,
    samples,
    primingSamples: aacPrimingSamples,
    config: Buffer.from(config).toString('base64'),
  }
  writeMade(path, packetFileParts(header, sizes, bytes))
  return { key, samples, bytes: bytes.length }
}
