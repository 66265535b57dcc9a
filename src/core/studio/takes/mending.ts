// A stored take that did not pass its check is dropped, spoken again, and said; a recording cannot be.
import type { Project } from '../../../contract/index.ts'
import { fail, FailureError } from '../../base/failure-error.ts'
import { recipeOfTake } from '../../speech/recipe.ts'
import type { StudioParts } from '../studio-parts.ts'
import { takeOrder } from './take-order.ts'

/** So much of a line tells which one it is. */
const namedCharacters = 80

export type MendingPlace = { project: Project; chapterId: string; signal: AbortSignal }

/**
 * Does `work`, and does it again when a take of the chapter it needs was damaged and has been mended: as often as
 * it is another take. Fails with `recording-damaged` where no voice can speak it, and drops nothing then.
 */
export async function withMending<T>(
  parts: StudioParts,
  place: MendingPlace,
  work: () => Promise<T>,
): Promise<T> {
  const mended = new Set<string>()
  for (;;) {
    try {
      return await work()
    } catch (error) {
      const damaged = error instanceof FailureError && error.failure.code === 'take-damaged'
      if (!damaged) throw error
      const takeId = String(error.failure.params['takeId'])
      if (mended.has(takeId)) throw error
      mended.add(takeId)
      await mend(parts, place, takeId)
    }
  }
}

async function mend(parts: StudioParts, place: MendingPlace, takeId: string): Promise<void> {
  const { context, resolver, voices, maker } = parts
  const { project, chapterId, signal } = place
  const recipe = recipeOfTake(takeId)
  const chapter = project.chapters.find(({ id }) => id === chapterId)
  const rowsNow = async () =>
    chapter
      ? resolver.settle(project.id, { from: chapter.firstPosition, count: chapter.segments })
      : []
  if (recipe === null) {
    const row = (await rowsNow()).find(({ take, stale }) => (take ?? stale)?.id === takeId)
    const text = row?.segment.text.slice(0, namedCharacters).trim() ?? takeId
    throw fail('recording-damaged', { text }, takeId)
  }
  context.log.warn('a stored take was damaged and is spoken again', { takeId })
  await context.takes.drop(takeId)
  for (const row of await rowsNow()) {
    if (row.take || row.wantedTakeId !== takeId) continue
    await maker.make(await takeOrder(voices, project, row, recipe.rendition), signal).kept
  }
  await rowsNow()
}
