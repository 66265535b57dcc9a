// Where an export of several files grows, and when it gets its name.

export type ExportFolder = {
  /** Where a file of this name is to be written, beside its brothers. */
  pathOf(name: string): string
  /** Writes a small file of text. Fails as the codecs' writing does. */
  writeText(name: string, text: string): Promise<void>
  /** Gives the files their place: files of the same names are replaced, others stay. */
  finish(): Promise<void>
  /** Leaves nothing behind. */
  discard(): Promise<void>
}

export type ExportFolders = {
  /**
   * Several files that are to lie in the folder `target`, which is made when it is not there; or, with
   * `beside`, one file and what goes with it in the folder that it lies in. Fails with `disk-full`,
   * `target-missing`, `folder-not-writable`.
   */
  begin(target: string, place: 'inside' | 'beside'): Promise<ExportFolder>
}
