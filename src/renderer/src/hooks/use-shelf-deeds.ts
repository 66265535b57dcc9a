// What can be done with a book of the library, and taken back.
import { useMemo } from 'react'
import { fileNameOf, savedBookEnding, type ProjectSummary } from '../../../contract/index.ts'
import { jobEnd } from '../state/jobs.ts'
import { words } from '../words.ts'
import type { Face } from '../state/face.ts'
import { useFace } from './use-face.ts'

export type ShelfDeeds = {
  open(book: ProjectSummary): void
  duplicate(book: ProjectSummary): Promise<void>
  /** With its takes, as one file. */
  save(book: ProjectSummary): Promise<void>
  archive(book: ProjectSummary, archived: boolean): Promise<void>
  remove(book: ProjectSummary): Promise<void>
  /** Answers whether it was done; a `File` is the cover to come, `none` no cover. */
  describe(
    book: ProjectSummary,
    said: { title: string; authors: string[]; cover?: File | 'none' },
  ): Promise<boolean>
}

export const titleOf = (book: Pick<ProjectSummary, 'title'>): string =>
  book.title || words.library.untitled

export function useShelfDeeds(): ShelfDeeds {
  const { connection, jobs, news, router, takeBacks } = useFace()
  return useMemo(
    () => shelfDeeds({ connection, jobs, news, router, takeBacks }),
    [connection, jobs, news, router, takeBacks],
  )
}

export function shelfDeeds({
  connection,
  jobs,
  news,
  router,
  takeBacks,
}: Pick<Face, 'connection' | 'jobs' | 'news' | 'router' | 'takeBacks'>): ShelfDeeds {
  const { call, host } = connection
  /** Says so where it went well. */
  const undone = (title: string, done: unknown) => {
    if (done !== null) news.say(words.shelf.undone(title))
  }
  const archive = async (projectId: string, archived: boolean) =>
    news.settle(await call('project.archive', { projectId, archived }))
  const remove = async (projectId: string) =>
    news.settle(await call('project.remove', { projectId }))
  return {
    open: ({ id }) => router.go({ screen: 'studio', projectId: id, play: false }),
    async duplicate(book) {
      const title = words.shelf.copyTitle(titleOf(book))
      const wish = { projectId: book.id, title }
      const done = news.settle(await call('project.duplicate', wish))
      if (done === null) return
      takeBacks.offer(words.shelf.duplicated(titleOf(book)), async () =>
        undone(title, await remove(done.projectId)),
      )
    },
    async save(book) {
      const name = fileNameOf(titleOf(book), savedBookEnding)
      const ticket = await host.chooseExportTarget(name)
      if (ticket === null) return
      const wish = { projectId: book.id, ticket }
      const started = news.settle(await call('project.save', wish))
      const job = started && (await jobEnd(jobs, started.jobId))
      if (job?.failure !== undefined) news.fail(job.failure)
      const { file, downloadAddress, revealTicket } = job?.result ?? {}
      if (file === undefined) return
      const sentence = words.shelf.saved(titleOf(book), file)
      if (downloadAddress !== undefined)
        news.tell(sentence, { label: words.shelf.download, download: downloadAddress })
      else if (revealTicket !== undefined && host.reveal !== null) {
        const act = () => void host.reveal?.(revealTicket)
        news.tell(sentence, { label: words.shelf.reveal, act })
      } else news.tell(sentence)
    },
    async archive(book, archived) {
      const title = titleOf(book)
      if ((await archive(book.id, archived)) === null) return
      const sentence = archived ? words.shelf.wasArchived : words.shelf.wasPutBack
      takeBacks.offer(sentence(title), async () => undone(title, await archive(book.id, !archived)))
    },
    async remove(book) {
      const title = titleOf(book)
      if ((await remove(book.id)) === null) return
      takeBacks.offer(words.shelf.removed(title), async () =>
        undone(title, news.settle(await call('project.restore', { projectId: book.id }))),
      )
    },
    async describe(book, { cover: chosen, ...said }) {
      const cover = chosen instanceof File ? news.settle(await host.ticketForFile(chosen)) : chosen
      if (cover === null) return false
      const wish = { projectId: book.id, ...said, ...(cover !== undefined && { cover }) }
      const done = news.settle(await call('project.describe', wish))
      if (done === null) return false
      takeBacks.offer(words.shelf.described(said.title), async () => {
        const { revision } = done
        const step = news.settle(await call('project.undo', { projectId: book.id, revision }))
        if (step?.taken === false) news.tell(words.shelf.notUndone(titleOf(book)))
        else undone(titleOf(book), step)
      })
      return true
    },
  }
}
