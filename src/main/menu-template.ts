// The native menu as data: the system's own items, and every deed of the palette where people look for it.
import type { MenuItemConstructorOptions } from 'electron'
import type { DeedGroup, DeedId, ToldDeed } from '../contract/index.ts'
import { acceleratorOf } from './accelerator.ts'
import type { OwnWords } from './own-words.ts'

export type MenuSource = {
  platform: NodeJS.Platform
  isPackaged: boolean
  words: OwnWords
  /** In the order in which they stand. */
  deeds: readonly ToldDeed[]
  /** Deeds that need no window: they open it. */
  opening: readonly DeedId[]
}

export type MenuDeeds = {
  addBooks(): void
  /** `isByKey`: by the accelerator, not by the pointer. */
  choose(deed: DeedId, isByKey: boolean): void
  showLicence(): void
  showNotices(): void
}

type Item = MenuItemConstructorOptions
type Section = 'file' | 'edit' | 'cast' | 'listen' | 'go' | 'book' | 'view' | 'help' | 'apart'

const sectionOfGroup: Record<DeedGroup, Section> = {
  listen: 'listen',
  go: 'go',
  change: 'edit',
  cast: 'cast',
  book: 'book',
  studio: 'view',
}

/** What people look for elsewhere than among its group; `apart`: an item of its own. */
const sectionOfDeed: Partial<Record<DeedId, Section>> = {
  ...{ 'add-book': 'apart', settings: 'apart', undo: 'apart', redo: 'apart' },
  ...{ 'write-script': 'file', export: 'file', 'check-sound': 'file' },
  ...{ find: 'edit', library: 'go', voices: 'go', 'key-sheet': 'help' },
}

const separator: Item = { type: 'separator' }

export function menuTemplate(source: MenuSource, host: MenuDeeds): Item[] {
  const { platform, words, deeds, opening } = source
  const mac = platform === 'darwin'

  const role = (name: keyof OwnWords['menu'] & Item['role']): Item => ({
    role: name,
    label: words.menu[name],
  })
  const item = ({ id, keys, can }: ToldDeed): Item => {
    const accelerator = acceleratorOf(keys, platform)
    return {
      id,
      label: words.deeds[id],
      enabled: can || opening.includes(id),
      // Shown and no more: the page hears its keys itself. A Mac's menu hears what the page has left.
      ...(accelerator !== undefined && { accelerator, registerAccelerator: false }),
      click: (_item, _window, event: { triggeredByAccelerator?: boolean } | undefined) =>
        host.choose(id, event?.triggeredByAccelerator === true),
    }
  }
  const of = (section: Section): Item[] =>
    deeds
      .filter(({ id, group }) => (sectionOfDeed[id] ?? sectionOfGroup[group]) === section)
      .map(item)
  const one = (id: DeedId): Item[] => deeds.filter((deed) => deed.id === id).map(item)
  const sections = (...parts: Item[][]): Item[] =>
    parts
      .filter(({ length }) => length > 0)
      .flatMap((part, at) => (at > 0 ? [separator, ...part] : part))
  const menu = (label: string, ...parts: Item[][]): Item[] => {
    const submenu = sections(...parts)
    return submenu.length > 0 ? [{ label, submenu }] : []
  }

  /** Of the book where it can be done, else of the text that is being written. */
  const turn = (id: 'undo' | 'redo'): Item[] => {
    const deed = deeds.find((one) => one.id === id)
    const isOfBook = deed?.can === true
    return [
      ...(deed ? [{ ...item(deed), visible: isOfBook, acceleratorWorksWhenHidden: false }] : []),
      { ...role(id), id: `${id}-text`, visible: !isOfBook },
    ]
  }
  const settings = one('settings').map((each) => ({ ...each, label: words.menu.preferences }))
  const addBooks: Item = {
    id: 'add-book',
    label: words.deeds['add-book'],
    accelerator: 'CmdOrCtrl+O',
    click: host.addBooks,
  }
  const recent: Item = {
    ...role('recentDocuments'),
    // The system fills it, by what src/main/recent.ts has told it.
    submenu: [role('clearRecentDocuments')],
  }

  return [
    ...(mac
      ? menu(
          'Lectern',
          [role('about')],
          settings,
          [role('services')],
          [role('hide'), role('hideOthers'), role('unhide')],
          [role('quit')],
        )
      : []),
    ...menu(
      words.menu.file,
      mac ? [addBooks, recent] : [addBooks],
      of('file'),
      mac ? [] : settings,
      [role(mac ? 'close' : 'quit')],
    ),
    ...menu(
      words.menu.edit,
      [...turn('undo'), ...turn('redo')],
      [role('cut'), role('copy'), role('paste'), role('delete'), role('selectAll')],
      of('edit'),
      menu(words.groups.cast, of('cast')),
    ),
    ...menu(words.groups.listen, of('listen')),
    ...menu(words.groups.go, of('go')),
    ...menu(words.groups.book, of('book')),
    ...menu(
      words.menu.view,
      of('view'),
      [role('resetZoom'), role('zoomIn'), role('zoomOut')],
      [role('togglefullscreen')],
      [role('reload'), ...(source.isPackaged ? [] : [role('toggleDevTools')])],
    ),
    {
      ...role('window'),
      submenu: mac
        ? [role('minimize'), role('zoom'), separator, role('front')]
        : [role('minimize'), role('close')],
    },
    {
      ...role('help'),
      submenu: sections(
        of('help'),
        [
          { id: 'licence', label: words.menu.licence, click: host.showLicence },
          // They are written when it is packed.
          ...(source.isPackaged
            ? [{ id: 'notices', label: words.menu.notices, click: host.showNotices }]
            : []),
        ],
        mac ? [] : [role('about')],
      ),
    },
  ]
}

/** Every item that has a name of its own, however deep it lies. */
export const namedItems = (items: readonly Item[]): Item[] =>
  items.flatMap((item) => [
    ...(item.id === undefined ? [] : [item]),
    ...(Array.isArray(item.submenu) ? namedItems(item.submenu) : []),
  ])
