// Texts that were made here and are read like a file of the person's.

export type PassingTexts = {
  /**
   * Writes it as a file, in UTF-8. `release` removes it; a crash leaves it until the next start. Fails with `disk-full`
   * and `folder-not-writable`, and leaves nothing then.
   */
  write(name: string, text: string): Promise<{ path: string; release(): Promise<void> }>
}
