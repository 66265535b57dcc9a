// The person's language model and what its last check said, in language-model.json. No key.
import { LanguageModel, LanguageModelCheck } from '../../contract/index.ts'
import { openJsonFile, type JsonFile } from '../json-file.ts'

export type SavedModel = { model: LanguageModel | null; check: LanguageModelCheck | null }

/** What cannot be understood is as if nothing were set: nothing is sent then. */
export const openLanguageModelFile = (path: string): JsonFile<SavedModel> =>
  openJsonFile<SavedModel>(path, (found) => {
    const saved = (found ?? {}) as Partial<SavedModel>
    const model = LanguageModel.safeParse(saved.model).data ?? null
    return { model, check: model && (LanguageModelCheck.safeParse(saved.check).data ?? null) }
  })
