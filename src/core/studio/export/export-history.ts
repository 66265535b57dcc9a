// What was exported of each book, remembered over restarts until the book is removed.
import {
  EncodingWish,
  RememberedExports,
  type Job,
  type PastExport,
  type RememberedExport,
} from '../../../contract/index.ts'
import { wishInFull } from '../../export/acx.ts'
import { fail, failureOf } from '../../base/failure-error.ts'
import type { ProjectStore } from '../../ports/projects.ts'
import { recallAs } from '../recall-as.ts'
import type { StudioParts } from '../studio-parts.ts'

/** So many of each book. */
const kept = 10

type Finished = {
  wish: EncodingWish
  result: NonNullable<Job['result']>
  /** Null for what a browser has fetched. */
  path: string | null
}

const factOf = (projectId: string): string => `exports/${projectId}`

/** An export does not fail for not being remembered: that is only logged. */
export async function rememberExport(
  { context, turns }: StudioParts,
  projectId: string,
  { wish, result, path }: Finished,
): Promise<void> {
  const { projects, clock, newId, log } = context
  const { file: name, bytes, durationSeconds, files = 1 } = result
  const own: RememberedExport = {
    ...{ id: newId(), name, format: wishInFull(wish).format, finishedAt: clock.now() },
    ...{ bytes, durationSeconds, files, path },
    wish: EncodingWish.parse(wish),
  }
  const fact = factOf(projectId)
  // In turn: of two that end at once none is lost.
  const write = async () => {
    const before = await recall(projects, fact)
    await projects.remember(fact, JSON.stringify([own, ...before].slice(0, kept)))
  }
  await turns(fact, write).catch((error: unknown) => {
    log.warn('an export could not be remembered', { failure: failureOf(error) })
  })
}

/** The last first. */
export async function pastExports(
  { context }: StudioParts,
  projectId: string,
): Promise<PastExport[]> {
  const known = await recall(context.projects, factOf(projectId))
  const placeOf = async (path: string | null) => {
    if (path === null) return 'fetched'
    return (await context.exportFolders.has(path)) ? 'there' : 'gone'
  }
  return Promise.all(
    known.map(async ({ path, wish: _, ...rest }) => ({ ...rest, place: await placeOf(path) })),
  )
}

/** How the last one was encoded; an M4B as it is usual where there is none. */
export async function usualEncoding(
  { context }: StudioParts,
  projectId: string,
): Promise<EncodingWish> {
  const [last] = await recall(context.projects, factOf(projectId))
  return last?.wish ?? { format: 'm4b' }
}

/** A ticket to show it in its folder. Fails with `not-found`, and with `file-missing` where it is gone. */
export async function findExport(
  { context }: StudioParts,
  projectId: string,
  exportId: string,
): Promise<string> {
  const known = await recall(context.projects, factOf(projectId))
  const found = known.find(({ id }) => id === exportId)
  if (!found?.path) throw fail('not-found', { kind: 'file' })
  if (!(await context.exportFolders.has(found.path)))
    throw fail('file-missing', { name: found.name })
  return context.tickets.issue('finished', found.path)
}

/** With its book; the files stay where they are. */
export const forgetExports = ({ context }: StudioParts, projectId: string): Promise<void> =>
  context.projects.forget(factOf(projectId))

const recall = async (projects: Pick<ProjectStore, 'recall'>, fact: string) =>
  (await recallAs(projects, fact, RememberedExports)) ?? []
