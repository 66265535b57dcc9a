// A speech server's form: what is written, what is wrong with it, and its way to the studio.
import { useState } from 'react'
import type { Failure, ServerView } from '../../../contract/index.ts'
import {
  type DraftField,
  draftProblems,
  fieldOf,
  isSameDraft,
  newServerId,
  type ServerDraft,
  serverOfDraft,
} from '../state/server-draft.ts'
import { failureSentence, words } from '../words.ts'
import { useFace } from './use-face.ts'
import { useStore } from './use-store.ts'

export type ServerForm = {
  draft: ServerDraft
  change(patch: Partial<ServerDraft>): void
  /** Begins anew, as with another kind of server. */
  restart(draft: ServerDraft): void
  /** Whether something was written that is not saved. */
  isUnsaved: boolean
  /** A key that was written here; null: none, what is kept stays. */
  key: string | null
  setKey(key: string | null): void
  forgetKey(): Promise<void>
  /** By field, once the person has tried to save. */
  problemOf(field: DraftField | 'key'): string | undefined
  /** What no field is to blame for. */
  failure: Failure | null
  /** The server as it was last saved; null before that. */
  saved: ServerView | null
  busy: boolean
  checking: boolean
  save(): Promise<boolean>
  saveAndTest(): Promise<void>
}

export function useServerForm(initial: ServerDraft): ServerForm {
  const { servers: mirror, voices, news } = useFace()
  const { servers, checking } = useStore(mirror)
  const [draft, setDraft] = useState(initial)
  /** What the draft was when nothing was to be lost. */
  const [kept, setKept] = useState(initial)
  const [key, setKey] = useState<string | null>(null)
  const [tried, setTried] = useState(false)
  const [failure, setFailure] = useState<Failure | null>(null)
  const [busy, setBusy] = useState(false)
  const saved = servers.find(({ server }) => server.id === draft.id) ?? null
  const problems = tried ? draftProblems(draft) : {}
  const blamed = failure === null ? null : fieldOf(failure)

  const send = async (): Promise<string | null> => {
    const taken = [
      ...servers.map(({ server }) => server.id),
      ...voices.get().sources.map(({ name }) => name),
    ]
    const id = draft.id ?? newServerId(draft, taken)
    const today = new Date().toISOString().slice(0, 10)
    const reply = await mirror.save(serverOfDraft(draft, id, today, words.servers.priceSource))
    if (!reply.ok) {
      setFailure(reply.failure)
      return null
    }
    const addresses = reply.value.server.addresses.join('\n')
    setDraft((now) => ({ ...now, id, addresses }))
    setKept({ ...draft, id, addresses })
    if (key === null || key.trim() === '') return id
    const keyed = await mirror.setKey(id, key.trim())
    if (!keyed.ok) {
      setFailure(keyed.failure)
      return null
    }
    setKey(null)
    return id
  }
  const save = async (): Promise<string | null> => {
    setTried(true)
    setFailure(null)
    if (Object.keys(draftProblems(draft)).length > 0) return null
    setBusy(true)
    const id = await send()
    setBusy(false)
    return id
  }

  return {
    draft,
    change: (patch) => setDraft((now) => ({ ...now, ...patch })),
    restart(begun) {
      setDraft(begun)
      setKept(begun)
    },
    isUnsaved: !isSameDraft(draft, kept) || (key !== null && key.trim() !== ''),
    key,
    setKey,
    async forgetKey() {
      if (draft.id === null) return
      if (news.settle(await mirror.setKey(draft.id, null)) !== null)
        news.say(words.servers.keyForgotten)
    },
    problemOf(field) {
      const problem = field === 'key' ? undefined : problems[field]
      if (problem !== undefined) return words.servers.problems[problem]
      return failure !== null && blamed === field ? failureSentence(failure) : undefined
    },
    failure: blamed === null ? failure : null,
    saved,
    busy,
    checking: draft.id !== null && checking.has(draft.id),
    async save() {
      const id = await save()
      if (id !== null) news.tell(words.servers.saved(draft.name.trim()))
      return id !== null
    },
    async saveAndTest() {
      const id = await save()
      if (id !== null) news.settle(await mirror.check(id))
    },
  }
}
