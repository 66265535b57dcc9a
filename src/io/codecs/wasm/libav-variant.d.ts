// What we use of libav.js, whose own types TypeScript does not find: FFmpeg's calls, by their names there.
declare module '@libav.js/variant-obsolete' {
  /** A sound's frame outside of FFmpeg's memory: planes, or one block of interleaved samples. */
  export type LibavFrame = {
    data: Int16Array | Int16Array[]
    format: number
    channels: number
    channel_layout: number
    sample_rate: number
    nb_samples: number
    pts: number
    ptshi: number
  }
  export type LibavPacket = { data: Uint8Array; side_data?: { type: number; data: Uint8Array }[] }

  /** Numbers that stand for things are addresses in FFmpeg's memory; what is below zero is an error. */
  export type Libav = {
    onblockread?: (name: string, position: number, length: number) => void
    mkblockreaderdev_sync(name: string, size: number): void
    ff_block_reader_dev_send_sync(name: string, position: number, data: Uint8Array | null): void
    unlink_sync(name: string): void

    malloc_sync(bytes: number): number
    free_sync(at: number): void
    copyin_s32_sync(at: number, values: Int32Array): void
    copyout_s32_sync(at: number, count: number): Int32Array
    copyout_u8_sync(at: number, count: number): Uint8Array
    av_log_set_level_sync(level: number): void

    avformat_open_input(
      formatAt: number,
      name: string,
      format: number,
      options: number,
    ): Promise<number>
    avformat_find_stream_info(format: number, options: number): Promise<number>
    avformat_close_input_js(format: number): Promise<void>
    av_find_best_stream_sync(
      format: number,
      kind: number,
      wanted: number,
      related: number,
      decoder: number,
      flags: number,
    ): number
    AVFormatContext_streams_a_sync(format: number, index: number): number
    AVStream_codecpar_sync(stream: number): number
    AVStream_time_base_num_sync(stream: number): number
    AVStream_time_base_den_sync(stream: number): number
    AVCodecParameters_codec_id_sync(parameters: number): number
    AVCodecParameters_bit_rate_sync(parameters: number): number
    av_read_frame(format: number, packet: number): Promise<number>

    avcodec_find_decoder_sync(id: number): number
    avcodec_find_decoder_by_name_sync(name: string): number
    avcodec_get_name_sync(id: number): string
    avcodec_alloc_context3_sync(codec: number): number
    avcodec_parameters_to_context_sync(context: number, parameters: number): number
    AVCodecContext_pkt_timebase_s_sync(context: number, over: number, under: number): void
    avcodec_open2_sync(context: number, codec: number, options: number): number
    avcodec_send_packet_sync(context: number, packet: number): number
    avcodec_receive_frame_sync(context: number, frame: number): number
    avcodec_free_context_js_sync(context: number): void
    AVCodecContext_extradata_sync(context: number): number
    AVCodecContext_extradata_size_sync(context: number): number

    av_packet_alloc_sync(): number
    av_packet_unref_sync(packet: number): void
    av_packet_free_js_sync(packet: number): void
    AVPacket_stream_index_sync(packet: number): number
    AVPacket_data_sync(packet: number): number
    AVPacket_size_sync(packet: number): number
    ff_copyin_packet_sync(at: number, packet: object): void

    av_frame_alloc_sync(): number
    av_frame_unref_sync(frame: number): void
    av_frame_free_js_sync(frame: number): void
    AVFrame_format_sync(frame: number): number
    AVFrame_channels_sync(frame: number): number
    AVFrame_sample_rate_sync(frame: number): number
    AVFrame_nb_samples_sync(frame: number): number
    AVFrame_data_a_sync(frame: number, plane: number): number

    /** Codec, context, frame, packet, samples in a frame. Throws. */
    ff_init_encoder_sync(
      name: string,
      settings: {
        ctx: object
        time_base: [number, number]
        options: Record<string, string>
      },
    ): [number, number, number, number, number]
    /** Throws. */
    ff_encode_multi_sync(
      context: number,
      frame: number,
      packet: number,
      frames: readonly LibavFrame[],
      isEnd: boolean,
    ): LibavPacket[]
    ff_free_encoder_sync(context: number, frame: number, packet: number): void
  }

  const wrapper: { LibAV(options: { noworker: true; nothreads: true }): Promise<Libav> }
  export default wrapper
}
