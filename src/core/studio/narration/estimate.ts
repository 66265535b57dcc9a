// What speaking would need, before any voice is asked.
import type { CommandReply, Price, SpeechScope } from '../../../contract/index.ts'
import { createDiskNeed } from './disk-need.ts'
import { rangesOf } from './scope-ranges.ts'
import { charactersOf } from '../takes/speaking-parts.ts'
import type { StudioParts } from '../studio-parts.ts'

const pageSize = 500

/** Walks the rows page by page; the time is told from the pace of this session. */
export async function estimateSpeech(
  parts: StudioParts,
  projectId: string,
  scope: SpeechScope,
): Promise<CommandReply<'speech.estimate'>> {
  const { context, resolver, voices, meter } = parts
  const project = await context.projects.read(projectId)
  await voices.find(project.voice)
  const disk = createDiskNeed(context.takes)
  let segments = 0
  let ready = 0
  let characters = 0
  /** Characters by what they cost. */
  const bill = new Map<Price, number>()
  for (const range of await rangesOf(project, scope, context.projects))
    for (let from = range.from; from < range.to; from += pageSize) {
      const count = Math.min(pageSize, range.to - from)
      const page = await context.projects.segments(projectId, from, count)
      for (const { state, spoken, voice, take } of await resolver.resolve(project, page)) {
        segments += 1
        if (state === 'ready' || state === 'skipped') {
          ready += 1
          if (take) disk.note(take.id, charactersOf(spoken))
          continue
        }
        const length = charactersOf(spoken)
        characters += length
        const price = voices.providerOf(voice)?.capabilities.price
        if (price) bill.set(price, (bill.get(price) ?? 0) + length)
      }
    }
  const [first] = bill.keys()
  const amount = [...bill].reduce(
    (sum, [price, length]) => sum + (length / 1e6) * price.perMillionCharacters,
    0,
  )
  const pace = meter.read().charactersPerSecond
  return {
    segments,
    ready,
    characters,
    // Prices in several currencies are nobody's case yet: the first one names the sum.
    cost: first ? { amount, price: first } : null,
    seconds: pace > 0 ? characters / pace : null,
    disk: { bytes: await disk.bytesFor(characters), freeBytes: await context.freeDisk() },
  }
}
