// listen.*: the transcription server, and what it hears in the takes of a book.
import { z } from 'zod'
import { HeardDifference } from '../../../contract/index.ts'
import { mostHearings } from '../../listen/judge-hearing.ts'
import { rowById } from '../document/project-rows.ts'
import type { HandlersOf } from '../handlers.ts'
import { estimateListening, startListening } from '../listening/start-listening.ts'
import { hearingKey, verdictKey } from '../listening/takes-to-hear.ts'
import type { StudioParts } from '../studio-parts.ts'

const Verdict = z.object({ differences: z.array(HeardDifference) })
const Hearing = z.object({ text: z.string() })

export function listenCommands(
  parts: StudioParts,
): HandlersOf<
  | 'listen.transcriber'
  | 'listen.setTranscriber'
  | 'listen.removeTranscriber'
  | 'listen.setKey'
  | 'listen.check'
  | 'listen.estimate'
  | 'listen.start'
  | 'listen.heard'
> {
  const { context, resolver } = parts
  const { transcribers, modelAnswers, projects, scope } = context
  return {
    'listen.transcriber': () => transcribers.view(),
    'listen.setTranscriber': ({ transcriber }) => transcribers.set(transcriber),
    'listen.removeTranscriber': () => transcribers.set(null),
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
      const hearings = Array.from({ length: mostHearings }, (_, index) =>
        hearingKey(take.id, index + 1),
      )
      const found = await modelAnswers.find([...hearings, verdictKey(take.id)], model)
      const answers = new Map(found.map(({ key, answer }) => [key, JSON.parse(answer) as unknown]))
      const heard = hearings.flatMap((key) => Hearing.safeParse(answers.get(key)).data ?? []).at(-1)
      const verdict = Verdict.safeParse(answers.get(verdictKey(take.id))).data
      return { heard: heard?.text ?? null, differences: verdict?.differences ?? [] }
    },
  }
}
