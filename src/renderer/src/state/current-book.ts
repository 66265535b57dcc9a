// The book that is open: from its studio until the library or another book is shown.
import type { OpenBook } from './open-book.ts'
import type { Router } from './route.ts'
import { createStore, type Readable } from '../client/store.ts'

/** Follows the route as long as the page lives; a look at settings or voices leaves the book open. */
export function followRoute(
  router: Router,
  open: (projectId: string) => OpenBook,
): Readable<OpenBook | null> {
  const store = createStore<OpenBook | null>(null)
  const follow = () => {
    const route = router.get()
    const now = store.get()
    if (route.screen === 'settings' || route.screen === 'voices') return
    const projectId = 'projectId' in route ? route.projectId : null
    if (now?.projectId === projectId) return
    store.set(projectId === null ? null : open(projectId))
    now?.dispose()
  }
  router.subscribe(follow)
  follow()
  return store
}
