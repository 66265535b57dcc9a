// Finished files that a browser fetches: offered for a while, then removed; it may fetch again until then.
import { fail, failureOf } from '../base/failure-error.ts'
import type { Ticketed } from '../ports/tickets.ts'
import type { StudioContext } from './studio-context.ts'

/** A file goes this long after it was finished or last asked for. */
const keptMs = 3_600_000

type Passing = Pick<Ticketed, 'path' | 'release'>

export type Downloads = {
  /** Answers with the unguessable word under which the finished file may be fetched. */
  offer(file: Passing): string
  /** The path behind the word; its time begins anew. Fails with `not-found`. */
  find(word: string): string
}

export function createDownloads(
  context: Pick<StudioContext, 'clock' | 'log' | 'newId' | 'scope'>,
): Downloads {
  const { clock, log, newId, scope } = context
  const offered = new Map<string, { file: Passing; keep: () => void }>()

  const offer = (word: string, file: Passing) => {
    offered.get(word)?.keep()
    const keep = scope.after(clock, keptMs, () => {
      offered.delete(word)
      file.release().catch((error: unknown) => {
        log.warn('a fetched file could not be removed', { failure: failureOf(error) })
      })
    })
    offered.set(word, { file, keep })
    return word
  }
  return {
    offer: (file) => offer(newId(), file),
    find(word) {
      const found = offered.get(word)
      if (!found) throw fail('not-found', { kind: 'file' })
      offer(word, found.file)
      return found.file.path
    },
  }
}
