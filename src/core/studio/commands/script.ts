// script.*: the language model, what it is asked about a book, and what becomes of what it proposes.
import { scriptKinds, type Proposal, type ScriptKind } from '../../../contract/index.ts'
import { afterReplacing } from '../document/after-arranging.ts'
import type { HandlersOf } from '../handlers.ts'
import { createListedProposals } from '../script/listed-proposals.ts'
import { estimateScript, startScript } from '../script/start-script.ts'
import { castWith, linesOfGone } from '../script/take-people.ts'
import { changeOf } from '../script/take-proposals.ts'
import type { StudioParts } from '../studio-parts.ts'

export function scriptCommands(
  parts: StudioParts,
): HandlersOf<
  | 'script.model'
  | 'script.setModel'
  | 'script.removeModel'
  | 'script.setKey'
  | 'script.check'
  | 'script.estimate'
  | 'script.start'
  | 'script.proposals'
  | 'script.take'
  | 'script.dismiss'
> {
  const { context, changes, script } = parts
  const { languageModels, modelAnswers, projects, scope } = context
  const listed = createListedProposals(parts)
  return {
    'script.model': () => languageModels.view(),
    'script.setModel': ({ model }) => languageModels.set(model),
    'script.removeModel': () => languageModels.set(null),
    'script.setKey': ({ key }) => languageModels.setKey(key),
    'script.check': () => languageModels.check(scope.signal),
    'script.estimate': (request) => estimateScript(parts, request, scope.signal),
    'script.start': (request) => startScript(parts, request),
    async 'script.proposals'({ projectId, kinds, most }) {
      const found = await listed.list(projectId, kinds)
      const of = (kind: ScriptKind) => found.filter(({ change }) => change.kind === kind)
      return {
        totals: Object.fromEntries(scriptKinds.map((kind) => [kind, of(kind).length])) as Record<
          ScriptKind,
          number
        >,
        proposals: scriptKinds.flatMap((kind) => surest(of(kind), most)),
        unanswered: script.unanswered.get(projectId) ?? [],
      }
    },
    async 'script.take'({ projectId, keys }) {
      const wanted = new Set(keys)
      // Found before the document's turn, which must be short; what has changed since is passed over in it.
      const found = (await listed.list(projectId, scriptKinds)).filter(({ key }) => wanted.has(key))
      let made = { taken: 0, isCut: false }
      const { revision } = await changes.apply(projectId, async (project) => {
        const ids = [...new Set(found.map(({ segmentId }) => segmentId))]
        const rows = await projects.segmentsById(projectId, ids)
        const byId = new Map(rows.map((row) => [row.id, row]))
        const cast = castWith(project.cast, found)
        const people = { ...cast, lines: await linesOfGone(parts, project, cast) }
        const { change, ...rest } = changeOf(project, byId, found, context.newId, people)
        made = rest
        return change
      })
      const ended = made.isCut && (await afterReplacing(parts, projectId))
      return { taken: made.taken, revision, ended }
    },
    async 'script.dismiss'({ projectId, keys, dismissed }) {
      await modelAnswers.dismiss(projectId, keys, dismissed)
      script.answered()
      return {}
    },
  }
}

/** The surest first, and of those equally sure in the order of the book. */
const surest = (proposals: readonly Proposal[], most: number): Proposal[] =>
  proposals
    .toSorted((a, b) => b.confidence - a.confidence || a.position - b.position)
    .slice(0, most)
