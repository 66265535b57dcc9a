// The one loop that decodes: any file FFmpeg knows → its frames, one after the other, in little memory.
import {
  AVMEDIA_TYPE_AUDIO,
  Codec,
  CodecContext,
  FormatContext,
  Frame,
  Packet,
  type Stream,
} from './av.ts'

export type OpenedSound = { format: FormatContext; stream: Stream; codec: Codec }

export type FrameReader = {
  /** Before anything is decoded. */
  onOpen?(sound: OpenedSound): void
  /** Before it is decoded; false ends the reading. The bytes are the decoder's afterwards. */
  onPacket?(bytes: Buffer): void
  /** What is decoded; false ends the reading. The frame is let go afterwards. */
  onFrame(frame: Frame): boolean
  /** A packet that cannot be decoded; false ends the reading. */
  onDamage(): boolean
}

/** Whether the file's sound was read to its end. False also for a file without sound. */
export function readFrames(path: string, reader: FrameReader): boolean {
  const format = new FormatContext()
  // By path, never by buffer: that leaks.
  if (format.openInputSync(path, null, null) < 0) return false
  const packet = new Packet()
  const frame = new Frame()
  packet.alloc()
  frame.alloc()
  let context: CodecContext | null = null
  try {
    if (format.findStreamInfoSync(null) < 0) return false
    const index = format.findBestStream(AVMEDIA_TYPE_AUDIO)
    const stream = index < 0 ? undefined : format.streams[index]
    const codec = stream && Codec.findDecoder(stream.codecpar.codecId)
    if (!stream || !codec) return false
    context = new CodecContext()
    context.allocContext3(codec)
    context.parametersToContext(stream.codecpar)
    // The decoder drops an encoder's priming by what the container says, counted in this time base.
    context.pktTimebase = stream.timeBase
    if (context.open2Sync(codec, null) < 0) return false
    reader.onOpen?.({ format, stream, codec })
    const decoder = context
    const drain = (): boolean => {
      while (decoder.receiveFrameSync(frame) >= 0) {
        const goesOn = reader.onFrame(frame)
        frame.unref()
        if (!goesOn) return false
      }
      return true
    }
    while (format.readFrameSync(packet) >= 0) {
      const ours = packet.streamIndex === index
      if (ours && reader.onPacket && packet.data) reader.onPacket(packet.data)
      const sent = ours ? decoder.sendPacketSync(packet) : 0
      packet.unref()
      if (sent < 0 && !reader.onDamage()) return false
      if (ours && !drain()) return false
    }
    decoder.sendPacketSync(null)
    return drain()
  } finally {
    context?.freeContext()
    frame.free()
    packet.free()
    format.closeInputSync()
  }
}
