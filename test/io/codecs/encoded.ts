// Sound that is encoded as one piece, and files made of such pieces.
import type { ExportFormat } from '../../../src/contract/index.ts'
import type { FileToLayOut, Piece } from '../../../src/core/export/file-layout.ts'
import { layOutFile } from '../../../src/core/export/lay-out-file.ts'
import type { Encoding } from '../../../src/core/ports/codecs.ts'
import type { CodecEngine } from '../../../src/io/codecs/codec-engine.ts'
import { nativeEngine } from '../../../src/io/codecs/native/native-engine.ts'
import { openPieceEncoder } from '../../../src/io/codecs/open-piece-encoder.ts'

export type EncodedSound = Piece & { bytes: Uint8Array }

export async function encodeSound(
  samples: Int16Array,
  sampleRate: number,
  encoding: Encoding,
  engine: CodecEngine = nativeEngine,
): Promise<EncodedSound> {
  const encoder = await openPieceEncoder(engine, encoding, sampleRate)
  try {
    await encoder.add(samples)
    return { ...(await encoder.end()), samples: samples.length, sampleRate }
  } finally {
    encoder.free()
  }
}

type SoundFile = Omit<FileToLayOut, 'pieces'> & { pieces: readonly EncodedSound[] }

/** The bytes of the finished file, and what it says of itself. */
export function fileOf(format: ExportFormat, file: SoundFile, quality: number | null = null) {
  const base64 = (bytes: Uint8Array) => Buffer.from(bytes).toString('base64')
  const layout = layOutFile(format, file, { base64, quality })
  const parts = layout.copies.flatMap(({ piece, length, turn }) => {
    const packets = file.pieces[piece]?.bytes ?? new Uint8Array(0)
    return turn ? [...turn(packets)] : [packets.subarray(0, length)]
  })
  return { ...layout, whole: Buffer.concat([layout.head, ...parts]) }
}
