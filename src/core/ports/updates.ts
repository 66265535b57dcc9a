// New versions of the desktop app: where they are found, how they come, and how one takes this one's place.
import type { AppUpdate, Release } from '../../contract/index.ts'

export type AppUpdates = {
  readonly way: AppUpdate['way']
  /** The newest, null where this one is. Fails with `update-unreachable`, `update-feed-wrong`. */
  look(): Promise<Release | null>
  /**
   * Fetches what the last look found, and checks it. What fails leaves nothing that could be installed:
   * `update-unreachable`, `update-feed-wrong`, `update-damaged`, `update-untrusted`, `update-by-hand`, `disk-full`,
   * `folder-not-writable`.
   */
  fetch(onProgress: (done: number, total: number) => void, signal: AbortSignal): Promise<void>
  /**
   * Asks the app to end; what was fetched takes its place once the studio has closed, and starts. A person may yet
   * keep the app open, for a text that is not saved. `mayEnd` is asked last, for the system may take its time with what
   * was fetched; false: it was not asked to end. Fails with `update-by-hand`, `update-not-installed`.
   */
  install(mayEnd: () => boolean): Promise<boolean>
}
