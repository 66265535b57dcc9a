// Where an export of several files grows, and when it gets its name.

/**
 * A file inside a zip: of text or bytes, of bytes that come when their turn is, one that lies in the folder,
 * which is gone afterwards, or one that lies elsewhere and stays.
 */
export type PackedEntry = { name: string; isStored?: boolean } & (
  | { text: string }
  | { bytes: Uint8Array }
  | { stream: () => AsyncIterable<Uint8Array> }
  | { file: string; isDeflated?: boolean }
  | { path: string }
)

export type ExportFolder = {
  /** Where a file of this name is to be written, beside its brothers. */
  pathOf(name: string): string
  /** Writes a small file of text. Fails as the codecs' writing does. */
  writeText(name: string, text: string): Promise<void>
  /** The same for bytes that are at hand. */
  writeBytes(name: string, bytes: Uint8Array): Promise<void>
  /**
   * Packs a zip in this order. What `isStored`, and files but those that are `isDeflated`, are not compressed. Fails as a stream does; the files
   * are then still there.
   */
  pack(name: string, entries: readonly PackedEntry[]): Promise<void>
  /** Gives the files their place: files of the same names are replaced, others stay. Answers with their names. */
  finish(): Promise<string[]>
  /** Leaves nothing behind. */
  discard(): Promise<void>
}

/**
 * `inside` the folder `target`, which is made when it is not there · `beside` the file `target`, in its
 * folder · in the `zip` file `target`, for a browser.
 */
export type ExportPlace = 'inside' | 'beside' | 'zip'

export type ExportFolders = {
  /**
   * Several files that are to have their place at `target` together. Fails with `disk-full`,
   * `target-missing`, `folder-not-writable`.
   */
  begin(target: string, place: ExportPlace): Promise<ExportFolder>
  /**
   * Copies finished files, all or none: older ones are replaced when all the new ones are whole. Fails as
   * `begin` does, with `file-missing` where one of them is gone, and with an AbortError; nothing of them is
   * left behind then. `onProgress` hears of bytes.
   */
  copy(
    order: CopyOrder,
    onProgress: (done: number, total: number) => void,
    signal: AbortSignal,
  ): Promise<void>
  /** Whether a file or a folder is there now. */
  has(path: string): Promise<boolean>
}

/** Which files are copied where. */
export type CopyOrder = {
  /** The finished export, and what its files are called: in this folder, or beside it with itself. */
  target: string
  place: Exclude<ExportPlace, 'zip'>
  names: readonly string[]
  /** The folder that was chosen, which must be there; several files get a folder of their own in it. */
  into: string
}
