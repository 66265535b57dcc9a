// What a codec child does, by name. Codecs are loaded by the first job that needs them: copying does not.
import { rmSync } from 'node:fs'
import type { SoundMeasure, Stretch } from '../../contract/index.ts'
import type { EncodedPiece, ExportRequest, PictureLimits } from '../../core/ports/codecs.ts'
import type { Picture, Thumbnail } from '../../core/ports/projects.ts'
import type { PreparedSound } from '../../core/ports/sound-library.ts'
import type { PreparedTake } from '../../core/ports/takes.ts'
import type { DataFolder } from '../data-folder.ts'
import type { Operation } from '../process/serve.ts'
import type { EngineName } from './codec-engine.ts'
import { collectYoung } from '../process/collect.ts'
import type { PieceToEncode } from './encode-piece.ts'
import type { SoundToPrepare } from './prepare-sound.ts'
import type { TakeToCheck } from './check-take.ts'
import type { TakeToPrepare } from './prepare-take.ts'
import { type EngineChoice, type LoadedEngine, loadEngine } from './load-engine.ts'
import type { StoredSounds } from './stored-sounds.ts'
import type { WrittenPart } from './write-file.ts'

/** Arguments and answer of each operation; `preview` answers with the file's bytes. */
export type CodecJobs = {
  /** Loads the codecs and tells which. */
  load: { args: null; answer: EngineChoice }
  prepare: { args: TakeToPrepare; answer: PreparedTake }
  check: { args: TakeToCheck; answer: PreparedTake | null }
  preview: { args: { stretch: Stretch; path: string }; answer: number }
  encode: { args: PieceToEncode; answer: EncodedPiece }
  /** Reports the seconds done. */
  sound: { args: SoundToPrepare; answer: PreparedSound }
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

/** What a codec child is given: `codecs` is null where it shall choose. */
export type CodecParameters = { folder: DataFolder; codecs: EngineName | null }

/** `write` reports its fraction done. */
export function codecOperations({
  folder,
  codecs,
}: CodecParameters): Record<CodecJobName, Operation> {
  let loaded: Promise<LoadedEngine> | null = null
  const load = () => (loaded ??= loadEngine(codecs))
  const engine = async () => (await load()).engine
  let opened: Promise<StoredSounds> | null = null
  const sounds = () =>
    (opened ??= Promise.all([import('./stored-sounds.ts'), engine()]).then(
      ([{ openStoredSounds }, found]) => openStoredSounds(found, folder),
    ))
  // Whoever ordered a file names it. Where that has ended meanwhile we end as well, and nobody ever will.
  const unnamed = new Set<string>()
  process.once('exit', () => unnamed.forEach((part) => rmSync(part, { force: true })))
  const handlers: Handlers = {
    load: async () => (await load()).choice,
    async prepare(args) {
      const { prepareTake } = await import('./prepare-take.ts')
      return prepareTake(await engine(), folder, args)
    },
    async check(args) {
      const { checkTake } = await import('./check-take.ts')
      return checkTake(await engine(), folder, args)
    },
    async preview(args) {
      const { renderPreview } = await import('./render-preview.ts')
      return renderPreview(await engine(), await sounds(), args)
    },
    async encode(args) {
      const { encodePiece } = await import('./encode-piece.ts')
      return encodePiece(await engine(), await sounds(), args)
    },
    async shrink({ picture, limits }) {
      return (await engine()).shrinkPicture(picture, limits)
    },
    async sound(args, { report }) {
      const { prepareSound } = await import('./prepare-sound.ts')
      return prepareSound(await engine(), folder, args, report)
    },
    async measure(path) {
      const { measureSound } = await import('./measure-sound.ts')
      return measureSound(await engine(), path)
    },
    async write(args, { report }) {
      const { writeFinishedFile } = await import('./write-file.ts')
      const written = writeFinishedFile(folder, args, report)
      unnamed.add(written.part)
      return written
    },
  }
  return {
    load: handlers.load,
    prepare: tidied(handlers.prepare),
    check: tidied(handlers.check),
    preview: tidied(handlers.preview),
    encode: tidied(handlers.encode),
    shrink: tidied(handlers.shrink),
    sound: tidied(handlers.sound),
    measure: tidied(handlers.measure),
    write: tidied(handlers.write),
  }
}
