// Every deed that has a key or stands in the palette: the one table that keys, sheet, hints, palette and menu read.
import type { DeedGroup, DeedId } from '../../../contract/index.ts'

export type { DeedGroup, DeedId }

/** `text`: while a segment's text is being written. The others are screens. */
export type DeedPlace = 'library' | 'studio' | 'review' | 'settings' | 'voices' | 'text'

export type DeedRow = {
  group: DeedGroup
  /** As `keyName` names a press: `n`, `shift+n`, `mod+k`, `ArrowUp`, `' '`. Empty: by palette alone. */
  keys: readonly string[]
  /** Where it can be done. Two deeds may share a key where they share no place. */
  places: readonly DeedPlace[]
  /** A held key does it again and again. Nothing that spends money may. */
  repeats?: true
  /** Its key belongs to the text field itself: told in the sheet, never changed, not in the palette. */
  fixed?: true
  /** Also while text is being written, for its key writes nothing. */
  whileWriting?: true
}

const screens = ['library', 'studio', 'review', 'settings', 'voices'] as const
const studio = ['studio'] as const
const opened = ['studio', 'review'] as const
const text = ['text'] as const

/** Adding a deed is adding a row here and its name, and offering it where it can be done (useDeeds). */
export const deedTable: Record<DeedId, DeedRow> = {
  play: { group: 'listen', keys: [' '], places: studio },
  slower: { group: 'listen', keys: ['j'], places: studio, repeats: true },
  pause: { group: 'listen', keys: ['k'], places: studio },
  faster: { group: 'listen', keys: ['l'], places: studio, repeats: true },
  'usual-speed': { group: 'listen', keys: [], places: studio },
  mark: { group: 'listen', keys: ['m'], places: studio },

  'previous-segment': { group: 'go', keys: ['ArrowUp'], places: studio, repeats: true },
  'next-segment': { group: 'go', keys: ['ArrowDown'], places: studio, repeats: true },
  'next-flag': { group: 'go', keys: ['n'], places: studio },
  'previous-flag': { group: 'go', keys: ['shift+n'], places: studio },
  'previous-chapter': { group: 'go', keys: ['['], places: studio, repeats: true },
  'next-chapter': { group: 'go', keys: [']'], places: studio, repeats: true },

  find: {
    group: 'go',
    keys: ['mod+f'],
    places: ['library', 'studio', 'settings'],
    whileWriting: true,
  },

  edit: { group: 'change', keys: ['Enter'], places: studio },
  split: { group: 'change', keys: ['b'], places: studio },
  join: { group: 'change', keys: ['mod+j'], places: studio },
  remove: { group: 'change', keys: ['Delete'], places: studio },
  'move-up': { group: 'change', keys: ['mod+ArrowUp'], places: studio },
  'move-down': { group: 'change', keys: ['mod+ArrowDown'], places: studio },
  'choose-up': { group: 'change', keys: ['shift+ArrowUp'], places: studio, repeats: true },
  'choose-down': { group: 'change', keys: ['shift+ArrowDown'], places: studio, repeats: true },
  'choose-chapter': { group: 'change', keys: ['mod+a'], places: studio },
  regenerate: { group: 'change', keys: ['r'], places: studio },
  accept: { group: 'change', keys: ['a'], places: studio },
  say: { group: 'change', keys: ['shift+Enter'], places: studio },
  'speak-with': { group: 'change', keys: ['w'], places: studio },
  'regenerate-stale': { group: 'change', keys: ['shift+r'], places: studio },
  'take-next': { group: 'change', keys: ['t'], places: studio },
  'take-previous': { group: 'change', keys: ['shift+t'], places: studio },
  'compare-takes': { group: 'listen', keys: ['c'], places: studio },
  lock: { group: 'change', keys: ['shift+l'], places: studio },
  louder: { group: 'change', keys: ['+'], places: studio },
  softer: { group: 'change', keys: ['-'], places: studio },
  'longer-pause': { group: 'change', keys: ['.'], places: studio },
  'shorter-pause': { group: 'change', keys: [','], places: studio },
  undo: { group: 'change', keys: ['mod+z'], places: ['library', ...opened], repeats: true },
  redo: { group: 'change', keys: ['mod+shift+z', 'mod+y'], places: opened, repeats: true },
  save: { group: 'change', keys: ['Enter'], places: text, fixed: true },
  'save-and-speak': { group: 'change', keys: ['mod+Enter'], places: text, fixed: true },
  'leave-text': { group: 'change', keys: ['Escape'], places: text, fixed: true },

  'add-to-dictionary': { group: 'change', keys: ['d'], places: studio },

  'give-1': { group: 'cast', keys: ['1'], places: studio },
  'give-2': { group: 'cast', keys: ['2'], places: studio },
  'give-3': { group: 'cast', keys: ['3'], places: studio },
  'give-4': { group: 'cast', keys: ['4'], places: studio },
  'give-5': { group: 'cast', keys: ['5'], places: studio },
  'give-6': { group: 'cast', keys: ['6'], places: studio },
  'give-7': { group: 'cast', keys: ['7'], places: studio },
  'give-8': { group: 'cast', keys: ['8'], places: studio },
  'give-9': { group: 'cast', keys: ['9'], places: studio },
  'give-narrator': { group: 'cast', keys: ['0'], places: studio },
  'assign-alike': { group: 'cast', keys: ['shift+s'], places: studio },

  narrate: { group: 'book', keys: [], places: studio },
  'narrate-chapter': { group: 'book', keys: [], places: studio },
  export: { group: 'book', keys: ['e'], places: studio },
  review: { group: 'book', keys: [], places: studio },
  'add-credits': { group: 'book', keys: [], places: studio },

  'show-details': { group: 'studio', keys: [], places: studio },
  'show-voices': { group: 'studio', keys: [], places: studio },
  'show-cast': { group: 'studio', keys: [], places: studio },
  'show-dictionary': { group: 'studio', keys: [], places: studio },
  'show-script': { group: 'studio', keys: ['s'], places: studio },
  'show-marks': { group: 'studio', keys: [], places: studio },
  'show-sound': { group: 'studio', keys: [], places: studio },
  'show-music': { group: 'studio', keys: [], places: studio },
  'show-performance': { group: 'studio', keys: [], places: studio },
  'add-book': { group: 'studio', keys: [], places: ['library'] },
  library: { group: 'studio', keys: [], places: screens },
  voices: { group: 'studio', keys: [], places: screens },
  settings: { group: 'studio', keys: ['mod+,'], places: screens },
  'write-script': { group: 'studio', keys: [], places: screens },
  'check-sound': { group: 'studio', keys: [], places: screens },
  palette: { group: 'studio', keys: ['mod+k'], places: screens, whileWriting: true },
  'key-sheet': { group: 'studio', keys: ['?'], places: screens },
}

export const deedIds = Object.keys(deedTable) as DeedId[]

/** Whether both could be meant by one key. */
export const meet = (one: DeedId, other: DeedId): boolean =>
  deedTable[one].places.some((place) => deedTable[other].places.includes(place))
