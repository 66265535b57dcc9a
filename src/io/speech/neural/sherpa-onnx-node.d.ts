// The package ships no types that TypeScript finds; this is what is used of it.
declare module 'sherpa-onnx-node' {
  type Sound = { samples: Float32Array; sampleRate: number }
  type Wish = {
    text: string
    sid: number
    speed: number
    generationConfig?: {
      sid: number
      speed: number
      silenceScale: number
      extra?: Record<string, string | number>
    }
    /** Electron forbids memory that is not its own. */
    enableExternalBuffer: false
    /** Called after each sentence; false stops. */
    onProgress?: (progress: { samples: Float32Array; progress: number }) => boolean
  }
  type OfflineTts = {
    readonly numSpeakers: number
    readonly sampleRate: number
    generateAsync(wish: Wish): Promise<Sound>
  }
  type OfflineStream = { acceptWaveform(sound: Sound): void }
  type OfflineRecognizer = {
    createStream(): OfflineStream
    decodeAsync(
      stream: OfflineStream,
    ): Promise<{ text: string; tokens: string[]; timestamps: number[]; durations: number[] }>
  }
  const sherpa: {
    OfflineTts: { createAsync(settings: object): Promise<OfflineTts> }
    OfflineRecognizer: { createAsync(settings: object): Promise<OfflineRecognizer> }
  }
  export default sherpa
}
