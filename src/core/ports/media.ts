// What doors serve to be heard or shown.

/** Something that is heard or shown, as a row of parts; doors serve it with byte ranges. */
export type Media = {
  mediaType: string
  /** Whether the address names its content, so that it may be cached for ever. */
  immutable: boolean
  /** Offered under this name as a download. */
  downloadName?: string
  /** A length of `Number.MAX_SAFE_INTEGER` is the rest of the file. */
  parts: ({ bytes: Uint8Array } | { file: string; offset: number; length: number })[]
}
