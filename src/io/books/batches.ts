// Events in batches: few messages for a book, never more under way than one batch, and never long silence.
import type { Settings } from '../../contract/index.ts'
import { fail } from '../../core/base/failure-error.ts'
import type { Clock } from '../../core/base/scope.ts'
import { silenceLimits } from '../../core/book/limits.ts'
import type { ReadEvent, ReadWish } from '../../core/ports/books.ts'

/** What the reader's process is told. */
export type OpenBook = { path: string; settings: Settings; wish: ReadWish }
/** What it answers when it has opened the file. */
export type OpenedBook = { fileBytes: number }

/** Without events when there are none yet: then it only says that the reader is alive. */
export type Batch = { events: ReadEvent[]; done: boolean }

/** What tells work from waiting: a slow disk costs no CPU time, a book made to keep us busy does. */
export type Pace = {
  /** The book's file name, for the failure. */
  name: string
  fileBytes: number
  clock: Clock
  /** CPU time that the process has used so far. */
  cpuMs(): number
  /** Bytes of the file that were read for the first time. */
  doneBytes(): number
}

/** A batch is full at so many events or so much text; one event may be larger than that. */
const maxEvents = 64
const maxCharacters = 256 * 1024
/** An answer is given after this, whatever is in it. */
const answerAfterMs = 1000
/** So many answers without an event or a byte: nobody waits longer for a disk. */
const maxSilentAnswers = 90

const sizeOf = (event: ReadEvent): number => {
  if (event.kind === 'cover') return event.bytes.length
  if (event.kind !== 'chapter') return 0
  return event.chapter.blocks.reduce((sum, block) => sum + block.text.length, 0)
}

/**
 * Each call reads on until a batch is full, the book ends, or a second is over. Fails as the events do,
 * and with `book-hostile` when there is work or waiting without end and nothing comes of it.
 */
export function createBatches(events: AsyncIterable<ReadEvent>, pace: Pace): () => Promise<Batch> {
  const iterator = events[Symbol.asyncIterator]()
  /** Asked for and not answered yet: one event is read ahead at most. */
  let coming: Promise<IteratorResult<ReadEvent>> | null = null
  let last = { cpuMs: pace.cpuMs(), doneBytes: pace.doneBytes() }
  let silent = 0
  const maxSilentCpuMs = silenceLimits.cpuMs(pace.fileBytes)

  const watch = (moved: boolean) => {
    const now = { cpuMs: pace.cpuMs(), doneBytes: pace.doneBytes() }
    silent = moved || now.doneBytes > last.doneBytes ? 0 : silent + 1
    if (silent === 0) last = now
    else if (now.cpuMs - last.cpuMs > maxSilentCpuMs || silent > maxSilentAnswers)
      throw fail('book-hostile', { name: pace.name, limit: 'time' }, 'work without an event')
  }

  const gather = async (late: Promise<null>): Promise<Batch> => {
    // Events that come without a pause leave the clock no turn to call.
    const until = pace.clock.monotonic() + answerAfterMs
    const batch: Batch = { events: [], done: false }
    let characters = 0
    while (batch.events.length < maxEvents && characters < maxCharacters) {
      coming ??= iterator.next()
      const next = await Promise.race([coming, late])
      if (!next) break
      coming = null
      if (next.done) return { ...batch, done: true }
      // Of progress only the last matters.
      if (next.value.kind === 'progress' && batch.events.at(-1)?.kind === 'progress')
        batch.events.pop()
      batch.events.push(next.value)
      characters += sizeOf(next.value)
      if (pace.clock.monotonic() >= until) break
    }
    watch(batch.events.length > 0)
    return batch
  }

  return async () => {
    let cancel = () => {}
    const late = new Promise<null>((resolve) => {
      cancel = pace.clock.after(answerAfterMs, () => resolve(null))
    })
    try {
      return await gather(late)
    } finally {
      cancel()
    }
  }
}
