// The settings of how the studio looks, is operated and makes itself heard.
import type { SettingRow } from './setting-row.ts'

export const faceSettings = [
  {
    name: 'language',
    unit: 'word',
    range: { words: ['system', 'en', 'de'] },
    default: 'system',
    environment: 'LECTERN_LANGUAGE',
    sentence: 'The studio’s language, not a book’s; system: the first of yours that Lectern knows.',
    atStart: false,
  },
  {
    name: 'theme',
    unit: 'word',
    range: { words: ['system', 'light', 'dark'] },
    default: 'system',
    environment: 'LECTERN_THEME',
    sentence: 'The colours of the studio; system: light or dark, as the system is.',
    atStart: false,
  },
  {
    name: 'textSize',
    unit: 'word',
    range: { words: ['small', 'normal', 'large', 'largest'] },
    default: 'normal',
    environment: 'LECTERN_TEXT_SIZE',
    sentence: 'How large the studio’s text is, and all that grows with it.',
    atStart: false,
  },
  {
    name: 'motion',
    unit: 'word',
    range: { words: ['system', 'reduced'] },
    default: 'system',
    environment: 'LECTERN_MOTION',
    sentence: 'Whether things move on the screen; system: as the system says.',
    atStart: false,
  },
  {
    name: 'keys',
    unit: 'keys',
    range: null,
    default: '{}',
    environment: 'LECTERN_KEYS',
    sentence: 'Keys that differ from the usual ones, by deed, as JSON.',
    atStart: false,
  },
  {
    name: 'notifications',
    unit: 'switch',
    range: null,
    default: true,
    environment: 'LECTERN_NOTIFICATIONS',
    sentence: 'Tell by a notification of the system what has ended while nobody looked at Lectern.',
    atStart: false,
  },
] as const satisfies readonly SettingRow[]
