// Where the person is, kept in the address after `#`, so that reloading stays there.
import { createStore, type Readable } from '../client/store.ts'

export type Route =
  | { screen: 'library' }
  /** `play`: begin to play as soon as the book is open. */
  | { screen: 'studio'; projectId: string; play: boolean }
  /** The same book, looked through before it is narrated. */
  | { screen: 'review'; projectId: string }
  | { screen: 'settings' }
  /** `server`: the one whose form is open; `new`: a form for another one. */
  | { screen: 'voices'; server: string | null }

export function parseRoute(hash: string): Route {
  const [path = '', query = ''] = hash.replace(/^#\/?/, '').split('?')
  const [head, id, part] = path.split('/')
  if (head === 'settings') return { screen: 'settings' }
  if (head === 'voices')
    return {
      screen: 'voices',
      server: id === undefined || id === '' ? null : decodeURIComponent(id),
    }
  if (head === 'book' && id !== undefined && id !== '' && part === 'review')
    return { screen: 'review', projectId: decodeURIComponent(id) }
  if (head === 'book' && id !== undefined && id !== '')
    return { screen: 'studio', projectId: decodeURIComponent(id), play: query === 'play' }
  return { screen: 'library' }
}

export function formatRoute(route: Route): string {
  if (route.screen === 'settings') return '#/settings'
  if (route.screen === 'library') return '#/'
  if (route.screen === 'voices')
    return route.server === null ? '#/voices' : `#/voices/${encodeURIComponent(route.server)}`
  if (route.screen === 'review') return `#/book/${encodeURIComponent(route.projectId)}/review`
  return `#/book/${encodeURIComponent(route.projectId)}${route.play ? '?play' : ''}`
}

/**
 * The import that the address promises, `#/import/JOB`: its book is opened when it is there. Taken once, so
 * that reloading does not open it again.
 */
export function takeExpectedImport(page: Window): string | null {
  const jobId = /^#\/import\/([^/]+)$/.exec(page.location.hash)?.[1]
  if (jobId === undefined) return null
  page.history.replaceState(null, '', formatRoute({ screen: 'library' }))
  return decodeURIComponent(jobId)
}

/** Whether the address asks to write a script, `#/write`, as a start of the desktop app may. Taken once. */
export function takeWriting(page: Window): boolean {
  if (page.location.hash !== '#/write') return false
  page.history.replaceState(null, '', formatRoute({ screen: 'library' }))
  return true
}

export type Router = Readable<Route> & {
  go(route: Route): void
  /** Forgets the wish to play, so that reloading does not play again. */
  played(): void
}

/** Follows the page's address for as long as the page lives. */
export function createRouter(page: Window): Router {
  const store = createStore(parseRoute(page.location.hash))
  page.addEventListener('hashchange', () => store.set(parseRoute(page.location.hash)))
  return {
    get: store.get,
    subscribe: store.subscribe,
    go: (route) => void (page.location.hash = formatRoute(route)),
    played() {
      const route = store.get()
      if (route.screen !== 'studio' || !route.play) return
      const quiet: Route = { ...route, play: false }
      page.history.replaceState(null, '', formatRoute(quiet))
      store.set(quiet)
    },
  }
}
