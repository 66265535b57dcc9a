// What we use of jSquash, whose own types want those of the DOM.
declare namespace Jsquash {
  /** Four bytes a pixel: red, green, blue, and how little is seen through it. */
  type Pixels = { data: Uint8ClampedArray; width: number; height: number }
}
declare module '@jsquash/resize' {
  export function initResize(wasm: Uint8Array): Promise<unknown>
  export default function resize(
    pixels: Jsquash.Pixels,
    options: { width: number; height: number; method: 'lanczos3' },
  ): Promise<Jsquash.Pixels>
}
declare module '@jsquash/jpeg/decode.js' {
  export function init(options: { wasmBinary: Uint8Array }): Promise<void>
  export default function decode(bytes: Uint8Array): Promise<Jsquash.Pixels>
}
declare module '@jsquash/jpeg/encode.js' {
  export function init(options: { wasmBinary: Uint8Array }): Promise<void>
  export default function encode(
    pixels: Jsquash.Pixels,
    options: { quality: number; progressive: boolean },
  ): Promise<ArrayBuffer>
}
declare module '@jsquash/png/decode.js' {
  export function init(wasm: Uint8Array): Promise<unknown>
  export default function decode(bytes: Uint8Array): Promise<Jsquash.Pixels>
}
declare module '@jsquash/png/encode.js' {
  export default function encode(pixels: Jsquash.Pixels): Promise<ArrayBuffer>
}
declare module '@jsquash/webp/decode.js' {
  export function init(options: { wasmBinary: Uint8Array }): Promise<void>
  export default function decode(bytes: Uint8Array): Promise<Jsquash.Pixels>
}
