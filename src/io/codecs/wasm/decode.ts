// Whole sounds decoded with libav.js: takes at once, answers of voices from their file.
import { joinSamples } from '../../../core/audio/join-samples.ts'
import { invariant } from '../../../core/base/invariant.ts'
import type { Sound } from '../codec-engine.ts'
import { flacLength } from '../flac-file.ts'
import type { Libav } from './libav.ts'
import { readSound } from './read-sound.ts'

/** As CodecEngine says. */
export function decodeFlac(libav: Libav, file: Uint8Array): Sound | null {
  const told = flacLength(file)
  if (told === null) return null
  const codec = libav.avcodec_find_decoder_by_name_sync('flac')
  invariant(codec !== 0, 'libav.js has a FLAC decoder')
  const context = libav.avcodec_alloc_context3_sync(codec)
  const packet = libav.av_packet_alloc_sync()
  const frame = libav.av_frame_alloc_sync()
  const samples = new Int16Array(told.samples)
  const bytes = Buffer.from(samples.buffer)
  let at = 0
  const drain = (): boolean => {
    while (libav.avcodec_receive_frame_sync(context, frame) >= 0) {
      const length = libav.AVFrame_nb_samples_sync(frame) * 2
      if (at + length > bytes.length) return false
      bytes.set(libav.copyout_u8_sync(libav.AVFrame_data_a_sync(frame, 0), length), at)
      at += length
      libav.av_frame_unref_sync(frame)
    }
    return true
  }
  try {
    invariant(libav.avcodec_open2_sync(context, codec, 0) >= 0, 'the FLAC decoder opens')
    // The decoder reads header and frames one after the other out of a single packet.
    libav.ff_copyin_packet_sync(packet, { data: file })
    if (libav.avcodec_send_packet_sync(context, packet) < 0 || !drain()) return null
    libav.avcodec_send_packet_sync(context, 0)
    if (!drain() || at !== bytes.length) return null
    return { samples, sampleRate: told.sampleRate }
  } finally {
    libav.av_frame_free_js_sync(frame)
    libav.av_packet_free_js_sync(packet)
    libav.avcodec_free_context_js_sync(context)
  }
}

/** As CodecEngine says. */
export async function decodeFile(libav: Libav, path: string): Promise<Sound | null> {
  const parts: Int16Array[] = []
  let sampleRate = 0
  let isWhole = true
  const isOpened = await readSound(libav, path, {
    onOpen: () => {},
    onPacket: () => {},
    onFrame(frame) {
      if (sampleRate === 0) ({ sampleRate } = frame)
      const planes = frame.planes()
      // What changes its rate on the way is no answer of a voice.
      isWhole &&= planes.length > 0 && frame.sampleRate === sampleRate
      if (isWhole) parts.push(mixed(planes))
      return isWhole
    },
    onDamage: () => void (isWhole = false),
  })
  if (!isOpened || !isWhole) return null
  return { samples: joinSamples(parts), sampleRate }
}

/** All channels are as loud in it. */
function mixed(planes: readonly Float32Array[]): Int16Array {
  const scale = 32_768 / planes.length
  return Int16Array.from({ length: planes[0]?.length ?? 0 }, (_, index) => {
    const sum = planes.reduce((all, plane) => all + (plane[index] ?? 0), 0)
    return Math.max(-32_768, Math.min(32_767, Math.round(sum * scale)))
  })
}
