// What a restart must know of the queue, as the store keeps it.
import { QueueMemory, type QueuedBook } from '../../../contract/index.ts'
import type { ProjectStore } from '../../ports/projects.ts'
import { recallAs } from '../recall-as.ts'

const fact = 'queue'

/** An empty queue where nothing is remembered, or nothing that can be read. */
export async function recallQueue(projects: Pick<ProjectStore, 'recall'>): Promise<QueueMemory> {
  const known = await recallAs(projects, fact, QueueMemory)
  return known ?? { books: [], isPaused: false, exports: false, paces: {} }
}

export const rememberQueue = (
  projects: Pick<ProjectStore, 'remember'>,
  memory: QueueMemory,
): Promise<void> => projects.remember(fact, JSON.stringify(memory))

export const queuedBook = (projectId: string, mayCost: boolean): QueuedBook => ({
  ...{ projectId, mayCost },
  ...{ ending: null, begun: false, isExporting: false },
})
