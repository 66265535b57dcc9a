// What speaking would need, before any voice is asked.
import type { CommandReply, SpeechScope } from '../../contract/index.ts'
import { rangesOf } from './scope-ranges.ts'
import { charactersOf } from './speaking-parts.ts'
import type { StudioParts } from './studio-parts.ts'
import { voiceOf } from './voice-desk.ts'

const pageSize = 500

/** Walks the rows page by page; the time is told from the pace of this session. */
export async function estimateSpeech(
  parts: StudioParts,
  projectId: string,
  scope: SpeechScope,
): Promise<CommandReply<'speech.estimate'>> {
  const { context, resolver, voices, meter } = parts
  const project = await context.projects.read(projectId)
  const { provider } = await voices.find(voiceOf(project))
  let segments = 0
  let ready = 0
  let characters = 0
  for (const range of await rangesOf(project, scope, context.projects))
    for (let from = range.from; from < range.to; from += pageSize) {
      const count = Math.min(pageSize, range.to - from)
      const page = await context.projects.segments(projectId, from, count)
      for (const { state, spoken } of await resolver.resolve(project, page)) {
        segments += 1
        if (state === 'ready' || state === 'skipped') ready += 1
        else characters += charactersOf(spoken)
      }
    }
  const { price } = provider.capabilities
  const pace = meter.read().charactersPerSecond
  return {
    segments,
    ready,
    characters,
    cost: price && { amount: (characters / 1e6) * price.perMillionCharacters, price },
    seconds: pace > 0 ? characters / pace : null,
  }
}
