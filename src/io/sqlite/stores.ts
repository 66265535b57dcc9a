// Both stores as the studio sees them: thin proxies over the thread that writes SQLite.
import { isDeepStrictEqual } from 'node:util'
import type { DataNotice } from '../../contract/index.ts'
import { failureOf } from '../../core/base/failure-error.ts'
import type { Clock } from '../../core/base/scope.ts'
import type { Log } from '../../core/ports/machine.ts'
import type { AnswerStore, KeptAnswer } from '../../core/ports/model-answers.ts'
import type { ImportedCover, ProjectStore } from '../../core/ports/projects.ts'
import type { TakeStore } from '../../core/ports/takes.ts'
import { systemClock } from '../clock.ts'
import type { DataFolder } from '../data-folder.ts'
import type { Launch } from '../process/channel.ts'
import { startThread } from '../process/fork.ts'
import { stepByStep, type TakeSteps } from './step-by-step.ts'
import type { StoreOpening } from './store-operations.ts'
import { startStoreThread } from './store-thread.ts'

export type Stores = {
  projects: ProjectStore
  takes: TakeStore
  modelAnswers: AnswerStore
  /** Gives back the pages that SQLite keeps in memory, and those that are free on the disk. */
  shrink(): Promise<void>
  /** What a person must know of the databases, since they were opened. */
  notices(): readonly DataNotice[]
  onNotice(listener: (notice: DataNotice) => void): () => void
  /** Adds one that was found elsewhere. */
  tell(notice: DataNotice): void
  /** Whether the last run had ended before it had closed takes.db. */
  wasUnclean(): boolean
  /** Writes what is pending, folds the logs into the databases, gives the data folder free. */
  close(): Promise<void>
}

/** Rows sent in one message: bounds the memory of a call and how long it keeps others waiting. */
const batch = 2000

type TakeCalls = Omit<TakeStore, 'sweep' | 'clear'> & TakeSteps

/** Whether a call may be made again when the thread died under it: done twice is done once, or only read. */
type Repeats = 'again' | 'once'

const takeOperations: Record<keyof TakeCalls, Repeats> = {
  find: 'again',
  highestRendition: 'again',
  whole: 'again',
  ofSegment: 'again',
  peaks: 'again',
  referLike: 'again',
  weights: 'again',
  weight: 'again',
  bytesOf: 'again',
  keep: 'again',
  refer: 'again',
  release: 'again',
  count: 'again',
  flag: 'again',
  unflag: 'again',
  drop: 'again',
  sweepStep: 'again',
  clearStep: 'again',
  stats: 'again',
}

const projectOperations: Record<keyof ProjectStore, Repeats> = {
  list: 'again',
  listed: 'again',
  read: 'again',
  findByBook: 'again',
  begin: 'once',
  addChapter: 'once',
  addSegments: 'once',
  finish: 'once',
  discard: 'again',
  remove: 'again',
  setAside: 'once',
  setAsideBefore: 'again',
  archive: 'again',
  bookDigests: 'again',
  copy: 'once',
  documentVersion: 'again',
  saveDocument: 'again',
  addRows: 'once',
  readUnfinished: 'again',
  finishRows: 'once',
  cover: 'again',
  picture: 'again',
  keepPicture: 'again',
  touch: 'again',
  segments: 'again',
  segmentsById: 'again',
  progress: 'again',
  leftOutAs: 'again',
  leftOutCounts: 'again',
  noted: 'again',
  findFlagged: 'again',
  find: 'again',
  marked: 'again',
  setTakes: 'again',
  setFallbackOf: 'again',
  change: 'once',
  undo: 'once',
  redo: 'once',
  history: 'again',
  saveJob: 'again',
  forgetJob: 'again',
  openJobs: 'again',
  remember: 'again',
  recall: 'again',
  forget: 'again',
}

const answerOperations: Record<keyof AnswerStore, Repeats> = {
  find: 'again',
  keep: 'again',
  sweep: 'again',
  dismissed: 'again',
  dismiss: 'again',
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
  clock?: Clock
  /** Hears of every call: whoever works when nobody asks for anything waits. */
  stir?: () => void
}): Promise<Stores> {
  const { entry, folder, door, log, clock = systemClock, start = startThread } = options
  const notices: DataNotice[] = []
  const listeners = new Set<(notice: DataNotice) => void>()
  let wasUnclean = false
  const tell = (notice: DataNotice) => {
    // Of damage that is met again and again is told once.
    if (notices.some((it) => isDeepStrictEqual(it, notice))) return
    notices.push(notice)
    log.warn('the databases: something to know', { notice })
    for (const listener of listeners) listener(notice)
  }
  const onOpen = (opening: StoreOpening) => {
    wasUnclean ||= opening.unclean.takes
    opening.notices.forEach(tell)
  }
  const parameters = { folder, door }
  const thread = await startStoreThread({ entry, parameters, log, clock, start, onOpen })
  const call: Call = async (operation, args, repeats) => {
    options.stir?.()
    try {
      return await thread.call(operation, args, repeats === 'again')
    } catch (error) {
      const { code, params } = failureOf(error)
      if (code === 'data-damaged')
        tell({ kind: 'damaged', database: params['name'] === 'takes.db' ? 'takes' : 'projects' })
      throw error
    }
  }
  return {
    projects: projectProxy(call),
    takes: takeProxy(call),
    modelAnswers: answerProxy(call),
    notices: () => notices,
    onNotice(listener) {
      listeners.add(listener)
      return () => void listeners.delete(listener)
    },
    tell,
    wasUnclean: () => wasUnclean,
    shrink: () => call('shrink', [], 'again'),
    close: () => thread.close(),
  }
}

type Call = <T>(operation: string, args: unknown[], repeats: Repeats) => Promise<T>

/** Every operation of a port under its name. */
function proxyOf<T>(call: Call, prefix: string, operations: Record<keyof T, Repeats>): T {
  const send =
    (name: string, repeats: Repeats) =>
    (...args: unknown[]) =>
      call(`${prefix}.${name}`, args, repeats)
  return Object.fromEntries(
    Object.entries<Repeats>(operations).map(([name, repeats]) => [name, send(name, repeats)]),
  ) as T
}

function takeProxy(call: Call): TakeStore {
  const takes = proxyOf<TakeCalls>(call, 'takes', takeOperations)
  return {
    ...takes,
    ...stepByStep(takes),
    keep: (take, prepared, usedBy) =>
      takes.keep(take, { ...prepared, peaks: ownBytes(prepared.peaks) }, usedBy),
    refer: (projectId, uses) => inBatches(uses, (some) => takes.refer(projectId, some)),
  }
}

function projectProxy(call: Call): ProjectStore {
  const projects = proxyOf<ProjectStore>(call, 'projects', projectOperations)
  return {
    ...projects,
    finish: (project, cover, pins) => projects.finish(project, cover && ownPictures(cover), pins),
    keepPicture: (projectId, picture) =>
      projects.keepPicture(projectId, { ...picture, bytes: ownBytes(picture.bytes) }),
    setTakes: (projectId, rows) => inBatches(rows, (some) => projects.setTakes(projectId, some)),
  }
}

function answerProxy(call: Call): AnswerStore {
  const answers = proxyOf<AnswerStore>(call, 'answers', answerOperations)
  return {
    ...answers,
    async find(keys, model) {
      const found: KeptAnswer[] = []
      await inBatches(keys, async (some) => found.push(...(await answers.find(some, model))))
      return found
    },
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
