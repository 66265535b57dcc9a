// How the farm stands is told in the order in which it came to be so.
import { expect, test } from 'vitest'
import type { FarmView } from '../../../src/contract/index.ts'
import { createEmitter } from '../../../src/core/base/emitter.ts'
import { createScope } from '../../../src/core/base/scope.ts'
import { tellOfFarm } from '../../../src/core/studio/farm-news.ts'
import type { StudioEvents } from '../../../src/core/studio/studio-context.ts'
import { silentLog } from '../../fixtures/silent-log.ts'

/** A farm whose views take as long as the test says: its state is read when a view is begun. */
function slowFarm() {
  let state: FarmView['state'] = 'connecting'
  let change = () => {}
  const views: PromiseWithResolvers<FarmView>[] = []
  const scope = createScope()
  const events = createEmitter<StudioEvents>((error) => {
    throw error
  })
  const heard: string[] = []
  const warned: string[] = []
  const farm = {
    view() {
      const view = Promise.withResolvers<FarmView>()
      const { resolve } = view
      const seen = { state } as FarmView
      views.push({ ...view, resolve: () => resolve(seen) })
      return view.promise
    },
    onChange(listener: () => void) {
      change = listener
      return () => (change = () => {})
    },
  }
  const log = { ...silentLog, warn: (message: string) => void warned.push(message) }
  tellOfFarm({ farm: farm as never, events, scope, log })
  return {
    ...{ scope, views, heard, warned },
    listen: () => events.on('farm.changed', ({ farm: { state: told } }) => void heard.push(told)),
    become(next: FarmView['state']) {
      state = next
      change()
    },
    settle: () => new Promise((resolve) => setImmediate(resolve)),
  }
}

test('an older view never follows a newer one, and the newest is told', async () => {
  const { listen, become, views, heard, settle, scope } = slowFarm()
  listen()
  become('connected')
  become('connecting')
  become('away')
  // Whichever could be seen first: were there several, the last would overtake the first.
  for (let round = 0; round < 3; round += 1) {
    views.toReversed().forEach((view) => view.resolve({} as FarmView))
    await settle()
  }
  expect(heard.at(-1)).toBe('away')
  expect(views).toHaveLength(2)
  await scope.dispose()
})

test('a view that fails is logged, and the next change is told again', async () => {
  const { listen, become, views, heard, warned, settle, scope } = slowFarm()
  listen()
  become('connected')
  views[0]?.reject(new Error('the line broke'))
  await settle()
  expect(warned).toHaveLength(1)
  become('away')
  views[1]?.resolve({} as FarmView)
  await settle()
  expect(heard).toEqual(['away'])
  await scope.dispose()
})

test('what nobody hears, or hears no more, is not looked at', async () => {
  const { listen, become, views, settle, scope } = slowFarm()
  become('connected')
  expect(views).toHaveLength(0)
  listen()
  become('away')
  become('connected')
  await scope.dispose()
  views[0]?.resolve({} as FarmView)
  await settle()
  expect(views).toHaveLength(1)
})
