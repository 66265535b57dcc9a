// A studio as a door opens it, on a library of its own, that a farm may speak for.
import { copyFileSync, mkdirSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import type { FarmChange, FarmSettings, FarmView, SegmentRow } from '../../src/contract/index.ts'
import { openStudio } from '../../src/core/studio/open-studio.ts'
import { dataFolderAt } from '../../src/io/data-folder.ts'
import { openPorts } from '../../src/io/open-ports.ts'
import { forkProcess } from '../../src/io/process/fork.ts'
import { newServer } from '../../src/io/speech/server/new-server.ts'
import { builtWorkers, samplePath } from '../fixtures/built.ts'
import { callsOf } from '../fixtures/studio-calls.ts'

export type FarmStudio = Awaited<ReturnType<typeof openFarmStudio>>

/** `root`: a folder that whoever opens it removes. `takeStoreMs`: how long a store of takes may take to answer. */
export async function openFarmStudio(
  root: string,
  { patienceMs, takeStoreMs }: { patienceMs?: number; takeStoreMs?: number } = {},
) {
  const data = join(root, 'data')
  const opened = await openPorts({
    ...{ door: 'test', dataRoot: data, launch: forkProcess, entries: builtWorkers },
    ...{ samplePath, resumeJobs: false, workers: 2 },
    ...(takeStoreMs === undefined ? {} : { takeStoreMs }),
  })
  const patience = patienceMs === undefined ? {} : { patienceMs }
  const studio = await openStudio(opened.ports, { ...opened.options, ...patience })
  const { call, jobThat, end } = callsOf(studio)
  // The farm's other processes are children of this one too, and their memory is not this studio's.
  await call('settings.change', { name: 'memorySoftLimit', value: 64 * 1024 ** 3 })
  const view = async () => (await call('farm.read', {})).farm
  /** Resolves when the farm is so; a minute is too long. */
  const farmThat = async (isSo: (farm: FarmView) => boolean): Promise<FarmView> => {
    const giveUp = Date.now() + 60_000
    for (;;) {
      const farm = await view()
      if (isSo(farm)) return farm
      if (Date.now() > giveUp) throw new Error(`the farm is never so: ${JSON.stringify(farm)}`)
      await new Promise((resolve) => setTimeout(resolve, 50))
    }
  }
  return {
    ...{ call, jobThat, end, view, farmThat, data },
    async join(
      address: string,
      settings: Partial<FarmSettings> = {},
      secrets: Pick<FarmChange, 'password' | 'storeKey'> = {},
    ) {
      const usual = { prefix: 'lectern', allowPlain: false, speakHere: false }
      await call('farm.set', {
        settings: { address, ...usual, shares: 'nowhere', ...settings },
        ...secrets,
      })
    },
    workers: (count: number) =>
      farmThat(
        ({ workers }) => workers.length === count && workers.every(({ wish }) => wish === 'work'),
      ),
    /** Adds a speech server; `to`: also for a worker on this data folder. */
    async addServer(url: string, lanes: number, to: readonly string[] = [], perMinute?: number) {
      const plain = newServer({ id: 'box', kind: 'other', name: 'Box', addresses: [url] })
      await call('server.save', {
        server: { ...plain, lanes, requestsPerMinute: perMinute ?? null },
      })
      for (const other of to) {
        const target = dataFolderAt(other).servers
        mkdirSync(dirname(target), { recursive: true })
        copyFileSync(dataFolderAt(data).servers, target)
      }
    },
    async addBook(name: string, text: string, voice: string): Promise<string> {
      const path = join(root, `${name}.md`)
      writeFileSync(path, text)
      const { jobId } = await call('book.import', { ticket: studio.tickets.issue('book', path) })
      const { projectId = '' } = await end(jobId)
      await call('project.cast', { projectId, voice })
      return projectId
    },
    narrate: async (projectId: string) =>
      (await call('speech.start', { projectId, scope: { kind: 'ticked' as const } })).jobId,
    async rows(projectId: string): Promise<SegmentRow[]> {
      return (await call('segment.list', { projectId, from: 0, count: 500 })).rows
    },
    /** What is heard, segment by segment: equal sound has equal digests. */
    async sounds(projectId: string): Promise<string[]> {
      const { rows } = await call('segment.list', { projectId, from: 0, count: 500 })
      const ids = rows.flatMap(({ status }) => (status.state === 'ready' ? [status.takeId] : []))
      const takes = await opened.ports.takes.find(ids)
      return ids.map((id) => takes.get(id)?.audioDigest ?? 'none')
    },
    async close() {
      await studio.close()
      await opened.close()
    },
  }
}

/** `chapters` of so many paragraphs; equal arguments make equal books, other `words` other ones. */
export const bookOf = (words: string, chapters: number, paragraphs: number): string =>
  Array.from(
    { length: chapters },
    (_, chapter) =>
      `# Chapter ${chapter + 1}\n\n${Array.from(
        { length: paragraphs },
        (__, number) =>
          `In part ${chapter + 1}, ${words} went on for the ${number + 1}th time, and nobody said a word about it until the evening.`,
      ).join('\n\n')}`,
  ).join('\n\n')
