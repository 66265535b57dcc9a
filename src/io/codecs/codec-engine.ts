// What encodes and decodes: one interface, fulfilled by FFmpeg's native build and by WASM (docs/decisions/0009).
import type { Encoding, PictureLimits } from '../../core/ports/codecs.ts'
import type { Picture, Thumbnail } from '../../core/ports/projects.ts'

export type EngineName = 'native' | 'wasm'

/** At once, or when it is done: one engine never waits where the other has to. */
export type Eventual<T> = T | Promise<T>

/** 16-bit mono. */
export type Sound = { samples: Int16Array; sampleRate: number }

/** Packets with what a file's writer must know of them. */
export type PieceOfPackets = {
  sizes: Uint32Array
  /** All packets end to end. */
  bytes: Uint8Array
  /** What decoders need once: AudioSpecificConfig, OpusHead, STREAMINFO; empty where there is nothing. */
  config: Uint8Array
  /** Samples of one packet. */
  frameSamples: number
  /** Samples that the encoder has put in front. */
  primingSamples: number
}

/** One piece of sound on its way through any codec. Equal samples give equal packets. */
export type SoundEncoder = {
  /** 16-bit mono samples, any number of them. */
  add(samples: Int16Array): Eventual<void>
  end(): Eventual<PieceOfPackets>
  /** For one that is not ended. */
  free(): void
}

/** What there is to encode for an engine: plain samples need none, and FLAC comes in blocks of any size. */
export type PacketEncoding =
  | Exclude<Encoding, { codec: 'pcm' | 'flac' }>
  | { codec: 'flac'; blockSamples: number }

/** What a file says of its sound before anything of it is decoded. */
export type SoundAbout = {
  codec: string
  /** Bits a second that the file tells; 0 where it does not. */
  toldRate: number
  /** Null for containers whose marks nobody here reads. */
  chapters: number | null
}

export type SoundFrame = {
  sampleRate: number
  channels: number
  /** Of one channel each, -1 to 1; good until the reader returns. */
  planes(): Float32Array[]
}

export type SoundReader = {
  onOpen(about: SoundAbout): void
  /** A packet, before it is decoded; it is the decoder's afterwards. */
  onPacket(bytes: Uint8Array): void
  /** False ends the reading. */
  onFrame(frame: SoundFrame): boolean
  /** A packet that cannot be decoded. */
  onDamage(): void
}

export type CodecEngine = {
  name: EngineName
  /** Changes whenever an encoder would write other bytes: part of the key of its packets. */
  version: string
  /** Opens an encoder for mono sound at `sampleRate` Hz; one that is not ended must be freed. */
  openEncoder(encoding: PacketEncoding, sampleRate: number): Eventual<SoundEncoder>
  /**
   * Decodes a take (flac-file.ts); null when it is damaged so far that it cannot be. Whoever asks compares
   * the samples' digest: a frame that is silently wrong need not be found.
   */
  decodeFlac(file: Uint8Array): Sound | null
  /** Any format that is known, mixed to mono; null when it holds no sound that can be decoded to its end. */
  decodeFile(path: string): Eventual<Sound | null>
  /** A file's sound, a frame at a time, in memory that does not grow with it. False when nothing opens it. */
  readSound(path: string, reader: SoundReader): Eventual<boolean>
  /**
   * The picture in what it shall fit into. Null for one that fits already, that cannot be decoded, is
   * damaged, has too many pixels, or must be turned to be looked at. What may be seen through stays so: it
   * becomes a PNG, everything else a JPEG.
   */
  shrinkPicture(picture: Picture, limits: PictureLimits): Eventual<Thumbnail | null>
}
