// A file's sound, a frame at a time, by whatever libav.js decodes: Opus, Vorbis, MP3, FLAC.
import { closeSync, fstatSync, openSync, readSync } from 'node:fs'
import type { SoundReader } from '../codec-engine.ts'
import { countChapters } from '../count-chapters.ts'
import { type Libav, mediaTypeAudio } from './libav.ts'
import { planesOf } from './planes.ts'
import { readWav } from './read-wav.ts'

/** What is read at once: FFmpeg asks for less, and each time costs. */
const blockBytes = 256 * 1024

/** As CodecEngine says. Not to be called again before it is done. */
export async function readSound(libav: Libav, path: string, reader: SoundReader): Promise<boolean> {
  const file = openFile(path)
  if (file === null) return false
  try {
    return readWav(file, reader) || (await readByLibav(libav, file, path, reader))
  } finally {
    closeSync(file)
  }
}

async function readByLibav(
  libav: Libav,
  file: number,
  path: string,
  reader: SoundReader,
): Promise<boolean> {
  const name = 'sound'
  libav.onblockread = (_, position, length) => {
    const block = Buffer.allocUnsafe(Math.max(length, blockBytes))
    const read = readSync(file, block, 0, block.length, position)
    libav.ff_block_reader_dev_send_sync(name, position, read > 0 ? block.subarray(0, read) : null)
  }
  libav.mkblockreaderdev_sync(name, fstatSync(file).size)
  try {
    return await readOpened(libav, name, reader, () => marksOf(file, path))
  } finally {
    libav.unlink_sync(name)
  }
}

function openFile(path: string): number | null {
  try {
    return openSync(path, 'r')
  } catch {
    return null
  }
}

async function readOpened(
  libav: Libav,
  name: string,
  reader: SoundReader,
  countMarks: () => number | null,
): Promise<boolean> {
  const format = await openFormat(libav, name)
  if (format === 0) return false
  const packet = libav.av_packet_alloc_sync()
  const frame = libav.av_frame_alloc_sync()
  let context = 0
  try {
    if ((await libav.avformat_find_stream_info(format, 0)) < 0) return false
    const index = libav.av_find_best_stream_sync(format, mediaTypeAudio, -1, -1, 0, 0)
    if (index < 0) return false
    const stream = libav.AVFormatContext_streams_a_sync(format, index)
    const parameters = libav.AVStream_codecpar_sync(stream)
    const id = libav.AVCodecParameters_codec_id_sync(parameters)
    const codec = libav.avcodec_find_decoder_sync(id)
    if (codec === 0) return false
    context = libav.avcodec_alloc_context3_sync(codec)
    libav.avcodec_parameters_to_context_sync(context, parameters)
    // The decoder drops an encoder's priming by what the container says, counted in this time base.
    libav.AVCodecContext_pkt_timebase_s_sync(
      context,
      libav.AVStream_time_base_num_sync(stream),
      libav.AVStream_time_base_den_sync(stream),
    )
    if (libav.avcodec_open2_sync(context, codec, 0) < 0) return false
    reader.onOpen({
      codec: libav.avcodec_get_name_sync(id),
      toldRate: libav.AVCodecParameters_bit_rate_sync(parameters),
      chapters: countMarks(),
    })
    const drain = (): boolean => {
      while (libav.avcodec_receive_frame_sync(context, frame) >= 0) {
        const goesOn = reader.onFrame({
          sampleRate: libav.AVFrame_sample_rate_sync(frame),
          channels: libav.AVFrame_channels_sync(frame),
          planes: () => planesOf(libav, frame),
        })
        libav.av_frame_unref_sync(frame)
        if (!goesOn) return false
      }
      return true
    }
    while ((await libav.av_read_frame(format, packet)) >= 0) {
      const ours = libav.AVPacket_stream_index_sync(packet) === index
      if (ours) reader.onPacket(bytesOf(libav, packet))
      const sent = ours ? libav.avcodec_send_packet_sync(context, packet) : 0
      libav.av_packet_unref_sync(packet)
      if (sent < 0) reader.onDamage()
      if (ours && !drain()) return true
    }
    libav.avcodec_send_packet_sync(context, 0)
    drain()
    return true
  } finally {
    if (context !== 0) libav.avcodec_free_context_js_sync(context)
    libav.av_frame_free_js_sync(frame)
    libav.av_packet_free_js_sync(packet)
    await libav.avformat_close_input_js(format)
  }
}

/** 0 for a file of no known format. */
async function openFormat(libav: Libav, name: string): Promise<number> {
  const at = libav.malloc_sync(4)
  try {
    libav.copyin_s32_sync(at, Int32Array.of(0))
    const opened = await libav.avformat_open_input(at, name, 0, 0)
    return opened < 0 ? 0 : (libav.copyout_s32_sync(at, 1)[0] ?? 0)
  } finally {
    libav.free_sync(at)
  }
}

const bytesOf = (libav: Libav, packet: number): Uint8Array =>
  libav.copyout_u8_sync(libav.AVPacket_data_sync(packet), libav.AVPacket_size_sync(packet))

/** Marks by the container's first letters; what begins otherwise is MP3, or has none that we read. */
function marksOf(file: number, path: string): number | null {
  const start = Buffer.alloc(4)
  readSync(file, start, 0, 4, 0)
  const containers: Record<string, string> = { OggS: 'ogg', fLaC: 'flac', RIFF: 'wav', RF64: 'wav' }
  return countChapters(path, containers[start.toString('latin1')] ?? 'mp3')
}
