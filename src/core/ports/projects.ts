// Where documents rest, with what is derived of them.
import type {
  ChapterEntry,
  ChapterProgress,
  Job,
  LeftOutReason,
  Project,
  ProjectChange,
  ProjectHistory,
  RowFilter,
  SavedRow,
  Segment,
} from '../../contract/index.ts'

/** A segment with what the store derives beside the document. */
export type StoredSegment = Segment & {
  position: number
  edited: boolean
  /** A take the person has pinned (document). */
  pinnedTakeId: string | null
  /** The take last heard here (derived); another than the current recipe's means stale. */
  takeId: string | null
  /** The book's own voice's recipe that has failed here and was spoken by another voice (derived). */
  fallbackOf: string | null
}

/** What is derived of a row and remembered so that counting needs no recipe: see `setTakes`. */
export type SegmentState = 'waiting' | 'ready' | 'stale' | 'skipped'

export type Picture = { mediaType: string; bytes: Uint8Array }
/** `key` names its content. */
export type KeyedPicture = Picture & { key: string }
/** A picture made small. */
export type Thumbnail = KeyedPicture
/** A cover as its book has it, and as lists show it where it could be made small. */
export type ImportedCover = Picture & { thumbnail: Thumbnail | null }

export type NewChapter = { entry: ChapterEntry; segments: Segment[] }

/** What the library shows of a project: cheap for any number of books. */
export type ListedProject = {
  project: Omit<Project, 'chapters' | 'warnings'>
  /** Ticked segments that have something to say, how many are ready, and how many of those flagged. */
  segments: number
  ready: number
  flagged: number
  /** Of the ticked chapters: length of the sound that is ready, and characters of text. */
  readySeconds: number
  characters: number
  archived: boolean
}

export type ProjectStore = {
  /** The last opened first; none that is set aside. */
  list(): Promise<ListedProject[]>
  /** One of them; null where the list has none of it. */
  listed(projectId: string): Promise<ListedProject | null>
  /** Fails with `not-found`. */
  read(projectId: string): Promise<Project>
  findByBook(bookDigest: string): Promise<Project | null>
  /** Nothing is visible before `finish`; `discard` or a crash leaves nothing behind. */
  begin(projectId: string): Promise<void>
  /** With its first segments; the entry's counts may still change until `finish`. */
  addChapter(projectId: string, chapter: NewChapter): Promise<void>
  /** More segments of the chapter that was added last. */
  addSegments(projectId: string, segments: readonly Segment[]): Promise<void>
  /** `pins`: takes that a person has chosen for an earlier edition's same lines. */
  finish(
    project: Project,
    cover: ImportedCover | null,
    pins?: readonly { segmentId: string; takeId: string }[],
  ): Promise<void>
  discard(projectId: string): Promise<void>
  /** With all it has, and with what it refers to in the take store. */
  remove(projectId: string): Promise<void>
  /** Seen by nobody from then on, and whole; null: it is back. Answers whether there is such a project. */
  setAside(projectId: string, at: number | null): Promise<boolean>
  /** Those set aside at or before a time. */
  setAsideBefore(time: number): Promise<string[]>
  /** Away from the shelf, or back on it. */
  archive(projectId: string, at: number | null): Promise<void>
  /** Of the books of all projects, those set aside as well. */
  bookDigests(): Promise<string[]>
  /**
   * Fills a project that was begun with all that another one has, but its history, and makes it seen. Fails with
   * `not-found`.
   */
  copy(projectId: string, as: { id: string; title: string; at: number }): Promise<Project>
  /** The version of its tables: rows of a newer one are not understood. */
  documentVersion(): Promise<number>
  /** Writes every row of a project into a file, one `SavedRow` a line. Fails with `not-found`, `disk-full`. */
  saveDocument(projectId: string, path: string): Promise<void>
  /** Rows of a saved project into one that was begun. Fails with `book-damaged` where they are none. */
  addRows(projectId: string, rows: readonly SavedRow[]): Promise<void>
  /** The index of a project whose rows came so and that is not seen yet. */
  readUnfinished(projectId: string): Promise<Project>
  /** It is seen from now on, as added at this time; what is counted of its rows is counted anew. */
  finishRows(projectId: string, at: number): Promise<void>
  /** The picture of its cover as it is now. */
  cover(projectId: string): Promise<Picture | null>
  /** One of its pictures by its key; null: the cover that came with its book. */
  picture(projectId: string, key: string | null): Promise<Picture | null>
  /** Keeps a picture for its document to name. */
  keepPicture(projectId: string, picture: KeyedPicture): Promise<void>
  touch(projectId: string, openedAt: number): Promise<void>

  /** By position in the book, `from` inclusive. */
  segments(projectId: string, from: number, count: number): Promise<StoredSegment[]>
  segmentsById(projectId: string, ids: readonly string[]): Promise<StoredSegment[]>
  progress(projectId: string): Promise<ChapterProgress[]>
  /** The lines left out for one reason, in order; the first ones with `limit`. */
  leftOutAs(projectId: string, reason: LeftOutReason, limit?: number): Promise<StoredSegment[]>
  /** How many lines are left out, by reason; those without any are absent. */
  leftOutCounts(projectId: string): Promise<Partial<Record<LeftOutReason, number>>>
  /** Notes and the segments whose marks lead to them, in order. */
  noted(projectId: string): Promise<StoredSegment[]>
  /**
   * Position of the nearest flagged row from `from` on (or back), itself included; null when there is
   * none that way.
   */
  findFlagged(
    projectId: string,
    from: number,
    direction: 'forward' | 'back',
  ): Promise<number | null>
  /**
   * Positions of the rows that a filter finds, in order, and how often its words stand in them; left-out
   * rows are none. What has failed only the studio knows: that state finds nothing here.
   */
  find(projectId: string, filter: RowFilter): Promise<{ positions: number[]; matches: number }>
  /** Rows that a person has marked, in order. */
  marked(projectId: string): Promise<StoredSegment[]>
  /** Remembers what is heard at the segments. Derived: no fact, no revision. */
  setTakes(
    projectId: string,
    rows: readonly {
      segmentId: string
      takeId: string | null
      state: SegmentState
      durationSeconds: number
      flagged: boolean
    }[],
  ): Promise<void>
  /** Remembers which recipe has failed at a segment, so that another voice may say it. Derived. */
  setFallbackOf(projectId: string, segmentId: string, recipeKey: string): Promise<void>

  /** Applies a change as a fact with its inverse, in one transaction; forgets what could be redone. */
  change(projectId: string, change: ProjectChange): Promise<Project>
  /** Takes the last fact back; null when there is none. Answers with what was applied. */
  undo(projectId: string): Promise<{ project: Project; applied: ProjectChange } | null>
  redo(projectId: string): Promise<{ project: Project; applied: ProjectChange } | null>
  history(projectId: string): Promise<ProjectHistory>

  /** Jobs that must be taken up again after a crash. */
  saveJob(job: Job, request: string): Promise<void>
  forgetJob(jobId: string): Promise<void>
  openJobs(): Promise<{ job: Job; request: string }[]>

  /** Facts the studio records once, such as a voice's level: read back by key, JSON. */
  remember(key: string, value: string): Promise<void>
  recall(key: string): Promise<string | null>
  forget(key: string): Promise<void>
}
