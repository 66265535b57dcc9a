// What a person has written and what is not saved yet, by what it is written for: no word is lost unasked.
import { createTurn } from '../client/in-turn.ts'
import { createStore, type Readable } from '../client/store.ts'

export type Draft = {
  /** What stood there when the writing began. */
  before: string
  text: string
}

export type Drafts = Readable<ReadonlyMap<string, Draft>> & {
  /** Null: nothing is to be saved any more. */
  put(key: string, draft: Draft | null): void
  /** Does it once nothing waits to be saved: at once, where nothing does. */
  whenSaved(deed: () => void): void
}

/** The row's own text, or what is spoken for it. */
export const draftKey = (what: 'text' | 'say', projectId: string, segmentId: string): string =>
  `${what} ${projectId} ${segmentId}`

/** `page`: asks before it goes while something is not saved. */
export function createDrafts(page: Pick<Window, 'addEventListener'>): Drafts {
  const store = createStore<ReadonlyMap<string, Draft>>(new Map())
  page.addEventListener('beforeunload', (event) => {
    if (store.get().size > 0) event.preventDefault()
  })
  return {
    get: store.get,
    subscribe: store.subscribe,
    put(key, draft) {
      const now = new Map(store.get())
      if (draft !== null) now.set(key, draft)
      else if (!now.delete(key)) return
      store.set(now)
    },
    whenSaved(deed) {
      if (store.get().size === 0) return deed()
      const stop = store.subscribe(() => {
        if (store.get().size > 0) return
        stop()
        deed()
      })
    },
  }
}

/** Saves a text that was written over another one. False: it was refused, which has been told. */
export type Keep = (text: string, before: string) => Promise<boolean>

export type Writing = {
  /** What stands in the box at first: what was written before and could not be saved, else what is there. */
  text: string
  write(text: string): void
  /**
   * By `keep`, where there is one, instead of the usual deed. True: it is saved, and its editor is open and
   * may close; what was written meanwhile stays a draft, and its editor stays open.
   */
  save(keep?: Keep): Promise<boolean>
  /** What was written is not wanted. */
  forget(): void
  /** The editor is on the page. */
  open(): void
  /** The editor is gone, whatever took it away: what is not saved yet is saved now. */
  close(): void
}

/** `begun`: what stands there now. */
export function beginWriting(drafts: Drafts, key: string, begun: string, keep: Keep): Writing {
  const draft = () => drafts.get().get(key)
  let before = begun
  let isOpen = true
  const inTurn = createTurn()
  const since = () => draft()?.before ?? before
  const put = (text: string) => drafts.put(key, text === since() ? null : { before: since(), text })

  const writing: Writing = {
    text: draft()?.text ?? begun,
    write(text) {
      writing.text = text
      put(text)
    },
    save(by = keep) {
      const { text } = writing
      return inTurn(async () => {
        if (!(await by(text, since()))) return false
        before = text
        const now = isOpen ? writing.text : draft()?.text
        drafts.put(key, now === undefined || now === text ? null : { before, text: now })
        return isOpen && writing.text === text
      })
    },
    forget: () => drafts.put(key, null),
    open: () => void (isOpen = true),
    close() {
      isOpen = false
      // Behind a save that is on its way: it may be all that there was to save.
      void inTurn(async () => {
        if (draft()?.text === writing.text) void writing.save()
      })
    },
  }
  return writing
}
