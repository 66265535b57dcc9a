// The finished file of each format, from the same pieces.
import type { ExportFormat } from '../../contract/index.ts'
import type { FileLayout, FileToLayOut } from './file-layout.ts'
import { layOutFlac } from './flac-file.ts'
import { layOutMp4 } from './m4b.ts'
import { layOutMp3 } from './mp3-file.ts'
import { layOutOpus } from './ogg-opus.ts'
import { layOutWav } from './wav-file.ts'

/** What a layout asks of the world. */
export type LayoutOptions = {
  base64: (bytes: Uint8Array) => string
  /** Of an MP3 whose rate varies; else null. */
  quality: number | null
}

const layouts: Record<ExportFormat, (file: FileToLayOut, options: LayoutOptions) => FileLayout> = {
  m4b: (file) => layOutMp4(file, 'M4B '),
  m4a: (file) => layOutMp4(file, 'M4A '),
  mp3: layOutMp3,
  opus: (file, { base64 }) => layOutOpus(file, base64),
  flac: layOutFlac,
  wav: layOutWav,
}

export const layOutFile = (
  format: ExportFormat,
  file: FileToLayOut,
  options: LayoutOptions,
): FileLayout => layouts[format](file, options)
