// What we use of the espeak-ng module, as types: the package ships none.

export type EspeakFile = {
  mode: number
  /** A folder's children by name, or a file's bytes. */
  contents: Record<string, EspeakFile> | Uint8Array | null
  usedBytes: number
  stream_ops: EspeakStreamOperations
}
export type EspeakStreamOperations = {
  read(
    stream: unknown,
    buffer: NodeJS.ArrayBufferView,
    offset: number,
    length: number,
    position: number,
  ): number
}
export type EspeakModule = {
  /** The engine's memory; another view after it has grown. */
  readonly HEAPU8: Uint8Array
  readonly HEAP16: Int16Array
  readonly HEAPU32: Uint32Array
  _malloc(bytes: number): number
  /** Makes a function callable by the engine: samples' address, their count, events' address. */
  addFunction(run: (address: number, samples: number, events: number) => number): number
  FS: { isDir(mode: number): boolean; lookupPath(path: string): { node: EspeakFile } }
  eSpeakNGWorker: new () => EspeakWorker
}
export type EspeakWorker = {
  list_voices(): {
    name: string
    identifier: string
    languages: { priority: number; name: string }[]
  }[]
  /** Not 0 for a voice that is not there. With a language as well it would be 0 in any case. */
  set_voice(identifier: string): number
  set_rate(wordsPerMinute: number): void
  readonly samplerate: number
  /** Speaks the text at an address. A callback that returns 1 stops it. */
  synth_(text: { ptr: number }, callback: number): void
}
