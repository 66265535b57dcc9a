// listen.*: the server or the model that hears, and what it hears in the takes of a book.
import { z } from 'zod'
import { HeardDifference } from '../../../contract/index.ts'
import { mostHearings } from '../../listen/judge-hearing.ts'
import { rowById } from '../document/project-rows.ts'
import type { HandlersOf } from '../handlers.ts'
import { KeptHearing } from '../listening/listen-to-take.ts'
import { estimateListening, startListening } from '../listening/start-listening.ts'
import { hearingKey, verdictKey } from '../listening/takes-to-hear.ts'
import type { StudioParts } from '../studio-parts.ts'

const Verdict = z.object({ differences: z.array(HeardDifference) })

export function listenCommands(
  parts: StudioParts,
): HandlersOf<
  | 'listen.transcriber'
  | 'listen.setTranscriber'
  | 'listen.removeTranscriber'
  | 'listen.chooseModel'
  | 'listen.setKey'
  | 'listen.check'
  | 'listen.estimate'
  | 'listen.start'
  | 'listen.heard'
> {
  const { context, resolver } = parts
  const { transcribers, modelAnswers, projects, scope, tickets } = context
  return {
    'listen.transcriber': () => transcribers.view(),
    'listen.setTranscriber': ({ transcriber }) => transcribers.set(transcriber),
    'listen.removeTranscriber': () => transcribers.set(null),
    'listen.chooseModel': ({ ticket }) => transcribers.choose(tickets.take('folder', ticket).path),
    'listen.setKey': ({ key }) => transcribers.setKey(key),
    'listen.check': () => transcribers.check(scope.signal),
    'listen.estimate': (request) => estimateListening(parts, request, scope.signal),
    'listen.start': (request) => startListening(parts, request),
    async 'listen.heard'({ projectId, segmentId }) {
      const project = await projects.read(projectId)
      const row = await rowById(projects, projectId, segmentId)
      const [resolved] = await resolver.resolve(project, [row])
      const take = resolved?.take
      if (!take) return { heard: null, differences: [] }
      const model = transcribers.inUse()?.model ?? null
      const [judged] = await modelAnswers.find([verdictKey(take.id)], model)
      if (!judged) return { heard: null, differences: [] }
      const verdict = Verdict.safeParse(JSON.parse(judged.answer)).data
      const keys = Array.from({ length: mostHearings }, (_, index) =>
        hearingKey(take.id, index + 1),
      )
      // Those that it was judged by: another listener has heard it otherwise.
      const hearings = await modelAnswers.find(keys, judged.model)
      const heard = hearings
        .filter((each) => each.model === judged.model)
        .flatMap(({ answer }) => KeptHearing.safeParse(JSON.parse(answer)).data ?? [])
        .at(-1)
      return { heard: heard?.text ?? null, differences: verdict?.differences ?? [] }
    },
  }
}
