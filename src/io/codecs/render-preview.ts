// A stretch of the plan as the page plays it: FLAC in fragmented MP4, from the first sample to the last.
import type { Stretch } from '../../contract/index.ts'
import { flacFragment } from '../../core/export/flac-fragment.ts'
import { renderClips } from '../../core/master/render-clips.ts'
import type { CodecEngine } from './codec-engine.ts'
import { encodeFlac } from './flac-file.ts'
import { writeMade } from './made-files.ts'
import type { StoredSounds } from './stored-sounds.ts'

/** Renders and writes `path`; answers with its bytes. Fails with `take-damaged`, `disk-full`, `folder-not-writable`. */
export async function renderPreview(
  engine: CodecEngine,
  sounds: StoredSounds,
  { stretch, path }: { stretch: Stretch; path: string },
): Promise<number> {
  const { clips, samples, sampleRate } = stretch
  const rendered = renderClips(stretch, sounds.loaderFor(clips))
  const flac = await encodeFlac(engine, { samples: rendered, sampleRate })
  const file = flacFragment({ ...flac, sampleRate, samples })
  writeMade(path, [file])
  return file.length
}
