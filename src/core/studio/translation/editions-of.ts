// Which translations of a book there are.
import type { TranslatedEdition } from '../../../contract/index.ts'
import type { ProjectStore } from '../../ports/projects.ts'

/** The last opened first; none that is set aside. */
export async function editionsOf(
  projects: Pick<ProjectStore, 'list'>,
  originalId: string,
): Promise<TranslatedEdition[]> {
  const listed = await projects.list()
  return listed.flatMap(({ project: { id, title, language, translationOf } }) =>
    translationOf?.projectId === originalId
      ? [{ projectId: id, title, language, glossary: translationOf.glossary }]
      : [],
  )
}
