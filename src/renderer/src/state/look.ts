// How the page looks: at first as its HTML says, then as the settings say, at once.
import {
  chosenDirection,
  chosenLanguage,
  directionOf,
  type Direction,
} from '../../../contract/messages/language.ts'
import type { Connection } from '../client/connection.ts'
import type { AccentPalette } from './accent-palette.ts'
import type { News } from './news.ts'
import type { SettingValues } from './settings.ts'
import { createStore, type Readable } from '../client/store.ts'

export const themes = ['system', 'light', 'dark'] as const
export type Theme = (typeof themes)[number]

/** Light, dark or as the system; changing it changes the setting. */
export type ThemeChoice = Readable<Theme> & { set(theme: Theme): void }

const usualPixels = 16
const accentNames = ['accent', 'strong', 'on', 'soft', 'faint'] as const

/** As much of a page as it takes. */
export type LookedAt = {
  dataset: Partial<Record<string, string>>
  /** The languages that the person reads, the dearest first. */
  preferred: readonly string[]
  reload(): void
  /** The size of the page's text in pixels, with what the browser is set to. */
  textPixels(): number
  /** `isMirrored`: its words are read the other way. */
  turn(direction: Direction, isMirrored: boolean): void
  /** The system's accent colour as the browser tells it; one that cannot be seen where it does not. */
  accentColour(): string
  /** Null: the page's own accent. */
  colour(palette: AccentPalette | null): void
}

/** `whenSaved`: puts off what would lose what is being written. */
export const lookOf = (
  { document, location, navigator, getComputedStyle }: Window & typeof globalThis,
  whenSaved: (deed: () => void) => void,
): LookedAt => ({
  dataset: document.documentElement.dataset,
  preferred: navigator.languages,
  reload: () => whenSaved(() => location.reload()),
  textPixels: () => Number.parseFloat(getComputedStyle(document.documentElement).fontSize),
  turn(direction, isMirrored) {
    document.documentElement.dir = direction
    document.documentElement.toggleAttribute('data-mirrored', isMirrored)
  },
  accentColour: () =>
    getComputedStyle(document.documentElement).getPropertyValue('--system-accent'),
  colour(palette) {
    const { style } = document.documentElement
    for (const name of accentNames)
      if (palette === null) style.removeProperty(`--given-${name}`)
      else {
        const { light, dark } = palette[name]
        style.setProperty(`--given-${name}`, `light-dark(${light}, ${dark})`)
      }
  },
})

const known = (word: unknown): Theme => themes.find((theme) => theme === word) ?? 'system'

export type Look = {
  theme: ThemeChoice
  /** How much larger than usual text is: 1 is usual. */
  textScale: Readable<number>
  direction: Readable<Direction>
  /** Null: Lectern's own. */
  accent: Readable<AccentPalette | null>
}

/** Keeps the page as the settings have it; another language loads the page again. */
export function followLook(
  page: LookedAt,
  settings: Readable<SettingValues>,
  connection: Pick<Connection, 'call' | 'on'>,
  news: Pick<News, 'settle'>,
): Look {
  const { dataset } = page
  const textScale = createStore(page.textPixels() / usualPixels)
  const theme = createStore<Theme>(known(dataset['theme']))
  // First, so that what is drawn by hand reads the colours of the new one.
  theme.subscribe(() => void (dataset['theme'] = theme.get()))
  const speaks = (setting: string | undefined) => chosenLanguage(setting, page.preferred)
  const spoken = speaks(dataset['language'])
  const direction = createStore<Direction>('ltr')
  const turn = () => {
    direction.set(chosenDirection(dataset['direction'], spoken))
    page.turn(direction.get(), direction.get() !== directionOf(spoken))
  }
  turn()
  const accent = createStore<AccentPalette | null>(null)
  // As with the theme: what is drawn by hand comes later.
  accent.subscribe(() => page.colour(accent.get()))
  const colour = () => {
    if (dataset['accent'] !== 'system') return accent.set(null)
    void import('./accent-palette.ts').then(({ paletteOf }) => {
      if (dataset['accent'] === 'system')
        accent.set(paletteOf(dataset['systemAccent'] || page.accentColour()))
    })
  }
  colour()
  connection.on('accent.changed', (told) => {
    dataset['systemAccent'] = told.colour
    colour()
  })
  const asSet = () => {
    const word = (name: string) => settings.get().get(name)?.value
    theme.set(known(word('theme') ?? theme.get()))
    const before = dataset['accent']
    for (const name of ['textSize', 'motion', 'direction', 'accent'])
      if (word(name) !== undefined) dataset[name] = String(word(name))
    textScale.set(page.textPixels() / usualPixels)
    turn()
    if (dataset['accent'] !== before) colour()
    const language = word('language')
    if (language === undefined || language === dataset['language']) return
    const isOther = speaks(String(language)) !== speaks(dataset['language'])
    dataset['language'] = String(language)
    if (isOther) page.reload()
  }
  settings.subscribe(asSet)
  const choose = (wanted: Theme) => {
    theme.set(wanted)
    void connection.call('settings.change', { name: 'theme', value: wanted }).then((reply) => {
      if (news.settle(reply) === null) asSet()
    })
  }
  return { theme: { ...theme, set: choose }, textScale, direction, accent }
}
