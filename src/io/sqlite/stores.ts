// Both stores as the studio sees them: thin proxies over the thread that writes SQLite.
import { failure } from '../../core/base/failure-error.ts'
import type { Log } from '../../core/ports/machine.ts'
import type { ImportedCover, ProjectStore } from '../../core/ports/projects.ts'
import type { TakeStore } from '../../core/ports/takes.ts'
import type { DataFolder } from '../data-folder.ts'
import type { Launch } from '../process/channel.ts'
import { startThread } from '../process/fork.ts'
import { connect, type Remote } from '../process/remote.ts'
import type { SlowStatement } from './database.ts'
import { stepByStep, type TakeSteps } from './step-by-step.ts'
import type { StoreParameters } from './store-operations.ts'

export type Stores = {
  projects: ProjectStore
  takes: TakeStore
  /** Gives back the pages that SQLite keeps in memory, and those that are free on the disk. */
  shrink(): Promise<void>
  /** Writes what is pending, folds the logs into the databases, gives the data folder free. */
  close(): Promise<void>
}

/** Rows sent in one message: bounds the memory of a call and how long it keeps others waiting. */
const batch = 2000

type TakeCalls = Omit<TakeStore, 'sweep' | 'clear'> & TakeSteps

const takeOperations: Record<keyof TakeCalls, true> = {
  find: true,
  highestRendition: true,
  whole: true,
  ofSegment: true,
  peaks: true,
  referLike: true,
  weights: true,
  weight: true,
  bytesOf: true,
  keep: true,
  refer: true,
  release: true,
  count: true,
  unflag: true,
  drop: true,
  sweepStep: true,
  clearStep: true,
  stats: true,
}

const projectOperations: Record<keyof ProjectStore, true> = {
  list: true,
  listed: true,
  read: true,
  findByBook: true,
  begin: true,
  addChapter: true,
  addSegments: true,
  finish: true,
  discard: true,
  remove: true,
  setAside: true,
  setAsideBefore: true,
  archive: true,
  bookDigests: true,
  copy: true,
  documentVersion: true,
  saveDocument: true,
  addRows: true,
  readUnfinished: true,
  finishRows: true,
  cover: true,
  picture: true,
  keepPicture: true,
  touch: true,
  segments: true,
  segmentsById: true,
  progress: true,
  leftOutAs: true,
  leftOutCounts: true,
  noted: true,
  findFlagged: true,
  find: true,
  marked: true,
  setTakes: true,
  setFallbackOf: true,
  change: true,
  undo: true,
  redo: true,
  history: true,
  saveJob: true,
  forgetJob: true,
  openJobs: true,
  remember: true,
  recall: true,
  forget: true,
}

/**
 * Starts the thread, takes the folder's lock and opens both databases. `entry` is workers/store;
 * `door` names this process to a second one. Fails with `data-folder-busy`, `data-newer`,
 * `data-damaged`, `folder-not-writable`, `disk-full`.
 */
export async function openStores(options: {
  /** Absent: in a thread that no register knows. */
  start?: Launch
  entry: URL
  folder: DataFolder
  door: string
  log: Log
}): Promise<Stores> {
  const { start = startThread, entry, folder, door, log } = options
  let closing: Promise<void> | null = null
  const thread = start(entry, {
    name: 'lectern-store',
    parameters: { folder, door } satisfies StoreParameters,
    heapMegabytes: 192,
  })
  const remote = connect(thread, (code) => {
    if (!closing) log.error('the store ended by itself', { code })
    return failure('unexpected', {}, `the store's thread ended with ${code}`)
  })
  try {
    await remote.call('open', [])
  } catch (error) {
    closing = Promise.resolve()
    remote.kill()
    throw error
  }
  remote
    .call('slowStatements', [], {
      onReport: (slow: SlowStatement) => log.warn('slow statement', { slow: 'statement', ...slow }),
    })
    // Nothing is told any more of a thread that has ended.
    .catch(() => {})
  const close = async () => {
    try {
      await remote.call('close', [])
    } finally {
      remote.kill()
    }
  }
  return {
    projects: projectProxy(remote),
    takes: takeProxy(remote),
    shrink: () => remote.call('shrink', []),
    close: () => (closing ??= close()),
  }
}

/** Every operation of a port under its name. */
function proxyOf<T>(remote: Remote, prefix: string, operations: Record<keyof T, true>): T {
  const send =
    (name: string) =>
    (...args: unknown[]) =>
      remote.call(`${prefix}.${name}`, args)
  return Object.fromEntries(Object.keys(operations).map((name) => [name, send(name)])) as T
}

function takeProxy(remote: Remote): TakeStore {
  const takes = proxyOf<TakeCalls>(remote, 'takes', takeOperations)
  return {
    ...takes,
    ...stepByStep(takes),
    keep: (take, prepared, usedBy) =>
      takes.keep(take, { ...prepared, peaks: ownBytes(prepared.peaks) }, usedBy),
    refer: (projectId, uses) => inBatches(uses, (some) => takes.refer(projectId, some)),
  }
}

function projectProxy(remote: Remote): ProjectStore {
  const projects = proxyOf<ProjectStore>(remote, 'projects', projectOperations)
  return {
    ...projects,
    finish: (project, cover, pins) => projects.finish(project, cover && ownPictures(cover), pins),
    keepPicture: (projectId, picture) =>
      projects.keepPicture(projectId, { ...picture, bytes: ownBytes(picture.bytes) }),
    setTakes: (projectId, rows) => inBatches(rows, (some) => projects.setTakes(projectId, some)),
  }
}

const ownPictures = ({ thumbnail, ...cover }: ImportedCover): ImportedCover => ({
  ...cover,
  bytes: ownBytes(cover.bytes),
  thumbnail: thumbnail && { ...thumbnail, bytes: ownBytes(thumbnail.bytes) },
})

async function inBatches<T>(
  rows: readonly T[],
  send: (some: T[]) => Promise<unknown>,
): Promise<void> {
  for (let from = 0; from < rows.length; from += batch) await send(rows.slice(from, from + batch))
}

/** A message copies the whole buffer that a view looks into; this view's bytes are enough. */
const ownBytes = (bytes: Uint8Array): Uint8Array =>
  bytes.byteLength === bytes.buffer.byteLength ? bytes : bytes.slice()
