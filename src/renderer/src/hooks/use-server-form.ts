// A speech server's form: its way to the studio, and how the server answers there.
import type { ServerView } from '../../../contract/index.ts'
import {
  type DraftField,
  draftProblems,
  fieldOf,
  isSameDraft,
  newServerId,
  type ServerDraft,
  serverOfDraft,
} from '../state/server-draft.ts'
import { words } from '../words.ts'
import { useFace } from './use-face.ts'
import { type SaveForm, useSaveForm } from './use-save-form.ts'
import { useStore } from './use-store.ts'

export type ServerForm = SaveForm<ServerDraft, DraftField> & {
  /** The server as it was last saved; null before that. */
  saved: ServerView | null
  checking: boolean
  save(): Promise<boolean>
  saveAndTest(): Promise<void>
}

export function useServerForm(initial: ServerDraft): ServerForm {
  const { servers: mirror, voices, news } = useFace()
  const { servers, checking } = useStore(mirror)
  const idOf = (draft: ServerDraft) =>
    draft.id ??
    newServerId(draft, [
      ...servers.map(({ server }) => server.id),
      ...voices.get().sources.map(({ name }) => name),
    ])
  const form = useSaveForm({
    initial,
    problems: draftProblems,
    problemWords: words.servers.problems,
    fieldOf,
    isSame: isSameDraft,
    async send(draft) {
      const id = idOf(draft)
      const today = new Date().toISOString().slice(0, 10)
      const reply = await mirror.save(serverOfDraft(draft, id, today, words.servers.priceSource))
      if (!reply.ok) return reply
      return { ok: true, value: { id, addresses: reply.value.server.addresses.join('\n') } }
    },
    keepKey: (key, saved) => mirror.setKey(idOf(saved), key),
  })
  const { draft } = form
  return {
    ...form,
    saved: servers.find(({ server }) => server.id === draft.id) ?? null,
    checking: draft.id !== null && checking.has(draft.id),
    async save() {
      const saved = await form.save()
      if (saved !== null) news.tell(words.servers.saved(saved.name.trim()))
      return saved !== null
    },
    async saveAndTest() {
      const id = (await form.save())?.id ?? null
      if (id !== null) news.settle(await mirror.check(id))
    },
  }
}
