// A stretch of the plan as the page plays it: FLAC in fragmented MP4, from the first sample to the last.
import type { Stretch } from '../../contract/index.ts'
import { flacFragment } from '../../core/export/flac-fragment.ts'
import { renderClips } from '../../core/master/render-clips.ts'
import { encodeFlac } from './flac.ts'
import { writeMade } from './made-files.ts'
import type { StoredSounds } from './stored-sounds.ts'

/** Renders and writes `path`; answers with its bytes. Fails with `take-damaged`, `disk-full`, `folder-not-writable`. */
export function renderPreview(
  sounds: StoredSounds,
  { stretch, path }: { stretch: Stretch; path: string },
): number {
  const { clips, samples, sampleRate } = stretch
  const rendered = renderClips(stretch, sounds.loaderFor(clips))
  const flac = encodeFlac(rendered, sampleRate)
  const file = flacFragment({ ...flac, sampleRate, samples })
  writeMade(path, [file])
  return file.length
}
