// What has ended in a studio is not held by it: jobs, removed books, and the studio itself once it is closed.
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { openStudio } from '../../src/core/studio/open-studio.ts'
import type { Studio } from '../../src/core/studio/studio.ts'
import type { VoiceSources } from '../../src/core/ports/speech.ts'
import { systemClock } from '../../src/io/clock.ts'
import { openPorts } from '../../src/io/open-ports.ts'
import { forkProcess } from '../../src/io/process/fork.ts'
import { callsOf } from '../fixtures/studio-calls.ts'
import { longBook, sourcesOf, studioPorts, voiceOf } from '../fixtures/studio-ports.ts'
import { stillHeld, watch } from './collected.ts'
import { builtWorkers, samplePath } from '../fixtures/built.ts'

/** Ports whose voice notes the signal of everything that is asked of it, and how many hear of its sources. */
function watchedPorts() {
  const signals: WeakRef<WeakKey>[] = []
  let listeners = 0
  let asked = 0
  const voice = voiceOf(async (_, signal) => {
    signals.push(new WeakRef(signal))
    return { file: `sound-${(asked += 1)}` }
  })
  const sources: VoiceSources = {
    ...sourcesOf(voice),
    onChange: () => {
      listeners += 1
      return () => void (listeners -= 1)
    },
  }
  const test = studioPorts(systemClock, { reader: longBook(6), sources })
  return { ...test, signals, listeners: () => listeners }
}

/** Imports the book of a path, of which there may be many, and narrates it. */
async function narrated(studio: Studio, path: string): Promise<string> {
  const { call, end } = callsOf(studio)
  const { jobId } = await call('book.import', { ticket: studio.tickets.issue('book', path) })
  const { projectId = '' } = await end(jobId)
  const speech = await call('speech.start', { projectId, scope: { kind: 'ticked' } })
  expect(await end(speech.jobId)).toMatchObject({ state: 'done', failed: 0 })
  return projectId
}

it('a closed studio is held by none of its ports', async () => {
  const { ports, options, listeners } = watchedPorts()
  const watched = await watch(async () => {
    const studio = await openStudio(ports, options)
    const stop = studio.onAny(() => {})
    await narrated(studio, 'one.txt')
    stop()
    await studio.close()
    return studio
  }, 3)
  expect(listeners()).toBe(0)
  expect(await stillHeld(watched)).toBe(0)
})

it('a job that has ended is not held by the studio that goes on', async () => {
  const { ports, options, signals } = watchedPorts()
  const studio = await openStudio(ports, options)
  for (const name of ['one.txt', 'two.txt', 'three.txt']) await narrated(studio, name)
  expect(signals.length).toBeGreaterThan(6)
  expect(await stillHeld(signals)).toBe(0)
  await studio.close()
})

it('a removed book is not held by the studio that goes on', async () => {
  const { ports, options } = watchedPorts()
  const documents = new Map<string, WeakRef<WeakKey>[]>()
  const { read } = ports.projects
  const projects = {
    ...ports.projects,
    async read(projectId: string) {
      const project = structuredClone(await read(projectId))
      const known = documents.get(projectId) ?? []
      documents.set(projectId, [...known, new WeakRef(project)])
      return project
    },
  }
  const studio = await openStudio({ ...ports, projects }, options)
  const { call } = callsOf(studio)
  const removed = await narrated(studio, 'one.txt')
  await call('project.open', { projectId: removed })
  await call('segment.list', { projectId: removed, from: 0, count: 50 })
  await call('project.remove', { projectId: removed })
  await narrated(studio, 'another.txt')
  const watched = documents.get(removed) ?? []
  expect(watched.length).toBeGreaterThan(3)
  expect(await stillHeld(watched)).toBe(0)
  await studio.close()
})

/** Listeners of the process and what keeps it alive, by name. */
const footprint = (): Record<string, number> => {
  const counts: Record<string, number> = {}
  for (const name of process.eventNames())
    counts[`on ${String(name)}`] = process.listenerCount(name)
  for (const name of process.getActiveResourcesInfo()) counts[name] = (counts[name] ?? 0) + 1
  return counts
}

it('a closed studio of real processes leaves no listener, timer or handle', async () => {
  const root = mkdtempSync(join(tmpdir(), 'lectern-leaks-'))
  const useOnce = async (): Promise<WeakKey> => {
    const opened = await openPorts({
      ...{ door: 'test', dataRoot: join(root, 'data'), launch: forkProcess },
      ...{ entries: builtWorkers, samplePath, resumeJobs: true },
      workers: 2,
    })
    const studio = await openStudio(opened.ports, opened.options)
    const { call, end } = callsOf(studio)
    await end((await call('library.addSample', {})).jobId)
    const [project] = (await call('library.list', {})).projects
    const { rows } = await call('segment.list', { projectId: project!.id, from: 0, count: 3 })
    const segmentIds = rows.map(({ id }) => id)
    const scope = { kind: 'segments' as const, segmentIds }
    await end((await call('speech.start', { projectId: project!.id, scope })).jobId)
    await studio.close()
    await opened.close()
    return studio
  }
  const watched = await watch(useOnce)
  await stillHeld(watched)
  const once = footprint()
  watched.push(...(await watch(useOnce, 2)))
  expect(await stillHeld(watched)).toBe(0)
  const more = Object.entries(footprint()).filter(([name, count]) => count > (once[name] ?? 0))
  expect(more).toEqual([])
  rmSync(root, { recursive: true, force: true })
})
