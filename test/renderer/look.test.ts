// How the page looks and what it speaks: as its HTML says first, then as the settings say.
import { describe, expect, it } from 'vitest'
import { chosenDirection, chosenLanguage } from '../../src/contract/messages/language.ts'
import { type AccentPalette, paletteOf } from '../../src/renderer/src/state/accent-palette.ts'
import { followLook } from '../../src/renderer/src/state/look.ts'
import { createNews } from '../../src/renderer/src/state/news.ts'
import { mirrorSettings } from '../../src/renderer/src/state/settings.ts'
import { settle, studioByHand } from './studio-by-hand.ts'

describe('the language of the page', () => {
  it.each([
    ['de', ['en-GB'], 'de'],
    ['en', ['de-DE'], 'en'],
    ['system', ['de-AT', 'en'], 'de'],
    ['system', ['fr-FR', 'DE', 'en'], 'de'],
    ['system', ['fr', 'it'], 'en'],
    ['system', [], 'en'],
    ['__LANGUAGE__', ['de'], 'de'],
    [undefined, [], 'en'],
  ])('is, set to %s by somebody who reads %j, %s', (setting, preferred, language) => {
    expect(chosenLanguage(setting, preferred)).toBe(language)
  })
})

describe('the direction of the page', () => {
  it.each([
    ['auto', 'de', 'ltr'],
    ['auto', 'ar', 'rtl'],
    ['auto', 'he-IL', 'rtl'],
    ['ltr', 'fa', 'ltr'],
    ['rtl', 'en', 'rtl'],
    ['__DIRECTION__', 'en', 'ltr'],
    [undefined, 'ur', 'rtl'],
  ])('is, set to %s where words are in %s, %s', (setting, language, direction) => {
    expect(chosenDirection(setting, language)).toBe(direction)
  })
})

describe('the look of the page', () => {
  const open = async () => {
    const studio = studioByHand()
    const page = {
      dataset: {
        ...{ language: 'en', theme: 'dark', textSize: 'normal', motion: 'system' },
        ...{ direction: 'auto', accent: 'lectern', systemAccent: '' },
      },
      pixels: 16,
      preferred: ['en-GB'],
      loads: 1,
      reload: () => void (page.loads += 1),
      textPixels: () => page.pixels,
      turned: '',
      turn: (direction: string, isMirrored: boolean) =>
        void (page.turned = `${direction}${isMirrored ? ', mirrored' : ''}`),
      accentColour: () => 'rgb(0, 120, 212)',
      colours: [] as (AccentPalette | null)[],
      colour: (palette: AccentPalette | null) => void page.colours.push(palette),
    }
    const settings = mirrorSettings(studio.connection)
    const news = createNews(() => false)
    const look = followLook(page, settings, studio.connection, news)
    await studio.waiting[0]?.answer({
      settings: [
        { name: 'language', value: 'en', source: 'default' },
        { name: 'theme', value: 'dark', source: 'saved' },
      ],
    })
    const set = (name: string, value: string) =>
      studio.say('settings.changed', { setting: { name, value, source: 'saved' } })
    return { studio, page, look, set }
  }

  it('is what its HTML says, before the studio has answered', async () => {
    const { page, look } = await open()
    expect(look.theme.get()).toBe('dark')
    expect(page.loads).toBe(1)
  })

  it('follows the settings at once, and is loaded again for another language alone', async () => {
    const { page, look, set } = await open()
    set('theme', 'light')
    page.pixels = 20
    set('textSize', 'largest')
    set('motion', 'reduced')
    expect(page.dataset).toMatchObject({ theme: 'light', textSize: 'largest', motion: 'reduced' })
    expect(look.theme.get()).toBe('light')
    expect(look.textScale.get()).toBe(1.25)
    expect(page.loads).toBe(1)
    set('language', 'system')
    expect(page.loads).toBe(1)
    set('language', 'de')
    set('theme', 'dark')
    expect(page.loads).toBe(2)
  })

  it('turns the other way at once, and says that its words do not', async () => {
    const { page, look, set } = await open()
    expect(page.turned).toBe('ltr')
    set('direction', 'rtl')
    expect(page.turned).toBe('rtl, mirrored')
    expect(look.direction.get()).toBe('rtl')
    set('direction', 'auto')
    expect(page.turned).toBe('ltr')
  })

  it('has the accent of the system as the door tells it, else as the browser does', async () => {
    const { studio, page, look, set } = await open()
    set('accent', 'system')
    await expect.poll(() => page.colours).toEqual([paletteOf('#0078d4')])
    studio.say('accent.changed', { colour: '#e81123' })
    await expect.poll(() => page.colours.at(-1)).toEqual(paletteOf('#e81123'))
    set('theme', 'light')
    expect(page.colours).toHaveLength(2)
    set('accent', 'lectern')
    expect(look.accent.get()).toBeNull()
    expect(page.colours.at(-1)).toBeNull()
  })

  it('saves the theme that is chosen, and goes back when it may not be', async () => {
    const { studio, page, look } = await open()
    look.theme.set('light')
    expect(page.dataset.theme).toBe('light')
    const [call] = studio.waiting
    expect(call).toMatchObject({ name: 'settings.change', args: { name: 'theme', value: 'light' } })
    await call?.refuse('setting-invalid')
    await settle()
    expect(page.dataset.theme).toBe('dark')
    expect(look.theme.get()).toBe('dark')
  })
})
