// queue.*: books that are narrated one after another.
import type { BookQueue } from '../queue/book-queue.ts'
import type { HandlersOf } from '../handlers.ts'

/** `queue` answers once the studio has taken up what it left open. */
export function queueCommands(
  queue: () => BookQueue,
): HandlersOf<
  | 'queue.read'
  | 'queue.add'
  | 'queue.remove'
  | 'queue.move'
  | 'queue.pause'
  | 'queue.resume'
  | 'queue.export'
> {
  return {
    'queue.read': async () => queue().read(),
    'queue.add': ({ projectIds, mayCost = false }) => queue().add(projectIds, mayCost),
    'queue.remove': ({ projectIds }) => queue().remove(projectIds),
    'queue.move': ({ projectId, places }) => queue().move(projectId, places),
    'queue.pause': () => queue().pause(),
    'queue.resume': ({ projectId }) => queue().resume(projectId),
    'queue.export': ({ exports }) => queue().setExports(exports),
  }
}
