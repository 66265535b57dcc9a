// A studio that a test plays by hand: it answers calls when told to and says events when told to.
import {
  soundPresets,
  type ChapterEntry,
  type CommandName,
  type EventName,
  type EventPayload,
  type Failure,
  type FailureCode,
  type Job,
  type Project,
  type ProjectSummary,
  type Reply,
  type SegmentRow,
  type StudioClient,
} from '../../src/contract/index.ts'
import {
  type Connection,
  createDispatch,
  createOpenings,
  type Link,
} from '../../src/renderer/src/client/connection.ts'
import { createStore } from '../../src/renderer/src/client/store.ts'

export type Call = {
  name: CommandName
  args: unknown
  answer: (value: unknown) => Promise<void>
  refuse: (code: FailureCode, params?: Failure['params']) => Promise<void>
}

export type StudioByHand = {
  connection: Connection
  /** Calls that wait for an answer, oldest first. */
  waiting: Call[]
  say<N extends EventName>(name: N, payload: EventPayload<N>): void
  link: Connection['link']
}

/** Lets everything that waits for nothing run. */
export const settle = async (): Promise<void> => {
  for (let turn = 0; turn < 20; turn += 1) await Promise.resolve()
}

export function studioByHand(): StudioByHand {
  const { on, dispatch } = createDispatch()
  const link = createStore<Link>('open')
  const waiting: Call[] = []
  const call = (name: CommandName, args: unknown): Promise<Reply<unknown>> =>
    new Promise((resolve) => {
      const reply = async (given: Reply<unknown>) => {
        waiting.splice(waiting.indexOf(mine), 1)
        resolve(given)
        await settle()
      }
      const mine: Call = {
        name,
        args,
        answer: (value) => reply({ ok: true, value }),
        refuse: (code, params = {}) =>
          reply({ ok: false, failure: { code, params, retry: 'never' } }),
      }
      waiting.push(mine)
    })
  return {
    waiting,
    link,
    say: dispatch,
    connection: {
      call: call as StudioClient['call'],
      on,
      link,
      onOpen: createOpenings(link),
      host: {
        door: 'web',
        ticketForFile: async () => ({ ok: true, value: 'a-ticket-of-the-test' }),
        ticketForVoice: async () => ({ ok: true, value: 'a-ticket-of-the-test' }),
        chooseBooks: async () => [],
        chooseVoice: null,
        chooseFolder: null,
        dragOut: null,
        chooseExportTarget: async () => null,
        reveal: null,
        tellDeeds: null,
      },
    },
  }
}

export const rowAt = (position: number, change: Partial<SegmentRow> = {}): SegmentRow => ({
  id: `c1-${position}`,
  chapterId: 'c1',
  position,
  kind: 'paragraph',
  text: `Sentence ${position}.`,
  edited: false,
  voice: 'espeak:gmw/en-US',
  status: { state: 'waiting' },
  ...change,
})

export const chapterOf = (id: string, change: Partial<ChapterEntry> = {}): ChapterEntry => ({
  id,
  title: id,
  level: 1,
  matter: 'body',
  spoken: true,
  words: 0,
  characters: 0,
  segments: 10,
  firstPosition: 0,
  ...change,
})

/** Chapters one behind the other, of so many segments; negative: not ticked. */
export function chaptersOf(sizes: readonly number[]): ChapterEntry[] {
  let firstPosition = 0
  return sizes.map((size, index) => {
    const segments = Math.abs(size)
    const chapter = chapterOf(`c${index}`, { segments, firstPosition, spoken: size > 0 })
    firstPosition += segments
    return chapter
  })
}

export const bookOf = (title: string, change: Partial<ProjectSummary> = {}): ProjectSummary => ({
  ...{ id: title, title, authors: [], cover: null, voice: 'espeak:gmw/en', createdAt: 0 },
  ...{ openedAt: 0, segments: 10, ready: 0, failed: 0, flagged: 0, archived: false },
  ...{ seconds: 0, wholeSeconds: 0, bytes: 0 },
  ...change,
})

export const jobOf = (id: string, change: Partial<Job> = {}): Job => ({
  id,
  kind: 'import',
  state: 'running',
  stage: 'reading',
  done: 0,
  total: 0,
  failed: 0,
  etaSeconds: null,
  startedAt: 0,
  ...change,
})

export const projectOf = (revision: number): Project => ({
  id: 'p',
  bookDigest: '',
  format: 'text',
  title: 'A book',
  authors: [],
  language: 'en',
  cover: null,
  voice: 'espeak:gmw/en',
  fallbackVoice: null,
  notePlace: 'apart',
  sound: soundPresets.standard,
  music: [],
  cast: [],
  dictionary: [],
  chapters: [chapterOf('c1', { segments: 1000 })],
  warnings: [],
  createdAt: 0,
  openedAt: 0,
  revision,
})
