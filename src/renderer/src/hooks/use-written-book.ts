// The script that is being written now; what becomes of the page when it is a book.
import { useCallback, useEffect, useRef } from 'react'
import type { Job } from '../../../contract/index.ts'
import { isActive, jobEnd, type Jobs } from '../state/jobs.ts'
import { writeWords } from '../write-words.ts'
import type { Face } from '../state/face.ts'
import { useFace } from './use-face.ts'
import { useStore } from './use-store.ts'

export type WrittenBook = {
  /** The one that began last; null where none is under way. */
  job: Job | null
  /** Whoever watches goes to its book when it is there, others are told of it. */
  follow(jobId: string): void
}

/** `done`: what was written from is not needed any more. */
export function useWrittenBook(done: () => void): WrittenBook {
  const face = useFace()
  const job = writingNow(useStore(face.jobs))
  const followed = useRef(new Set<string>())
  const follow = useCallback(
    (jobId: string) => {
      if (followed.current.has(jobId)) return
      followed.current.add(jobId)
      void jobEnd(face.jobs, jobId).then((ended) => {
        if (ended.state === 'done') done()
        return arrive(face, ended)
      })
    },
    [face, done],
  )
  const id = job?.id
  useEffect(() => {
    if (id !== undefined) follow(id)
  }, [follow, id])
  return { job, follow }
}

const writingNow = (jobs: Jobs): Job | null =>
  [...jobs.values()].findLast((job) => job.kind === 'write' && isActive(job)) ?? null

async function arrive({ connection, news, router, writing }: Face, job: Job): Promise<void> {
  const { id: jobId, name = '', failed, projectId, state } = job
  if (state !== 'done' || projectId === undefined) return
  const open = () => router.go({ screen: 'studio', projectId, play: false })
  if (writing.open.get()) {
    writing.close()
    open()
  } else news.tell(writeWords.done(name), { label: writeWords.open, act: open })
  if (failed === 0) return
  const draft = await connection.call('write.draft', { jobId })
  if (draft.ok)
    for (const { heading, reason } of draft.value.unwritten)
      news.remark(writeWords.unwritten(heading, writeWords.reasons[reason]))
}
