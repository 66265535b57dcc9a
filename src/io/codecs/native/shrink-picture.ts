// A picture made small with FFmpeg: what a codec child does with a cover.
import type { PictureLimits } from '../../../core/ports/codecs.ts'
import type { Picture, Thumbnail } from '../../../core/ports/projects.ts'
import {
  AV_CODEC_FLAG_QSCALE,
  AV_FRAME_DATA_DISPLAYMATRIX,
  AV_PIX_FMT_RGBA,
  AV_PIX_FMT_YUVJ420P,
  avGetPixFmtName,
  Codec,
  CodecContext,
  FF_DECODER_MJPEG,
  FF_DECODER_PNG,
  FF_DECODER_WEBP,
  FF_ENCODER_MJPEG,
  FF_ENCODER_PNG,
  FF_QP2LAMBDA,
  FFmpegError,
  Frame,
  Packet,
  Rational,
  SoftwareScaleContext,
  SWS_ACCURATE_RND,
  SWS_FULL_CHR_H_INP,
  SWS_LANCZOS,
} from './av.ts'
import { fitInto, isSeenThrough, type Size, thumbnailOf } from '../fit-picture.ts'

const decoders: Readonly<Record<string, string>> = {
  'image/jpeg': FF_DECODER_MJPEG,
  'image/png': FF_DECODER_PNG,
  'image/webp': FF_DECODER_WEBP,
}
/** FFmpeg's scale from 2, the best, to 31. */
const jpegQuality = 3
const oneFrame = new Rational(1, 25)

/** As CodecEngine says. */
export function shrinkPicture(picture: Picture, limits: PictureLimits): Thumbnail | null {
  const decoded = decode(picture, limits.maxPixels)
  if (!decoded) return null
  try {
    const size = fitInto(decoded, limits)
    if (!size || decoded.getSideData(AV_FRAME_DATA_DISPLAYMATRIX)) return null
    const clear = canBeClear(picture, decoded) ? scale(decoded, size, AV_PIX_FMT_RGBA) : null
    try {
      if (clear && isSeenThrough(clear.toBuffer()))
        return thumbnailOf('image/png', encode(clear, FF_ENCODER_PNG))
    } finally {
      clear?.free()
    }
    const opaque = scale(decoded, size, AV_PIX_FMT_YUVJ420P)
    try {
      return thumbnailOf('image/jpeg', encode(opaque, FF_ENCODER_MJPEG))
    } finally {
      opaque.free()
    }
  } finally {
    decoded.free()
  }
}

/** Whether its kind of pixels has a say in what is seen through them. */
const canBeClear = ({ mediaType }: Picture, { format }: Frame): boolean =>
  mediaType !== 'image/jpeg' &&
  !/^(yuvj?4|rgb24|rgb48|gray|mono)/.test(avGetPixFmtName(format as never) ?? '')

/** The caller frees the frame. The pixels are counted by the decoder, before it takes memory for them. */
function decode({ mediaType, bytes }: Picture, maxPixels: number): Frame | null {
  const codec = Codec.findDecoderByName((decoders[mediaType] ?? '') as typeof FF_DECODER_PNG)
  if (!codec) return null
  const context = new CodecContext()
  const packet = new Packet()
  const frame = new Frame()
  packet.alloc()
  frame.alloc()
  let isWhole = false
  try {
    context.allocContext3(codec)
    context.pktTimebase = oneFrame
    context.setOption('max_pixels', String(maxPixels))
    context.setOption('err_detect', 'explode')
    context.setOption('threads', '1')
    if (context.open2Sync(codec, null) < 0) return null
    packet.data = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
    if (context.sendPacketSync(packet) < 0) return null
    context.sendPacketSync(null)
    isWhole = context.receiveFrameSync(frame) >= 0
    return isWhole ? frame : null
  } finally {
    if (!isWhole) frame.free()
    packet.free()
    context.freeContext()
  }
}

/** The caller frees the frame. */
function scale(frame: Frame, { width, height }: Size, format: typeof AV_PIX_FMT_RGBA): Frame {
  const scaler = new SoftwareScaleContext()
  const scaled = new Frame()
  scaled.alloc()
  try {
    scaled.width = width
    scaled.height = height
    scaled.format = format
    FFmpegError.throwIfError(scaled.getBuffer(), 'a frame')
    const flags = (SWS_LANCZOS | SWS_ACCURATE_RND | SWS_FULL_CHR_H_INP) as typeof SWS_LANCZOS
    scaler.getContext(
      frame.width,
      frame.height,
      frame.format as never,
      width,
      height,
      format,
      flags,
    )
    FFmpegError.throwIfError(scaler.scaleFrameSync(scaled, frame), 'scale')
    scaled.pts = 0n
    return scaled
  } catch (error) {
    scaled.free()
    throw error
  } finally {
    scaler.freeContext()
  }
}

function encode(frame: Frame, name: typeof FF_ENCODER_MJPEG | typeof FF_ENCODER_PNG): Uint8Array {
  const codec = Codec.findEncoderByName(name)
  const context = new CodecContext()
  const packet = new Packet()
  packet.alloc()
  try {
    context.allocContext3(codec)
    context.width = frame.width
    context.height = frame.height
    context.pixelFormat = frame.format as never
    context.timeBase = oneFrame
    context.setFlags(AV_CODEC_FLAG_QSCALE)
    context.globalQuality = jpegQuality * FF_QP2LAMBDA
    frame.quality = jpegQuality * FF_QP2LAMBDA
    FFmpegError.throwIfError(context.open2Sync(codec, null), `open ${name}`)
    FFmpegError.throwIfError(context.sendFrameSync(frame), name)
    FFmpegError.throwIfError(context.sendFrameSync(null), name)
    FFmpegError.throwIfError(context.receivePacketSync(packet), name)
    return new Uint8Array(packet.data ?? [])
  } finally {
    packet.free()
    context.freeContext()
  }
}
