// The table of deeds, the keys a person has chosen instead, and what a press is called.
import { describe, expect, it } from 'vitest'
import { parseSetting, settingRows, type SettingValue } from '../../src/contract/index.ts'
import { keyCaps, keyName } from '../../src/renderer/src/hooks/key-name.ts'
import { deedIds, deedTable, meet } from '../../src/renderer/src/state/deed-table.ts'
import { createDeeds } from '../../src/renderer/src/state/deeds.ts'
import {
  bind,
  deedsOfKey,
  keysInForce,
  mirrorKeys,
  ownerOf,
} from '../../src/renderer/src/state/keys.ts'
import { createStore } from '../../src/renderer/src/client/store.ts'
import { words } from '../../src/renderer/src/words.ts'
import { studioByHand } from './studio-by-hand.ts'

describe('the table of deeds', () => {
  it('gives no key to two deeds of one place', () => {
    const shared = deedIds.flatMap((one, at) =>
      deedIds
        .slice(at + 1)
        .filter((other) => meet(one, other))
        .flatMap((other) =>
          deedTable[one].keys
            .filter((key) => deedTable[other].keys.includes(key))
            .map((key) => `${key}: ${one}, ${other}`),
        ),
    )
    expect(deedIds.length).toBeGreaterThan(20)
    expect(shared).toEqual([])
  })

  it('names every deed, and every name is of a deed', () => {
    expect(Object.keys(words.keys.deeds).toSorted()).toEqual(deedIds.toSorted())
    expect(Object.keys(words.keys.also).filter((id) => !(id in deedTable))).toEqual([])
  })

  it('lets no held key do what may cost money', () => {
    expect(deedIds.filter((id) => deedTable[id].repeats).toSorted()).toEqual([
      'choose-down',
      'choose-up',
      'faster',
      'next-chapter',
      'next-segment',
      'previous-chapter',
      'previous-segment',
      'redo',
      'slower',
      'undo',
    ])
  })
})

describe('what can be done', () => {
  it('is what was offered last, while it can be done, and no longer than it is offered', () => {
    const done: string[] = []
    const deeds = createDeeds()
    let can = true
    deeds.offer(() => ({ edit: () => done.push('frame') }))
    const end = deeds.offer(() => ({ edit: { run: () => done.push('screen'), can: () => can } }))
    deeds.find('edit')?.()
    can = false
    expect(deeds.find('edit')).toBeNull()
    end()
    deeds.find('edit')?.()
    expect(done).toEqual(['screen', 'frame'])
    expect(deeds.find('play')).toBeNull()
  })
})

describe('keys of the person', () => {
  it('go before the usual ones, which come back with them', () => {
    const taken = bind({}, 'export', ['n'])
    expect(taken).toEqual({ export: ['n'] })
    const keys = keysInForce(taken)
    expect(deedsOfKey(keys, 'n')).toEqual(['export'])
    expect(keys['next-flag']).toEqual([])
    expect(deedsOfKey(keys, 'e')).toEqual([])
    const back = bind(taken, 'export', 'usual')
    expect(back).toEqual({})
    expect(keysInForce(back)['next-flag']).toEqual(['n'])
  })

  it('are taken from whoever they had been given to', () => {
    const first = bind({}, 'export', ['x'])
    const second = bind(first, 'regenerate', ['x'])
    expect(second).toEqual({ export: [], regenerate: ['x'] })
    expect(deedsOfKey(keysInForce(second), 'x')).toEqual(['regenerate'])
  })

  it('take a usual key back from whoever has it', () => {
    const given = bind({}, 'export', ['n'])
    expect(ownerOf(keysInForce(given), 'next-flag', 'n')).toBe('export')
    const back = bind(given, 'next-flag', 'usual')
    expect(keysInForce(back)).toMatchObject({ 'next-flag': ['n'], export: [] })
  })

  it('may be shared by deeds that never meet', () => {
    const own = bind({}, 'add-book', ['r'])
    expect(ownerOf(keysInForce({}), 'add-book', 'r')).toBeNull()
    expect(deedsOfKey(keysInForce(own), 'r')).toEqual(['regenerate', 'add-book'])
  })

  it('of a deed that this version does not know are kept', () => {
    const own = bind({ 'sing-along': ['s'] }, 'export', ['x'])
    expect(own).toEqual({ 'sing-along': ['s'], export: ['x'] })
  })

  it('never change what a text field does', () => {
    expect(keysInForce({ save: ['q'] }).save).toEqual(['Enter'])
    expect(deedsOfKey(keysInForce({}), 'Enter')).toEqual(['edit'])
  })

  it('are shown at once, and as they were when the studio refuses', async () => {
    const studio = studioByHand()
    const settings = createStore<ReadonlyMap<string, SettingValue>>(new Map())
    const keys = mirrorKeys(studio.connection, settings)
    const refused = keys.change({ export: ['x'] })
    expect(keys.get().export).toEqual(['x'])
    expect(studio.waiting[0]).toMatchObject({
      name: 'settings.change',
      args: { name: 'keys', value: '{"export":["x"]}' },
    })
    await studio.waiting[0]?.refuse('setting-invalid')
    expect((await refused).ok).toBe(false)
    expect(keys.get().export).toEqual(['e'])
    settings.set(new Map([['keys', { name: 'keys', value: '{"edit":["F2"]}', source: 'saved' }]]))
    expect(keys.get().edit).toEqual(['F2'])
    expect(keys.bindings()).toEqual({ edit: ['F2'] })
  })
})

describe('the setting of keys', () => {
  const row = settingRows.find(({ name }) => name === 'keys')

  it.each([['{}'], ['{"export":["x","mod+e"]}'], ['{"next-flag":[]}']])('takes %s', (text) => {
    expect(row && parseSetting(row, text)).toBe(text)
  })

  it.each([['x'], ['[]'], ['{"export":"x"}'], ['{"export":["a","b","c","d","e"]}'], [7]])(
    'refuses %j',
    (value) => {
      expect(row && parseSetting(row, value)).toBeNull()
    },
  )
})

describe('a press', () => {
  type Change = Partial<KeyboardEvent> & { altGraph?: boolean; mac?: boolean }
  const press = (key: string, { mac = false, ...change }: Change = {}) =>
    keyName(
      {
        key,
        code: '',
        ctrlKey: false,
        metaKey: false,
        shiftKey: false,
        altKey: false,
        getModifierState: () => change.altGraph === true,
        ...change,
      },
      mac,
    )

  it('is named alike however it is reached', () => {
    expect(press('N', { shiftKey: true })).toBe('shift+n')
    expect(press('N')).toBe('n')
    expect(press('?', { shiftKey: true })).toBe('?')
    expect(press(' ')).toBe(' ')
    expect(press('z', { ctrlKey: true })).toBe('mod+z')
    expect(press('Z', { metaKey: true, shiftKey: true })).toBe('mod+shift+z')
    expect(press('ArrowUp', { shiftKey: true })).toBe('shift+ArrowUp')
  })

  it('of a sign that needs AltGr is the sign', () => {
    expect(press('[', { ctrlKey: true, altKey: true, altGraph: true })).toBe('[')
    expect(press('[', { altKey: true, mac: true })).toBe('[')
    expect(press('[', { altKey: true })).toBeNull()
    expect(press('x', { altKey: true })).toBeNull()
  })

  it('of another script’s letter is the Latin one at its place', () => {
    expect(press('к', { code: 'KeyR' })).toBe('r')
    expect(press('ö', { code: 'Semicolon' })).toBe('ö')
  })

  it('of a modifier alone is none', () => {
    expect(press('Shift', { shiftKey: true })).toBeNull()
    expect(press('Control', { ctrlKey: true })).toBeNull()
  })

  it('is printed as on the keyboard', () => {
    expect(keyCaps('mod+shift+z', false)).toEqual(['Ctrl', 'Shift', 'Z'])
    expect(keyCaps('mod+k', true)).toEqual(['⌘', 'K'])
    expect(keyCaps(' ', false)).toEqual(['Space'])
    expect(keyCaps('mod++', false)).toEqual(['Ctrl', '+'])
  })
})
