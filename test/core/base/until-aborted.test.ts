// Waiting for work that goes on without whoever waits.
import { getEventListeners } from 'node:events'
import { expect, test } from 'vitest'
import { untilAborted } from '../../../src/core/base/until-aborted.ts'

const listenersOf = (signal: AbortSignal) => getEventListeners(signal, 'abort').length
const enough = new Error('enough')

test('comes to its end as the work does, and leaves nothing at the signal', async () => {
  const { signal } = new AbortController()
  const work = Promise.withResolvers<string>()
  const waiting = untilAborted(work.promise, signal)
  expect(listenersOf(signal)).toBe(1)
  work.resolve('done')
  expect(await waiting).toBe('done')
  await expect(untilAborted(Promise.reject(new Error('broken')), signal)).rejects.toThrow('broken')
  expect(listenersOf(signal)).toBe(0)
})

test('is left with the reason of the signal, while the work goes on', async () => {
  const given = new AbortController()
  const work = Promise.withResolvers<string>()
  const waiting = untilAborted(work.promise, given.signal)
  const patient = untilAborted(work.promise, new AbortController().signal)
  given.abort(enough)
  await expect(waiting).rejects.toBe(enough)
  expect(listenersOf(given.signal)).toBe(0)
  work.resolve('done')
  expect(await patient).toBe('done')
})

test('is left at once where the signal was aborted before, whatever becomes of the work', async () => {
  const signal = AbortSignal.abort(enough)
  await expect(untilAborted(new Promise(() => {}), signal)).rejects.toBe(enough)
  await expect(untilAborted(Promise.reject(new Error('broken')), signal)).rejects.toBe(enough)
  expect(listenersOf(signal)).toBe(0)
})
