// A WAV: its samples behind a header, RF64 where it is beyond 4 GB.
import { wavHeader } from '../audio/wav-header.ts'
import { byteSum, type FileLayout, type FileToLayOut } from './file-layout.ts'

export function layOutWav({ pieces }: FileToLayOut): FileLayout {
  const sampleRate = pieces[0]?.sampleRate ?? 0
  const samples = pieces.reduce((sum, piece) => sum + piece.samples, 0)
  const head = wavHeader({ sampleRate, channels: 1, samples })
  return {
    head,
    copies: pieces.map((piece, index) => ({ piece: index, length: byteSum(piece) })),
    bytes: head.length + samples * 2,
    durationSeconds: samples / sampleRate,
  }
}
