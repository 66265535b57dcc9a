// Which world of a page the stand-in speaks to, and that what is thrown there is heard of.
import { expect, it } from 'vitest'
import { followPreloadWorld } from './preload-world.ts'

/** A page of the debugger, played by hand; `answer` is what it says to whoever evaluates. */
function page(answer: object = {}) {
  const listeners = new Map<string, (params: never) => void>()
  const asked: (Record<string, unknown> | undefined)[] = []
  const world = followPreloadWorld(
    {
      async send<T>(_: string, params?: Record<string, unknown>) {
        asked.push(params)
        return answer as T
      },
      on: (method, listener) => void listeners.set(method, listener as (params: never) => void),
    },
    'main-frame',
  )
  const say = (method: string, params: object = {}) =>
    listeners.get(`Runtime.${method}`)?.(params as never)
  const created = (uniqueId: string, frameId: string, isDefault = false, name = 'preload') =>
    say('executionContextCreated', {
      context: { id: 1, uniqueId, name, auxData: { isDefault, frameId } },
    })
  return { world, asked, created, say }
}

it('the world spoken to is the preload’s of the main frame, whatever other frames and worlds come', async () => {
  const { world, asked, created } = page()
  created('wanted', 'main-frame')
  created('of-a-frame', 'another-frame')
  created('of-the-page', 'main-frame', true)
  created('of-a-tool', 'main-frame', false, 'tool')
  await world.evaluate('1')
  expect(asked).toEqual([{ expression: '1', uniqueContextId: 'wanted' }])
})

it('the end of a world of before, of the same number in another process, is not that of the one now', () => {
  const { world, created, say } = page()
  created('first', 'main-frame')
  created('second', 'main-frame')
  say('executionContextDestroyed', { executionContextId: 1, executionContextUniqueId: 'first' })
  expect(world.now()).toBe('second')
  say('executionContextDestroyed', { executionContextId: 1, executionContextUniqueId: 'second' })
  expect(world.now()).toBeNull()
})

it('what is thrown in it, and that there is none, is said to whoever speaks to it', async () => {
  const { world, created, say } = page({
    exceptionDetails: { text: 'Uncaught', exception: { description: 'Error: not so' } },
  })
  await expect(world.evaluate('1')).rejects.toThrow('there is no page')
  created('wanted', 'main-frame')
  await expect(world.evaluate('1')).rejects.toThrow('Error: not so')
  say('executionContextsCleared')
  await expect(world.evaluate('1')).rejects.toThrow('there is no page')
})
