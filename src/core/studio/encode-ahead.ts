// Encodes groups as they become complete while the rest is still being spoken.
import type { ExportFormat, Project } from '../../contract/index.ts'
import { failureOf } from '../base/failure-error.ts'
import type { Encoding } from '../ports/codecs.ts'
import { renderRate } from '../../contract/index.ts'
import type { StudioParts } from './studio-parts.ts'

/** AAC at 64 kbit/s mono is transparent for speech at 24 kHz by the measurements the house has. */
export function encodingOf(format: ExportFormat): Encoding {
  return format === 'm4b'
    ? { codec: 'aac', bitRate: 64_000, sampleRate: renderRate }
    : { codec: 'pcm', sampleRate: renderRate }
}

/** A chapter is looked at again after this many of its segments have become ready. */
const lookEvery = 24

export type EncodeAhead = {
  /** `count` more segments of the chapter need no speaking any more. */
  onReady(chapterId: string, count: number): void
  /** Resolves when all that could be encoded is. */
  finish(): Promise<void>
}

/** Trouble here is only logged: the export meets it again and words it. */
export function createEncodeAhead(
  parts: StudioParts,
  project: Project,
  format: ExportFormat,
  signal: AbortSignal,
): EncodeAhead {
  const { context, plans } = parts
  const encoding = encodingOf(format)
  const segments = new Map(project.chapters.map(({ id, segments }) => [id, segments]))
  const begun = new Set<string>()
  const ready = new Map<string, number>()
  let looking = Promise.resolve()
  const underWay = new Set<Promise<unknown>>()

  const look = async (chapterId: string) => {
    if (signal.aborted) return
    const planned = await plans.plan(project, chapterId, { stale: false }, signal)
    const missing = new Set(planned.missing.map(({ segment }) => segment.id))
    for (const group of planned.plan.groups) {
      if (begun.has(group.key) || group.clips.some(({ segmentId }) => missing.has(segmentId)))
        continue
      begun.add(group.key)
      const work = context.codecs
        .encodeGroup(group, encoding, signal)
        .catch((error: unknown) =>
          context.log.debug('encoding ahead', { failure: failureOf(error) }),
        )
      underWay.add(work)
      void work.finally(() => underWay.delete(work))
    }
  }
  const schedule = (chapterId: string) => {
    looking = looking
      .then(() => look(chapterId))
      .catch((error: unknown) => context.log.debug('planning ahead', { failure: failureOf(error) }))
  }

  return {
    onReady(chapterId, count) {
      const before = ready.get(chapterId) ?? 0
      const now = before + count
      ready.set(chapterId, now)
      const passed = Math.floor(now / lookEvery) > Math.floor(before / lookEvery)
      if (passed || now === segments.get(chapterId)) schedule(chapterId)
    },
    async finish() {
      await looking
      await Promise.all(underWay)
    },
  }
}
