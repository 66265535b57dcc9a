// What forms of servers have in common: a draft, what is wrong with it, a key beside it, and their way to the studio.
import { useRef, useState } from 'react'
import type { Failure, Reply } from '../../../contract/index.ts'
import { failureSentence, words } from '../words.ts'
import { useSecret } from './use-secret.ts'

export type SaveForm<D, F extends string> = {
  draft: D
  change(patch: Partial<D>): void
  /** Begins anew, as with another kind of server. */
  restart(draft: D): void
  /** Whether something was written that is not saved. */
  isUnsaved: boolean
  /** A key that was written here; null: none, what is kept stays. */
  key: string | null
  setKey(key: string | null): void
  forgetKey(): Promise<void>
  /** By field, once the person has tried to save. */
  problemOf(field: F | 'key'): string | undefined
  /** What no field is to blame for. */
  failure: Failure | null
  busy: boolean
}

type SaveTerms<D, F extends string, P extends string> = {
  initial: D
  problems(draft: D): Partial<Record<F, P>>
  problemWords: Readonly<Record<P, string>>
  /** Which field a refusal of the studio is about; null: none, or all of them. */
  fieldOf(failure: Failure): F | 'key' | null
  /** Whether nothing of what a person can write is another. */
  isSame(one: D, other: D): boolean
  /** Saves a draft without problems; answers with what it is called now, where that is another. */
  send(draft: D): Promise<Reply<Partial<D>>>
  /** Of the draft that was saved last; null forgets it. */
  keepKey(key: string | null, saved: D): Promise<Reply<unknown>>
}

/** `save` answers with what was saved; null: it was refused. */
export function useSaveForm<D extends object, F extends string, P extends string>(
  terms: SaveTerms<D, F, P>,
): SaveForm<D, F> & { save(): Promise<D | null> } {
  const [draft, setDraft] = useState(terms.initial)
  /** What the draft was when nothing was to be lost. */
  const [kept, setKept] = useState(draft)
  /** The same for what is under way since before it was drawn. */
  const saved = useRef(draft)
  const secret = useSecret(() => terms.keepKey(null, saved.current), words.servers.keyForgotten)
  const [tried, setTried] = useState(false)
  const [failure, setFailure] = useState<Failure | null>(null)
  const [busy, setBusy] = useState(false)
  const problems: Partial<Record<F, P>> = tried ? terms.problems(draft) : {}
  const blamed = failure === null ? null : terms.fieldOf(failure)
  const keep = (now: D) => {
    saved.current = now
    setKept(now)
  }

  const send = async (): Promise<Failure | null> => {
    const reply = await terms.send(draft)
    if (!reply.ok) return reply.failure
    // Something may have been written meanwhile.
    setDraft((now) => ({ ...now, ...reply.value }))
    keep({ ...draft, ...reply.value })
    if (secret.written === undefined) return null
    const key = await terms.keepKey(secret.written, saved.current)
    if (!key.ok) return key.failure
    secret.setKey(null)
    return null
  }
  return {
    draft,
    change: (patch) => setDraft((now) => ({ ...now, ...patch })),
    restart(begun) {
      setDraft(begun)
      keep(begun)
    },
    isUnsaved: !terms.isSame(draft, kept) || secret.written !== undefined,
    key: secret.key,
    setKey: secret.setKey,
    forgetKey: secret.forgetKey,
    problemOf(field) {
      const problem = field === 'key' ? undefined : problems[field]
      if (problem !== undefined) return terms.problemWords[problem]
      return failure !== null && blamed === field ? failureSentence(failure) : undefined
    },
    failure: blamed === null ? failure : null,
    busy,
    async save() {
      setTried(true)
      setFailure(null)
      if (Object.keys(terms.problems(draft)).length > 0) return null
      setBusy(true)
      const trouble = await send()
      setBusy(false)
      setFailure(trouble)
      return trouble === null ? saved.current : null
    },
  }
}
