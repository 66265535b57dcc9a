// The form of a model's server: its way to the studio, and how the server answers there.
import {
  draftOfModel,
  isSameModel,
  type ModelDraft,
  modelFieldOf,
  type ModelField,
  modelOfDraft,
  modelProblems,
} from '../state/model-draft.ts'
import type { ModelServerMirror, ModelServerView } from '../state/model-server.ts'
import type { ModelServerKind } from '../state/model-server-kinds.ts'
import { useFace } from './use-face.ts'
import { type SaveForm, useSaveForm } from './use-save-form.ts'

export type ModelForm<P extends string> = SaveForm<ModelDraft<P>, ModelField<P>> & {
  kind: ModelServerKind<P>
  /** False: it was refused. */
  save(): Promise<boolean>
  /** False: it was refused, or does not answer. */
  saveAndCheck(): Promise<boolean>
}

export function useModelForm<P extends string>(
  kind: ModelServerKind<P>,
  mirror: ModelServerMirror<P>,
  view: ModelServerView<P>,
): ModelForm<P> {
  const { news } = useFace()
  const form = useSaveForm({
    initial: draftOfModel(view.server, kind.amounts),
    problems: modelProblems<P>,
    problemWords: kind.say.problems,
    fieldOf: modelFieldOf,
    isSame: isSameModel<P>,
    async send(draft) {
      const reply = await mirror.save(modelOfDraft(draft))
      return reply.ok ? { ok: true, value: {} } : reply
    },
    keepKey: mirror.setKey,
  })
  return {
    ...form,
    kind,
    async save() {
      const saved = await form.save()
      if (saved !== null) news.tell(kind.say.saved(saved.model.trim()))
      return saved !== null
    },
    async saveAndCheck() {
      if ((await form.save()) === null) return false
      const checked = news.settle(await mirror.check())
      return checked?.check?.failure === null
    },
  }
}
