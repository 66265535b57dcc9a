// A studio as a door opens it, beside the speech server, with a clock that makes long pauses short.
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Job, SegmentRow } from '../../src/contract/index.ts'
import type { Clock } from '../../src/core/base/scope.ts'
import { openStudio } from '../../src/core/studio/open-studio.ts'
import { openPorts } from '../../src/io/open-ports.ts'
import { forkProcess } from '../../src/io/process/fork.ts'
import { newServer } from '../../src/io/speech/server/new-server.ts'
import { callsOf } from '../fixtures/studio-calls.ts'
import { builtWorkers, samplePath } from '../fixtures/built.ts'

/** More than the four at once that the caps of the profiles allow. */
const laneCounts = [6, 7] as const

/** Runs so many times as fast as the system's: for who waits, not for who measures sound. */
const hastened = (speed: number): Clock => {
  const begun = Date.now()
  return {
    now: () => begun + (Date.now() - begun) * speed,
    monotonic: () => performance.now() * speed,
    after(ms, run) {
      const timer = setTimeout(run, ms / speed)
      return () => clearTimeout(timer)
    },
  }
}

export type VerdictStudio = Awaited<ReturnType<typeof openVerdictStudio>>

/** `speed`: of the studio's own clock, by which it waits for servers. The deadlines are the system's. */
export async function openVerdictStudio(url: string, speed: number) {
  const root = mkdtempSync(join(tmpdir(), 'lectern-verdicts-'))
  const opened = await openPorts({
    door: 'test',
    dataRoot: join(root, 'data'),
    launch: forkProcess,
    entries: builtWorkers,
    samplePath,
    resumeJobs: false,
    workers: 2,
  })
  // Reading memory and folders takes as long as ever: it is done no more often than by the system's clock.
  const { settings } = opened.ports
  await settings.change('memoryCheck', speed)
  await settings.change('cacheSweep', 60 * speed)
  const ports = { ...opened.ports, clock: hastened(speed) }
  const studio = await openStudio(ports, opened.options)

  const { call, jobThat, end } = callsOf(studio)
  let renewals = 0

  return {
    call,
    jobThat,
    /** The server as if it had never been asked: what was learned of its pace is forgotten. */
    async renewServer() {
      const plain = newServer({ id: 'box', kind: 'other', name: 'Box', addresses: [url] })
      const server = { ...plain, lanes: laneCounts[renewals++ % 2] ?? null }
      await call('server.save', { server })
    },
    /** Imports a book and gives it the server's voice. */
    async addBook(name: string, text: string): Promise<string> {
      const path = join(root, `${name}.md`)
      writeFileSync(path, text)
      const { jobId } = await call('book.import', { ticket: studio.tickets.issue('book', path) })
      const { projectId = '' } = await end(jobId)
      await call('project.cast', { projectId, voice: 'box:alloy' })
      return projectId
    },
    /** Without chapters: those that are ticked. */
    async narrate(projectId: string, chapterIds?: string[]): Promise<string> {
      const scope = chapterIds
        ? { kind: 'chapters' as const, chapterIds }
        : { kind: 'ticked' as const }
      return (await call('speech.start', { projectId, scope })).jobId
    },
    async rows(projectId: string): Promise<SegmentRow[]> {
      return (await call('segment.list', { projectId, from: 0, count: 500 })).rows
    },
    /** Sound that nobody has taken. */
    spooled: () => readdirSync(opened.folder.spool),
    /** Resolves with the job at its end, and with where its file is if there is one. */
    async export(projectId: string, chapterIds: string[]): Promise<{ job: Job; target: string }> {
      const target = join(root, `${projectId}.m4b`)
      const ticket = studio.tickets.issue('target', target)
      const wish = { projectId, ticket, format: 'm4b' as const, chapterIds }
      const { jobId } = await call('export.start', wish)
      return { job: await end(jobId), target }
    },
    async close() {
      await studio.close()
      await opened.close()
      rmSync(root, { recursive: true, force: true })
    },
  }
}
