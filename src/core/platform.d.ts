// The few web standards core may use; everything else it asks of its ports.
declare class AbortSignal {
  readonly aborted: boolean
  readonly reason: unknown
  throwIfAborted(): void
  addEventListener(type: 'abort', listener: () => void, options?: { once?: boolean }): void
  removeEventListener(type: 'abort', listener: () => void): void
  static any(signals: AbortSignal[]): AbortSignal
}
declare class AbortController {
  readonly signal: AbortSignal
  abort(reason?: unknown): void
}
declare class TextEncoder {
  encode(input: string): Uint8Array<ArrayBuffer>
}
declare class TextDecoder {
  constructor(label?: string, options?: { fatal?: boolean; ignoreBOM?: boolean })
  readonly encoding: string
  decode(input?: Uint8Array | ArrayBuffer, options?: { stream?: boolean }): string
}
declare function atob(base64: string): string
declare function btoa(bytes: string): string
declare class URL {
  constructor(url: string, base?: string)
  readonly pathname: string
  readonly hash: string
  readonly protocol: string
  readonly host: string
}
