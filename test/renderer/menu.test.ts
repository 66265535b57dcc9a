// What the system's menu is told of the page, and what a press in it does.
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import type { ToldDeed } from '../../src/contract/index.ts'
import { followMenu } from '../../src/renderer/src/hooks/use-menu.ts'
import { createStore } from '../../src/renderer/src/client/store.ts'
import { createDeeds } from '../../src/renderer/src/state/deeds.ts'
import { mirrorKeys } from '../../src/renderer/src/state/keys.ts'
import { studioByHand } from './studio-by-hand.ts'

/** Whether a dialog is over the page. */
let isOver = false

beforeEach(() => {
  isOver = false
  vi.useFakeTimers()
  vi.stubGlobal('document', {
    documentElement: new EventTarget(),
    activeElement: null,
    body: { closest: () => null },
    querySelector: () => (isOver ? {} : null),
  })
})
afterEach(() => {
  vi.useRealTimers()
  vi.unstubAllGlobals()
})

function menu() {
  const { connection, say } = studioByHand()
  const deeds = createDeeds()
  const keys = mirrorKeys(connection, createStore(new Map()))
  const told: (readonly ToldDeed[])[] = []
  const end = followMenu({ connection, deeds, keys }, async (now) => void told.push(now))
  const done: string[] = []
  return {
    deeds,
    done,
    end,
    told,
    choose: (deed: 'export' | 'review') => say('menu.chosen', { deed }),
    /** As a part of the page does that is shown from now on; returns its end. */
    show: (name: string) => deeds.offer(() => ({ export: () => done.push(`export ${name}`) })),
    can: () => told.at(-1)?.find(({ id }) => id === 'export')?.can,
  }
}

it('the menu is told what can be done, once for each time that it is something else', () => {
  const { can, deeds, end, show, told } = menu()
  vi.runAllTimers()
  expect(can()).toBe(false)
  const hide = show('studio')
  deeds.changed()
  vi.runAllTimers()
  expect(can()).toBe(true)
  deeds.changed()
  vi.runAllTimers()
  expect(told).toHaveLength(2)
  isOver = true
  hide()
  vi.runAllTimers()
  expect(can()).toBe(false)
  end()
  show('studio')
  vi.runAllTimers()
  expect(told).toHaveLength(3)
})

it('a press is done at once by whoever offers it', () => {
  const { choose, done, show } = menu()
  show('studio')
  choose('export')
  expect(done).toEqual(['export studio'])
})

it('a press that nobody offers just then is done by whoever offers it next, once', () => {
  const { choose, deeds, done, show } = menu()
  show('studio')()
  choose('export')
  deeds.changed()
  expect(done).toEqual([])
  show('new studio')
  deeds.changed()
  vi.runAllTimers()
  deeds.changed()
  expect(done).toEqual(['export new studio'])
})

it('a press that nobody offers for a while is left', () => {
  const { choose, done, show } = menu()
  choose('export')
  vi.runAllTimers()
  show('studio')
  expect(done).toEqual([])
})

it('a press that had to wait is not done below a dialog, nor after another one, nor when the page ends', () => {
  const { choose, done, end, show } = menu()
  choose('export')
  isOver = true
  show('studio')()
  isOver = false
  expect(done).toEqual([])
  choose('review')
  show('studio')()
  expect(done).toEqual([])
  choose('export')
  expect(done).toEqual([])
  end()
  show('studio')
  expect(done).toEqual([])
})
