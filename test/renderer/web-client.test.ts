// The link to a studio over HTTP, as the browser's own parts tell of it.
import { afterEach, expect, it, vi } from 'vitest'
import { connectWeb } from '../../src/renderer/src/client/web-client.ts'

/** A stream that the browser has given up, as it does on any answer that is none. */
class ClosedStream {
  static readonly CLOSED = 2
  readonly readyState = 2
  onerror: (() => void) | null = null
  constructor() {
    queueMicrotask(() => this.onerror?.())
  }
}

afterEach(() => {
  vi.unstubAllGlobals()
  vi.useRealTimers()
})

it.each([
  ['refused where a studio knows nothing of this page', 401, 'refused'],
  ['lost where a studio is in trouble', 503, 'lost'],
  ['lost where nothing answers', null, 'lost'],
])('is %s', async (_, status, state) => {
  vi.useFakeTimers()
  vi.stubGlobal('EventSource', ClosedStream)
  vi.stubGlobal('fetch', () =>
    status === null
      ? Promise.reject(new TypeError('offline'))
      : Promise.resolve(new Response('', { status })),
  )
  const { link } = connectWeb()
  await vi.waitUntil(() => link.get() !== 'opening')
  expect(link.get()).toBe(state)
})
