// One piece: takes → rendered samples → packets under their key.
import type { Group } from '../../contract/index.ts'
import { invariant } from '../../core/base/invariant.ts'
import { renderClips } from '../../core/master/render-clips.ts'
import { samplesOf } from '../../core/master/stretch-samples.ts'
import type { EncodedPiece, Encoding } from '../../core/ports/codecs.ts'
import type { CodecEngine } from './codec-engine.ts'
import { writeMade } from './made-files.ts'
import { openPieceEncoder } from './open-piece-encoder.ts'
import { encodedPiece, packetFile } from './packet-file.ts'
import type { StoredSounds } from './stored-sounds.ts'

export type PieceToEncode = {
  /** At least one, all of one rate; rendered one after the other. */
  groups: readonly Group[]
  encoding: Encoding
  key: string
  path: string
}

/** Renders, encodes and writes `path`. Fails with `take-damaged`, `disk-full`, `folder-not-writable`. */
export async function encodePiece(
  engine: CodecEngine,
  sounds: StoredSounds,
  { groups, encoding, key, path }: PieceToEncode,
): Promise<EncodedPiece> {
  const sampleRate = groups[0]?.sampleRate
  invariant(sampleRate !== undefined, 'a piece has a group')
  const encoder = await openPieceEncoder(engine, encoding, sampleRate)
  try {
    for (const group of groups) await encoder.add(renderClips(group, sounds.loaderFor(group.clips)))
    const { sizes, bytes, config, frameSamples, primingSamples } = await encoder.end()
    const samples = samplesOf(groups)
    const about = { sampleRate, samples, frameSamples, primingSamples }
    const told = {
      ...{ codec: encoding.codec, engine: engine.version, ...about },
      config: Buffer.from(config).toString('base64'),
    }
    const file = packetFile(told, sizes, bytes)
    writeMade(path, file.parts)
    return encodedPiece(key, file)
  } finally {
    encoder.free()
  }
}
