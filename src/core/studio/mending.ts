// A stored take that did not pass its check is dropped, spoken again, and said.
import type { Project } from '../../contract/index.ts'
import { FailureError } from '../base/failure-error.ts'
import { recipeOfTake } from '../speech/recipe.ts'
import type { StudioParts } from './studio-parts.ts'
import { takeOrder } from './take-order.ts'

/** How often damaged takes of one chapter are made again before the work is given up. */
const mendings = 3

export type MendingPlace = { project: Project; chapterId: string; signal: AbortSignal }

/** Does `work`, and does it again when a take of the chapter it needs was damaged and has been mended. */
export async function withMending<T>(
  parts: StudioParts,
  place: MendingPlace,
  work: () => Promise<T>,
): Promise<T> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await work()
    } catch (error) {
      const damaged = error instanceof FailureError && error.failure.code === 'take-damaged'
      if (!damaged || attempt > mendings) throw error
      await mend(parts, place, String(error.failure.params['takeId']))
    }
  }
}

async function mend(parts: StudioParts, place: MendingPlace, takeId: string): Promise<void> {
  const { context, resolver, voices, maker } = parts
  const { project, chapterId, signal } = place
  context.log.warn('a stored take was damaged and is spoken again', { takeId })
  await context.takes.drop(takeId)
  const chapter = project.chapters.find(({ id }) => id === chapterId)
  if (!chapter) return
  const { firstPosition: from, segments: count } = chapter
  const rowsNow = () => resolver.settle(project.id, { from, count })
  const rendition = recipeOfTake(takeId)?.rendition ?? 1
  for (const row of await rowsNow()) {
    if (row.take || row.wantedTakeId !== takeId) continue
    await maker.make(await takeOrder(voices, project, row, rendition), signal).kept
  }
  await rowsNow()
}
