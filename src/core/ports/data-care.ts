// The care of the databases: backups, and what was damaged.
import type { Backup, DataNotice } from '../../contract/index.ts'

export type DataCare = {
  /** Since the databases were opened. */
  notices(): readonly DataNotice[]
  /** A person has been told of them: until then each start tells again of what was made anew. */
  told(): void
  /** Returns the function that stops listening. */
  onNotice(listener: (notice: DataNotice) => void): () => void
  /**
   * Looks at every page of projects.db, and of takes.db where the last run was cut off; answers with whether
   * all make sense. What does not is told, and mended at the next start.
   */
  check(): Promise<boolean>
  backups(): Promise<{ backups: Backup[]; ready: string | null }>
  /** Fails with `disk-full`, `folder-not-writable`, `data-damaged`. */
  backUp(): Promise<Backup>
  /** Takes effect at the next start. Fails with `not-found`, `data-damaged`, `data-newer`, `disk-full`. */
  restore(name: string): Promise<void>
  /** Nothing is restored at the next start. Fails with `folder-not-writable`. */
  keep(): Promise<void>
}
