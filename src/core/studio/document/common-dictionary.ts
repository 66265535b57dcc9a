// The dictionary of all books: kept by the project store, at hand for every row that is looked up.
import { Dictionary, type DictionaryEntry } from '../../../contract/index.ts'
import type { ProjectStore } from '../../ports/projects.ts'
import { recallAs } from '../recall-as.ts'

export type CommonDictionary = {
  entries(): Promise<readonly DictionaryEntry[]>
  keep(entries: readonly DictionaryEntry[]): Promise<void>
}

const key = 'dictionary'

/** What cannot be read is an empty dictionary: no book stands still for it. */
export function createCommonDictionary(
  projects: Pick<ProjectStore, 'recall' | 'remember'>,
): CommonDictionary {
  let known: Promise<readonly DictionaryEntry[]> | null = null
  const read = async (): Promise<readonly DictionaryEntry[]> =>
    (await recallAs(projects, key, Dictionary)) ?? []
  return {
    entries() {
      known ??= read().catch((error: unknown) => {
        known = null
        throw error
      })
      return known
    },
    async keep(entries) {
      await projects.remember(key, JSON.stringify(entries))
      known = Promise.resolve([...entries])
    },
  }
}
