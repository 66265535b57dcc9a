// What a codec child does, by name. FFmpeg is loaded by the first job that needs it: copying does not.
import type { SoundMeasure, Stretch } from '../../contract/index.ts'
import type {
  EncodedPiece,
  ExportRequest,
  PictureLimits,
  SoundPart,
} from '../../core/ports/codecs.ts'
import type { Picture, Thumbnail } from '../../core/ports/projects.ts'
import type { PreparedSound } from '../../core/ports/sound-library.ts'
import type { PreparedTake } from '../../core/ports/takes.ts'
import type { DataFolder } from '../data-folder.ts'
import type { Operation } from '../process/serve.ts'
import { collectYoung } from './collect-young.ts'
import type { PieceToEncode } from './encode-piece.ts'
import type { StoredSounds } from './stored-sounds.ts'
import type { WrittenPart } from './write-file.ts'

/** Arguments and answer of each operation; `preview` answers with the file's bytes. */
export type CodecJobs = {
  prepare: { args: readonly SoundPart[]; answer: PreparedTake }
  preview: { args: { stretch: Stretch; path: string }; answer: number }
  encode: { args: PieceToEncode; answer: EncodedPiece }
  /** Path of a sound and how long it may be; reports the seconds done. */
  sound: { args: { path: string; limitSeconds: number }; answer: PreparedSound }
  shrink: { args: { picture: Picture; limits: PictureLimits }; answer: Thumbnail | null }
  /** Path of a finished file. */
  measure: { args: string; answer: SoundMeasure }
  /** `writing` is the word of this one writing (part-files.ts). */
  write: {
    args: { request: ExportRequest; writing: string }
    answer: WrittenPart
  }
}
export type CodecJobName = keyof CodecJobs

type Context = { report: (value: unknown) => void }
type Handlers = {
  [N in CodecJobName]: (
    args: CodecJobs[N]['args'],
    context: Context,
  ) => Promise<CodecJobs[N]['answer']>
}

const tidied =
  <A, R>(work: (args: A, context: Context) => Promise<R>) =>
  async (args: A, context: Context): Promise<R> => {
    try {
      return await work(args, context)
    } finally {
      collectYoung()
    }
  }

/** `write` reports its fraction done. */
export function codecOperations(folder: DataFolder): Record<CodecJobName, Operation> {
  let opened: Promise<StoredSounds> | null = null
  const sounds = () =>
    (opened ??= import('./stored-sounds.ts').then(({ openStoredSounds }) =>
      openStoredSounds(folder),
    ))
  const handlers: Handlers = {
    async prepare(sounds) {
      const { prepareTake } = await import('./prepare-take.ts')
      return prepareTake(folder, sounds)
    },
    async preview(args) {
      const { renderPreview } = await import('./render-preview.ts')
      return renderPreview(await sounds(), args)
    },
    async encode(args) {
      const { encodePiece } = await import('./encode-piece.ts')
      return encodePiece(await sounds(), args)
    },
    async shrink({ picture, limits }) {
      const { shrinkPicture } = await import('./shrink-picture.ts')
      return shrinkPicture(picture, limits)
    },
    async sound({ path, limitSeconds }, { report }) {
      const { prepareSound } = await import('./prepare-sound.ts')
      return prepareSound(folder, { path, limitSeconds }, report)
    },
    async measure(path) {
      const { measureSound } = await import('./measure-sound.ts')
      return measureSound(path)
    },
    async write(args, { report }) {
      const { writeFinishedFile } = await import('./write-file.ts')
      return writeFinishedFile(folder, args, report)
    },
  }
  return {
    prepare: tidied(handlers.prepare),
    preview: tidied(handlers.preview),
    encode: tidied(handlers.encode),
    shrink: tidied(handlers.shrink),
    sound: tidied(handlers.sound),
    measure: tidied(handlers.measure),
    write: tidied(handlers.write),
  }
}
