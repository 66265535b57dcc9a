// What a person does in every run, step by step; a step that is done already is not done again.
import type { Job, SegmentRow } from '../../src/contract/index.ts'
import { FailureError } from '../../src/core/base/failure-error.ts'
import { newServer } from '../../src/io/speech/server/new-server.ts'
import type { KillableStudio } from '../kill/start-studio.ts'
import { edits } from './story.ts'

export type Script = {
  book: string
  target: string
  voice: string
  /** Of the speech server, where its voice speaks. */
  serverUrl: string | null
}

/** What is known of the trouble. */
export type Trouble = {
  /** Resolves when it has come and is over. */
  over(): Promise<void>
  /** Notes that something has to be done again; rejects where no trouble excuses it any more. */
  again(failure: unknown): Promise<void>
}

type Begun = { jobId: string }

/** Starts a job, and again as long as the trouble excuses it, until it is done. */
async function untilDone(
  studio: KillableStudio,
  trouble: Trouble,
  begin: () => Promise<Begun>,
): Promise<Job> {
  for (;;) {
    let job: Job
    try {
      job = await studio.end((await begin()).jobId)
    } catch (error) {
      if (studio.ended) throw error
      await trouble.again(error)
      continue
    }
    while (job.state === 'paused') {
      await trouble.again(job.failure)
      await studio.call('job.resume', { jobId: job.id })
      job = await studio.end(job.id)
    }
    if (job.state === 'done' && job.failed === 0) return job
    await trouble.again(job.failure ?? `${job.kind}: ${job.state}, ${job.failed} failed`)
  }
}

/** From whatever is there to the finished file. */
export async function play(
  studio: KillableStudio,
  { book, target, voice, serverUrl }: Script,
  trouble: Trouble,
): Promise<void> {
  const retried = async <T>(work: () => Promise<T>): Promise<T> => {
    for (;;) {
      try {
        return await work()
      } catch (error) {
        if (studio.ended || !(error instanceof FailureError)) throw error
        await trouble.again(error)
      }
    }
  }
  if (serverUrl !== null) await retried(() => addServer(studio, serverUrl))
  const projectId = await imported(studio, book, trouble)
  const { project } = await retried(() => studio.call('project.open', { projectId }))
  if (project.voice !== voice)
    await retried(() => studio.call('project.cast', { projectId, voice }))
  // What the last life had begun goes on by itself.
  const { jobs } = await retried(() => studio.call('job.list', {}))
  for (const { id, state } of jobs) if (state === 'running') await studio.end(id)

  await narrate(studio, projectId, trouble)
  const rows = await retried(() => rowsOf(studio, projectId))
  for (const { position, text } of edits) {
    const row = rows.find((each) => each.position === position)
    if (!row) throw new Error(`there is no row ${position}`)
    if (row.text === text) continue
    await retried(() => studio.call('segment.edit', { projectId, segmentId: row.id, text }))
  }
  await narrate(studio, projectId, trouble)
  for (const { id } of rows.slice(0, 2))
    await retried(() => studio.call('segment.prepare', { projectId, segmentId: id }))
  await untilDone(studio, trouble, async () => {
    const ticket = await studio.ticket('target', target)
    return studio.call('export.start', { projectId, ticket, format: 'm4b' })
  })
}

async function addServer(studio: KillableStudio, url: string): Promise<void> {
  const server = newServer({ id: 'box', kind: 'other', name: 'Box', addresses: [url] })
  await studio.call('server.save', { server: { ...server, lanes: 2 } })
}

async function imported(studio: KillableStudio, book: string, trouble: Trouble): Promise<string> {
  const there = async () => {
    const { projects } = await studio.call('library.list', {})
    return projects[0]?.id
  }
  const found = await there()
  if (found !== undefined) return found
  const { projectId } = await untilDone(studio, trouble, async () => {
    const ticket = await studio.ticket('book', book)
    return studio.call('book.import', { ticket })
  })
  if (projectId === undefined) throw new Error('an import ended without a book')
  return projectId
}

/** Of all chapters, or of the first alone. */
export async function narrate(
  studio: KillableStudio,
  projectId: string,
  trouble: Trouble,
  chapterIds?: string[],
): Promise<Job> {
  const scope = chapterIds ? { kind: 'chapters' as const, chapterIds } : { kind: 'ticked' as const }
  return untilDone(studio, trouble, () => studio.call('speech.start', { projectId, scope }))
}

export async function rowsOf(studio: KillableStudio, projectId: string): Promise<SegmentRow[]> {
  return (await studio.call('segment.list', { projectId, from: 0, count: 500 })).rows
}

export { addServer, imported }
