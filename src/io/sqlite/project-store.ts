// The project store as it runs in the store's thread: documents, what is heard, jobs, small facts.
import type { Job, Project } from '../../contract/index.ts'
import { fail } from '../../core/base/failure-error.ts'
import { invariant } from '../../core/base/invariant.ts'
import { describedCover } from '../../core/base/cover-address.ts'
import type { ListedProject, ProjectStore } from '../../core/ports/projects.ts'
import { createDocumentCopier } from './copy-document.ts'
import type { Database } from './database.ts'
import { findRows } from './find-rows.ts'
import { createProjectHistory } from './project-history.ts'
import { createProjectImport } from './project-import.ts'
import { progressOf, projectOf, segmentOf } from './project-rows.ts'
import { prepareProjects } from './projects-prepared.ts'
import { createSavedDocuments } from './saved-document.ts'
import type { ListedRow, TickedRow } from './statements/project-statements.ts'
import type { Synchronous } from './synchronous.ts'

export type SynchronousProjectStore = Synchronous<ProjectStore> & {
  /** Projects that were removed and whose takes are still to be released, with how to note that. */
  removed(): string[]
  forgetRemoved(projectId: string): void
}

const countsOf = (ticked: TickedRow | undefined) => ({
  segments: ticked?.segments ?? 0,
  ready: ticked?.ready ?? 0,
  flagged: ticked?.flagged ?? 0,
  characters: ticked?.characters ?? 0,
  readySeconds: (ticked?.readyMicroseconds ?? 0) / 1e6,
})

/** Serves an open projects.db. */
export function createProjectStore(database: Database): SynchronousProjectStore {
  const prepared = prepareProjects(database)
  const { projects, segments, jobs } = prepared
  const saved = createSavedDocuments(database)
  const copyDocument = createDocumentCopier(database, prepared)

  const read = (id: string): Project => {
    const row = projects.read.get({ id })
    if (!row) throw fail('not-found', { kind: 'project' }, id)
    return projectOf(row, projects.chapters.all({ projectId: id }))
  }

  const listedOf = (row: ListedRow, ticked: TickedRow | undefined): ListedProject => {
    const { chapters: _, warnings: __, ...project } = projectOf(row, [])
    return { project, archived: row.archivedAt !== null, ...countsOf(ticked) }
  }
  const picture = (projectId: string, key: string | null) => {
    if (key === null) return projects.cover.get({ projectId }) ?? null
    const at = { projectId, key }
    return projects.thumbnail.get(at) ?? projects.keptPicture.get(at) ?? null
  }

  return {
    ...createProjectImport(database, prepared),
    ...createProjectHistory(database, prepared, read),
    read,
    list() {
      const ticked = new Map(projects.tickedCounts.all({}).map((row) => [row.projectId, row]))
      return projects.list.all({}).map((row) => listedOf(row, ticked.get(row.id)))
    },
    listed(id) {
      const row = projects.listed.get({ id })
      return row ? listedOf(row, projects.tickedCountsOf.get({ projectId: id })) : null
    },
    findByBook(bookDigest) {
      const row = projects.findByBook.get({ bookDigest })
      return row ? projectOf(row, projects.chapters.all({ projectId: row.id })) : null
    },
    remove: (id) =>
      database.transaction(() => {
        if (projects.remove.run({ id }) > 0) projects.noteRemoved.run({ id })
      }),
    removed: () => projects.removed.all({}).map((row) => row.id),
    forgetRemoved: (id) => void database.transaction(() => projects.forgetRemoved.run({ id })),
    setAside: (id, at) => database.transaction(() => projects.setAside.run({ id, at }) > 0),
    setAsideBefore: (time) => projects.setAsideBefore.all({ time }).map(({ id }) => id),
    archive: (id, at) => void database.transaction(() => projects.archive.run({ id, at })),
    bookDigests: () => projects.bookDigests.all({}).map(({ digest }) => digest),
    copy(projectId, as) {
      copyDocument(read(projectId), as)
      return read(as.id)
    },
    documentVersion: () => saved.version,
    saveDocument(projectId, path) {
      read(projectId)
      saved.write(projectId, path)
    },
    addRows: saved.add,
    readUnfinished(id) {
      const row = projects.readUnfinished.get({ id })
      if (!row) throw fail('not-found', { kind: 'project' }, id)
      return projectOf(row, projects.chapters.all({ projectId: id }))
    },
    finishRows: (id, at) =>
      database.transaction(() => {
        for (const chapter of projects.chapters.all({ projectId: id })) {
          const { firstPosition: from, segments: count } = chapter
          projects.recount.run({ projectId: id, id: chapter.id, from, before: from + count })
        }
        const finished = projects.finishRows.run({ id, at })
        invariant(finished === 1, 'a project is begun before it is finished')
      }),
    cover(projectId) {
      const row = projects.read.get({ id: projectId })
      const cover = row ? describedCover(projectOf(row, []).cover) : null
      return cover && picture(projectId, cover.picture)
    },
    picture,
    keepPicture: (projectId, kept) =>
      void database.transaction(() => projects.keepPicture.run({ projectId, ...kept })),
    touch: (id, openedAt) => void database.transaction(() => projects.touch.run({ id, openedAt })),

    segments: (projectId, from, count) =>
      segments.range.all({ projectId, from, before: from + count }).map(segmentOf),
    segmentsById: (projectId, ids) =>
      ids
        .map((id) => segments.byId.get({ projectId, id }))
        .filter((row) => row !== undefined)
        .map(segmentOf),
    leftOutAs: (projectId, leftOut, limit = -1) =>
      segments.leftOutAs.all({ projectId, leftOut, limit }).map(segmentOf),
    leftOutCounts: (projectId) =>
      Object.fromEntries(
        segments.leftOutCounts.all({ projectId }).map(({ leftOut, count }) => [leftOut, count]),
      ),
    noted: (projectId) => segments.noted.all({ projectId }).map(segmentOf),
    progress: (projectId) => projects.counts.all({ projectId }).map(progressOf),
    findFlagged(projectId, from, direction) {
      const find = direction === 'forward' ? segments.nextFlagged : segments.lastFlagged
      return find.get({ projectId, from })?.position ?? null
    },
    find: (projectId, filter) => findRows(segments, projectId, filter),
    marked: (projectId) => segments.marked.all({ projectId }).map(segmentOf),
    setTakes: (projectId, rows) =>
      database.transaction(() => {
        for (const { segmentId: id, takeId, state, durationSeconds, ...row } of rows) {
          const microseconds = Math.round(durationSeconds * 1e6)
          const flagged = row.flagged ? 1 : 0
          segments.hear.run({ projectId, id, takeId, state, microseconds, flagged })
        }
      }),
    setFallbackOf: (projectId, id, fallbackOf) =>
      void database.transaction(() => segments.fallBack.run({ projectId, id, fallbackOf })),

    saveJob: (job, request) =>
      void database.transaction(() =>
        jobs.save.run({
          id: job.id,
          open: job.state === 'running' || job.state === 'paused' ? 1 : 0,
          startedAt: job.startedAt,
          job: JSON.stringify(job),
          request,
        }),
      ),
    forgetJob: (id) => void database.transaction(() => jobs.forget.run({ id })),
    openJobs: () =>
      jobs.open.all({}).map(({ job, request }) => ({ job: JSON.parse(job) as Job, request })),

    remember: (key, value) =>
      void database.transaction(() => projects.remember.run({ key, value })),
    recall: (key) => projects.recall.get({ key })?.value ?? null,
    forget: (key) => void database.transaction(() => projects.forget.run({ key })),
  }
}
