// What the studio knows of its databases: their backups, and what was damaged and what became of it.
import { z } from 'zod'

/** `update`: before a newer Lectern changed it · `asked`: by hand · `replaced`: before another one was restored. */
export const BackupCause = z.enum(['update', 'asked', 'replaced'])
export type BackupCause = z.infer<typeof BackupCause>

/** A copy of the library: books, texts, edits, and no sound. */
export const Backup = z.object({
  name: z.string(),
  /** Milliseconds since the epoch. */
  at: z.number(),
  bytes: z.number(),
  cause: BackupCause,
  /** Null where it cannot be read. */
  books: z.number().int().nullable(),
})
export type Backup = z.infer<typeof Backup>

export const DatabaseName = z.enum(['projects', 'takes'])
export type DatabaseName = z.infer<typeof DatabaseName>

/** Something about a database, or about how it was opened, that a person must know. */
export const DataNotice = z.discriminatedUnion('kind', [
  /** It was damaged when it was opened, and made anew from what was sound. */
  z.object({
    kind: z.literal('rebuilt'),
    database: DatabaseName,
    /** Books, or takes, that are whole. */
    kept: z.number().int(),
    /** Books, or takes, that are gone; null where nobody can tell. */
    lost: z.number().int().nullable(),
    /** Of the takes that are gone: recordings, which no voice can speak again. */
    lostRecordings: z.number().int(),
    /** Titles of books that are there and lack chapters. */
    partial: z.array(z.string()),
    /** The folder in which the damaged file lies, as it was. */
    folder: z.string(),
    /** A backup that has more books. */
    backup: Backup.nullable(),
  }),
  /** Damage was found while it was open: it is made anew at the next start. */
  z.object({ kind: z.literal('damaged'), database: DatabaseName }),
  /** A backup was put in force at this start. */
  z.object({ kind: z.literal('restored'), name: z.string() }),
  /** The app was started to find out what is wrong with it: what may be at fault is left aside. */
  z.object({ kind: z.literal('safe-mode') }),
])
export type DataNotice = z.infer<typeof DataNotice>
