// The only importer of node-av, and only of its low-level synchronous calls.
import { AV_LOG_FATAL } from 'node-av/constants'
import { Log } from 'node-av/lib'

export type { AVSampleFormat, FFEncoderCodec } from 'node-av/constants'
export {
  AV_CHANNEL_LAYOUT_MONO,
  AV_CHANNEL_LAYOUT_STEREO,
  AV_CHANNEL_ORDER_NATIVE,
  AV_CHANNEL_ORDER_UNSPEC,
  AV_CODEC_FLAG_GLOBAL_HEADER,
  AV_CODEC_FLAG_QSCALE,
  AV_FRAME_DATA_DISPLAYMATRIX,
  AV_PKT_DATA_NEW_EXTRADATA,
  AV_PIX_FMT_RGBA,
  AV_PIX_FMT_YUVJ420P,
  AV_SAMPLE_FMT_FLTP,
  AV_SAMPLE_FMT_S16,
  AV_SAMPLE_FMT_S16P,
  AVMEDIA_TYPE_AUDIO,
  FF_DECODER_FLAC,
  FF_DECODER_MJPEG,
  FF_DECODER_PNG,
  FF_DECODER_WEBP,
  FF_ENCODER_AAC,
  FF_ENCODER_FLAC,
  FF_ENCODER_LIBMP3LAME,
  FF_ENCODER_LIBOPUS,
  FF_ENCODER_MJPEG,
  FF_ENCODER_PNG,
  FF_QP2LAMBDA,
  SWS_ACCURATE_RND,
  SWS_FULL_CHR_H_INP,
  SWS_LANCZOS,
} from 'node-av/constants'
export {
  avGetPixFmtName,
  Codec,
  CodecContext,
  FFmpegError,
  FormatContext,
  Frame,
  Packet,
  Rational,
  SoftwareResampleContext,
  SoftwareScaleContext,
  Stream,
} from 'node-av/lib'

// Damaged sound is reported by its callers, who know what it belongs to; not on stderr.
Log.setLevel(AV_LOG_FATAL)
