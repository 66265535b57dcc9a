// A passage with the book's sound and without it, at the same places: for hearing what the sound does.
import {
  soundPresets,
  type CommandReply,
  type Project,
  type SoundSettings,
  type Stretch,
  mediaAddresses,
} from '../../../contract/index.ts'
import { fail } from '../../base/failure-error.ts'
import { passageOf } from '../../master/passage.ts'
import type { PlannedChapter } from './chapter-plans.ts'
import { ensureSound } from '../narration/ensure-sound.ts'
import { withMending } from '../takes/mending.ts'
import { rowById } from '../document/project-rows.ts'
import type { StudioParts } from '../studio-parts.ts'

/** About so much is heard. */
const passageSeconds = 20

/** Levels and filters of untouched voices; the pauses stay, so that both are as long. */
function withoutSound(sound: SoundSettings): SoundSettings {
  const { loudnessLufs, ceilingDb, highPassHz, compression, roomToneDb } = soundPresets.untouched
  return { ...sound, loudnessLufs, ceilingDb, highPassHz, compression, roomToneDb }
}

const untouched = ({ chapters, ...project }: Project): Project => ({
  ...project,
  sound: withoutSound(project.sound),
  chapters: chapters.map(({ gainDb: _, ...chapter }) => chapter),
})

/** Where nothing is spoken from the segment on, the next one with words is spoken now, as for playing. */
export async function compareSound(
  parts: StudioParts,
  { projectId, segmentId }: { projectId: string; segmentId: string },
): Promise<CommandReply<'sound.compare'>> {
  const { context, plans } = parts
  const { signal } = context.scope
  const project = await context.projects.read(projectId)
  const { chapterId, position } = await rowById(context.projects, projectId, segmentId)
  const planOf = (how: Project) => plans.plan(how, chapterId, { stale: true }, signal)
  const isAhead = ({ segment }: PlannedChapter['rows'][number]) => segment.position >= position

  return withMending(parts, { project, chapterId, signal }, async () => {
    let planned = await planOf(project)
    if (!planned.rows.some((row) => isAhead(row) && hasSound(row))) {
      const next = planned.rows.find((row) => isAhead(row) && row.state === 'waiting')
      if (!next) throw fail('nothing-to-speak')
      await ensureSound(parts, project, next.segment.id)
      planned = await planOf(project)
    }
    const first = planned.rows.find((row) => isAhead(row) && hasSound(row))
    if (!first) throw fail('nothing-to-speak')
    const { id } = first.segment
    const made = async (chapter: PlannedChapter) => {
      const passage = heardFrom(parts, projectId, chapter, id)
      const { key, samples, sampleRate } = passage
      await context.codecs.renderPreview(passage, signal)
      const address = mediaAddresses.segment(projectId, { chapterId, segmentId: id, key })
      return { address, seconds: samples / sampleRate }
    }
    const shaped = await made(planned)
    const plain = await made(await planOf(untouched(project)))
    return {
      ...{ segmentId: id, durationSeconds: shaped.seconds },
      ...{ shaped: shaped.address, untouched: plain.address },
    }
  })
}

const hasSound = ({ take, stale }: PlannedChapter['rows'][number]): boolean =>
  take !== null || stale !== null

/** Up to the next segment that has no sound, or as many as are long enough. */
function heardFrom(
  { plans }: StudioParts,
  projectId: string,
  planned: PlannedChapter,
  segmentId: string,
): Stretch {
  const heard = plans.mastered(projectId, planned)
  const from = heard.findIndex(({ span }) => span.segmentId === segmentId)
  const stretches: Stretch[] = []
  let seconds = 0
  for (const { span, stretch } of heard.slice(from)) {
    if (span.address === null || seconds >= passageSeconds) break
    stretches.push(stretch)
    seconds += span.durationSeconds
  }
  const passage = passageOf(stretches)
  if (!passage) throw fail('nothing-to-speak')
  return passage
}
