// The only importer of libav.js: FFmpeg under LGPL in WASM, with LAME, libopus and libvorbis.
import LibAV, { type Libav } from '@libav.js/variant-obsolete'

export type { Libav, LibavFrame, LibavPacket } from '@libav.js/variant-obsolete'

// FFmpeg's numbers for what libav.js does not name by itself.
export const sampleFormatS16 = 1
export const sampleFormatS16P = 6
export const layoutMono = 4
export const mediaTypeAudio = 1
export const newExtraData = 1

const quiet = -8

/** A module of its own, in this thread: calls whose name ends in `sync` are done when they return. */
export async function openLibav(): Promise<Libav> {
  const libav = await LibAV.LibAV({ noworker: true, nothreads: true })
  // Damaged sound is reported by its callers, who know what it belongs to; not on stderr.
  libav.av_log_set_level_sync(quiet)
  return libav
}
