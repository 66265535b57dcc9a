// The native menu as it lives: told by the page, kept open while it is looked at, and of use without a window.
import { beforeEach, describe, expect, it, vi } from 'vitest'
import type { DeedId, ToldDeed } from '../../src/contract/index.ts'
import { openMenu } from '../../src/main/menu.ts'
import { ownWords } from '../../src/main/own-words.ts'
import { Menu, type MenuItem } from '../stand-in/menu.ts'

vi.mock('electron', async () => ({
  ...(await import('../stand-in/menu.ts')),
  ...{ app: { isPackaged: true }, shell: {} },
}))

const told = (id: DeedId, can: boolean): ToldDeed => ({ id, group: 'studio', keys: [], can })

function open() {
  const listeners: (() => void)[] = []
  const there = { hasWindow: true, language: 'en', done: [] as unknown[] }
  const menu = openMenu({
    words: {
      now: () => ownWords(there.language, []),
      whenOther: (listener) => void listeners.push(listener),
    },
    hasWindow: () => there.hasWindow,
    show: (place) => there.done.push(place === undefined ? 'show' : `show ${place}`),
    addBooks: () => there.done.push('add books'),
    tellPage: (deed) => there.done.push(deed),
  })
  return {
    ...{ there, menu, item: (id: string) => Menu.getApplicationMenu()?.getMenuItemById(id) },
    speak(language: string) {
      there.language = language
      for (const listener of listeners) listener()
    },
  }
}
/** As a Mac clicks what the page has left of a key. */
const press = (item: MenuItem | null | undefined) =>
  (item?.click as Click | undefined)?.(undefined, undefined, { triggeredByAccelerator: true })
type Click = (...args: unknown[]) => void

describe('the native menu', () => {
  beforeEach(() => Menu.setApplicationMenu(null))

  it('stays the same one while only what can be done changes, and is another in another language', () => {
    const { item, menu, speak } = open()
    menu.tellDeeds([told('export', false), told('undo', false)])
    const before = Menu.getApplicationMenu()
    expect([item('export')?.enabled, item('undo-text')?.visible]).toEqual([false, true])
    menu.tellDeeds([told('export', true), told('undo', true)])
    expect([item('export')?.enabled, item('undo-text')?.visible]).toEqual([true, false])
    expect(Menu.getApplicationMenu()).toBe(before)
    speak('de')
    expect(item('export')).toMatchObject({ label: 'Exportieren', enabled: true })
    expect(item('undo-text')).toMatchObject({ label: 'Rückgängig' })
  })

  it('leaves what the page has told before where it tells nonsense', () => {
    const { item, menu } = open()
    menu.tellDeeds([told('export', true)])
    expect(() => menu.tellDeeds([{ id: 'export' }])).toThrow()
    expect(item('export')?.enabled).toBe(true)
  })

  it('tells the page what was chosen by the pointer; keys it has heard itself', () => {
    const { item, menu, there } = open()
    menu.tellDeeds([told('export', true)])
    press(item('export'))
    expect(there.done).toEqual([])
    item('export')?.click?.()
    expect(there.done).toEqual(['show', 'export'])
  })

  it('opens a window for what is a place of it, by a key too, and can do nothing else without one', () => {
    const { item, menu, there } = open()
    menu.tellDeeds([told('export', true), told('settings', false), told('write-script', true)])
    there.hasWindow = false
    menu.windowClosed()
    const enabled = ['export', 'settings', 'write-script'].map((id) => item(id)?.enabled)
    expect(enabled).toEqual([false, true, true])
    press(item('settings'))
    item('write-script')?.click?.()
    item('add-book')?.click?.()
    expect(there.done).toEqual(['show #/settings', 'show #/write', 'add books'])
  })
})
