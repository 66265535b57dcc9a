// A folder for ACX that does not pass, mended where Lectern can: gains and sound set, exported again, and said.
import { acxMendingText, type ChapterGain, type Job, type Project } from '../contract/index.ts'
import type { Call } from './follow-job.ts'

/** Each round measures what the one before has come to; more of them find nothing new. */
const mostRounds = 2

/** Gains that were set, with what their chapters are called. */
export type Levelled = ChapterGain & { title: string }

/** `tell` hears what is changed. Answers with the last export, every gain that was set, and whether the sound was. */
export async function mendAcx(
  first: Job,
  { chapters, sound }: Pick<Project, 'chapters' | 'sound'>,
  door: {
    call: Call
    follow: (started: { jobId: string }) => Promise<Job>
    tell: (line: string) => void
  },
): Promise<{ exported: Job; levelled: Levelled[]; isShaped: boolean }> {
  const titleOf = (id: string) => chapters.find((chapter) => chapter.id === id)?.title || 'Untitled'
  const levelled = new Map<string, Levelled>()
  let exported = first
  let before = sound
  let isShaped = false
  for (let round = 0; round < mostRounds; round++) {
    const mending = exported.result?.acx?.mending
    if (!mending) break
    door.tell(
      `ACX asks for more: Lectern sets ${acxMendingText(mending, before, titleOf)}, and exports again.`,
    )
    before = mending.sound ?? before
    isShaped ||= mending.sound !== undefined
    exported = await door.follow(await door.call('export.mend', { jobId: exported.id }))
    for (const gain of mending.gains)
      levelled.set(gain.chapterId, { ...gain, title: titleOf(gain.chapterId) })
  }
  return { exported, levelled: [...levelled.values()], isShaped }
}
