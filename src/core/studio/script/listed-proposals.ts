// The proposals that were listed last, kept until the book, the answers or the dictionary are others.
import type { Proposal, ScriptKind } from '../../../contract/index.ts'
import type { StudioParts } from '../studio-parts.ts'
import { proposalsOf } from './proposals.ts'

export type ListedProposals = {
  list(projectId: string, kinds: readonly ScriptKind[]): Promise<readonly Proposal[]>
}

/** Of one book at a time: a person looks at one. */
export function createListedProposals(
  parts: Pick<StudioParts, 'context' | 'dictionary' | 'script'>,
): ListedProposals {
  const { context, dictionary, script } = parts
  let last: { name: string; common: unknown; found: Promise<readonly Proposal[]> } | null = null
  return {
    async list(projectId, kinds) {
      const project = await context.projects.read(projectId)
      const common = await dictionary.entries()
      const model = context.languageModels.inUse()?.model ?? ''
      const name = JSON.stringify([
        projectId,
        project.revision,
        script.revision,
        model,
        kinds.toSorted(),
      ])
      if (last?.name === name && last.common === common) return last.found
      const found = proposalsOf(parts, project, kinds, context.scope.signal)
      const entry = { name, common, found }
      last = entry
      found.catch(() => {
        if (last === entry) last = null
      })
      return found
    },
  }
}
