// The native menu of each system: which deeds stand where, in which language, with which keys, and what can be done.
import type { MenuItemConstructorOptions } from 'electron'
import { describe, expect, it } from 'vitest'
import { type DeedId, ToldDeeds } from '../../src/contract/index.ts'
import { acceleratorOf } from '../../src/main/accelerator.ts'
import { menuTemplate, namedItems } from '../../src/main/menu-template.ts'
import { ownWords } from '../../src/main/own-words.ts'
import { deedIds, deedTable } from '../../src/renderer/src/state/deed-table.ts'
import { keysInForce } from '../../src/renderer/src/state/keys.ts'
import { deedsToTell } from '../../src/renderer/src/state/told-deeds.ts'

type Item = MenuItemConstructorOptions
type Given = {
  platform?: NodeJS.Platform
  language?: 'en' | 'de'
  cannot?: DeedId[]
  opening?: DeedId[]
}

const chosen: unknown[] = []
const templateOf = ({ platform = 'linux', language = 'en', cannot = [], opening = [] }: Given) =>
  menuTemplate(
    {
      ...{ platform, isPackaged: true, words: ownWords(language, []), opening },
      // As it comes over the hatch.
      deeds: ToldDeeds.parse(deedsToTell(keysInForce({}), (id) => !cannot.includes(id))),
    },
    {
      addBooks: () => chosen.push('add-book'),
      choose: (deed, isByKey) => chosen.push([deed, isByKey]),
      showLicence: () => chosen.push('licence'),
      showNotices: () => chosen.push('notices'),
    },
  )
const menuOf = (template: Item[], label: string) =>
  (template.find((menu) => menu.label === label)?.submenu as Item[] | undefined) ?? []
const said = (items: Item[]) => items.map(({ id, role, type }) => id ?? role ?? type ?? 'submenu')
const itemOf = (template: Item[], id: string) => namedItems(template).find((one) => one.id === id)

describe('the menu', () => {
  it('has every deed once that a palette has, whatever the system is', () => {
    const wanted = deedIds.filter((id) => deedTable[id].fixed !== true)
    for (const platform of ['darwin', 'win32', 'linux'] as const) {
      const named = namedItems(templateOf({ platform })).map(({ id }) => id)
      const others = ['licence', 'notices', 'undo-text', 'redo-text']
      expect(new Set(named)).toEqual(new Set([...wanted, ...others]))
      expect(named).toHaveLength(wanted.length + others.length)
    }
  })

  it.each<[NodeJS.Platform, string[], string, string[]]>([
    [
      'darwin',
      ['Lectern', 'File', 'Edit', 'Listening', 'Going about', 'The book', 'View', 'Window', 'Help'],
      'Lectern',
      [
        ...['about', 'separator', 'settings', 'separator', 'services', 'separator'],
        ...['hide', 'hideOthers', 'unhide', 'separator', 'quit'],
      ],
    ],
    ...(['win32', 'linux'] as const).map(
      (platform): [NodeJS.Platform, string[], string, string[]] => [
        platform,
        ['File', 'Edit', 'Listening', 'Going about', 'The book', 'View', 'Window', 'Help'],
        'File',
        [
          ...['add-book', 'separator', 'export', 'write-script', 'check-sound', 'separator'],
          ...['settings', 'separator', 'quit'],
        ],
      ],
    ),
  ])('stands on %s as people know it there', (platform, menus, first, items) => {
    const template = templateOf({ platform })
    expect(template.map(({ label }) => label)).toEqual(menus)
    expect(said(menuOf(template, first))).toEqual(items)
    const help = said(menuOf(template, 'Help'))
    expect(help).toEqual([
      ...['key-sheet', 'separator', 'licence', 'notices'],
      ...(platform === 'darwin' ? [] : ['separator', 'about']),
    ])
  })

  it('speaks German in every item, those of the system too', () => {
    for (const platform of ['darwin', 'linux'] as const) {
      const labels = (items: Item[]): string[] =>
        items.flatMap(({ type, label, submenu }) => [
          ...(type === 'separator' ? [] : [label ?? '?']),
          ...(Array.isArray(submenu) ? labels(submenu) : []),
        ])
      const [english, german] = [
        labels(templateOf({ platform })),
        labels(templateOf({ platform, language: 'de' })),
      ]
      expect(german).not.toContain('?')
      expect(german.filter((label) => english.includes(label))).toEqual(
        ['Lectern', 'Pause', 'Export'].filter((label) => german.includes(label)),
      )
    }
  })

  it('has only the system’s own and what opens books before the page has said anything', () => {
    const template = menuTemplate(
      { platform: 'linux', isPackaged: true, words: ownWords('en', []), deeds: [], opening: [] },
      { addBooks() {}, choose() {}, showLicence() {}, showNotices() {} },
    )
    expect(template.map(({ label }) => label)).toEqual(['File', 'Edit', 'View', 'Window', 'Help'])
    expect(namedItems(template).map(({ id }) => id)).toEqual([
      'add-book',
      'undo-text',
      'redo-text',
      'licence',
      'notices',
    ])
  })

  it('can choose what can be done, and what opens a window where there is none', () => {
    const template = templateOf({ cannot: ['export', 'settings'], opening: ['settings'] })
    const isEnabled = (id: DeedId) => itemOf(template, id)?.enabled
    expect([isEnabled('export'), isEnabled('settings'), isEnabled('narrate')]).toEqual([
      false,
      true,
      true,
    ])
  })

  it('takes back in the book where that can be done, and in the text that is written elsewhere', () => {
    const isShown = (id: string, cannot: DeedId[]) => itemOf(templateOf({ cannot }), id)?.visible
    expect([isShown('undo', []), isShown('undo-text', [])]).toEqual([true, false])
    expect([isShown('undo', ['undo']), isShown('undo-text', ['undo'])]).toEqual([false, true])
  })

  it('shows keys that it never takes from the page, and tells a click from a key', () => {
    const export_ = itemOf(templateOf({}), 'export')
    expect(export_).toMatchObject({ accelerator: 'E', registerAccelerator: false })
    chosen.length = 0
    for (const event of [undefined, {}, { triggeredByAccelerator: true }])
      export_?.click?.(
        ...([null, undefined, event] as unknown as Parameters<NonNullable<Item['click']>>),
      )
    expect(chosen).toEqual([
      ['export', false],
      ['export', false],
      ['export', true],
    ])
  })
})

describe('a key', () => {
  it.each<[string[], string | undefined, string | undefined]>([
    // Keys, as Windows and Linux show them, and as a Mac does.
    [['n'], 'N', undefined],
    [['shift+n'], 'Shift+N', undefined],
    [[' '], 'Space', undefined],
    [['+'], 'Plus', undefined],
    [['['], '[', undefined],
    [['mod+,'], 'CmdOrCtrl+,', 'CmdOrCtrl+,'],
    [['mod++'], 'CmdOrCtrl+Plus', 'CmdOrCtrl+Plus'],
    [['mod+shift+z', 'mod+y'], 'CmdOrCtrl+Shift+Z', 'CmdOrCtrl+Shift+Z'],
    [['e', 'mod+e'], 'E', 'CmdOrCtrl+E'],
    [['mod+ArrowUp'], 'CmdOrCtrl+Up', 'CmdOrCtrl+Up'],
    [['F7'], 'F7', undefined],
    [['ö', 'mod+d'], 'CmdOrCtrl+D', 'CmdOrCtrl+D'],
    [['BrowserBack'], undefined, undefined],
    [[], undefined, undefined],
  ])(
    '%j is written as menus write it, and left out where it would be taken from a text',
    (keys, elsewhere, mac) => {
      expect([acceleratorOf(keys, 'linux'), acceleratorOf(keys, 'darwin')]).toEqual([
        elsewhere,
        mac,
      ])
    },
  )
})

it.each([
  ['no list', {}],
  ['a deed that is none', [{ id: 'constructor', group: 'book', keys: [], can: true }]],
  [
    'too much',
    Array.from({ length: 201 }, () => ({ id: 'export', group: 'book', keys: [], can: true })),
  ],
  ['a long key', [{ id: 'export', group: 'book', keys: ['x'.repeat(41)], can: true }]],
])('the page cannot tell %s', (_what, told) => {
  expect(ToldDeeds.safeParse(told).success).toBe(false)
})
