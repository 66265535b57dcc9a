// A stretch of the plan as the page plays it: FLAC in fragmented MP4, from the first sample to the last.
import { renderRate, type Clip } from '../../contract/index.ts'
import { flacFragment } from '../../core/export/flac-fragment.ts'
import { renderClips } from '../../core/master/render-clips.ts'
import { encodeFlac } from './flac.ts'
import { writeMade } from './made-files.ts'
import type { StoredTakes } from './stored-takes.ts'

/** Renders and writes `path`; answers with its bytes. Fails with `take-damaged`, `disk-full`, `folder-not-writable`. */
export function renderPreview(
  takes: StoredTakes,
  { clips, samples, path }: { clips: Clip[]; samples: number; path: string },
): number {
  const rendered = renderClips(clips, samples, renderRate, takes.loaderFor(clips))
  const flac = encodeFlac(rendered, renderRate)
  const file = flacFragment({ ...flac, sampleRate: renderRate, samples })
  writeMade(path, [file])
  return file.length
}
