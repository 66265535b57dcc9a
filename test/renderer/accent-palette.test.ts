// An accent of the system's own choosing can be read, whatever it is.
import { readFileSync } from 'node:fs'
import { describe, expect, it, test } from 'vitest'
import { contrastOf, paletteOf } from '../../src/renderer/src/state/accent-palette.ts'

const tokens = readFileSync(
  new URL('../../src/renderer/src/styles/tokens.css', import.meta.url),
  'utf8',
)
const grounds = ['paper', 'surface', 'raised', 'sunken'].map((name) => {
  const found = new RegExp(`--${name}: light-dark\\((#\\w{6}), (#\\w{6})\\)`).exec(tokens)
  return { light: found?.[1] ?? '', dark: found?.[2] ?? '' }
})

test('black on white is 21, a colour on itself 1', () => {
  expect(contrastOf('#000000', '#ffffff')).toBeCloseTo(21)
  expect(contrastOf('#777777', '#ffffff')).toBeCloseTo(4.48, 2)
  expect(contrastOf('#123456', '#123456')).toBe(1)
})

describe.each([
  ['the blue of Windows', '#0078d4'],
  ['the blue of macOS', '#0a84ff'],
  ['its graphite', '#8c8c8c'],
  ['yellow', '#ffb900'],
  ['bright yellow', '#ffff00'],
  ['lime', '#00ff00'],
  ['cyan', '#00ffff'],
  ['red', '#e81123'],
  ['a deep blue', '#0000ff'],
  ['pink', '#ff00ff'],
  ['brown', '#847545'],
  ['black', '#000000'],
  ['white', '#ffffff'],
  ['as a browser tells it', 'rgb(0, 95, 184)'],
])('%s', (_name, told) => {
  const palette = paletteOf(told)
  it.each(['light', 'dark'] as const)('is read where it is %s', (side) => {
    if (palette === null) throw new Error('no palette')
    const { accent, strong, on, soft, faint } = palette
    const behind = [...grounds, soft, faint].map((ground) => ground[side])
    for (const ink of [accent, strong])
      for (const ground of behind)
        expect(contrastOf(ink[side], ground), `${ink[side]} on ${ground}`).toBeGreaterThan(4.5)
    for (const ground of [accent, strong])
      expect(contrastOf(on[side], ground[side])).toBeGreaterThan(4.5)
    const ink = side === 'light' ? '#221f1a' : '#f0ebe1'
    const muted = side === 'light' ? '#5d574c' : '#aea798'
    for (const ground of [soft, faint]) {
      expect(contrastOf(ink, ground[side])).toBeGreaterThan(7)
      expect(contrastOf(muted, ground[side])).toBeGreaterThan(4.5)
    }
    // Pressed is seen to be pressed.
    expect(strong[side]).not.toBe(accent[side])
  })
})

test('an accent that can be read already stays as it is', () => {
  expect(paletteOf('#0b6152')?.accent.light).toBe('#0b6152')
  expect(paletteOf('#62cbb3')?.accent.dark).toBe('#62cbb3')
})

test.each(['', 'transparent', 'rgba(0, 0, 0, 0)', '#fff', 'AccentColor', 'rgb(a, b, c)', 'rgb(1)'])(
  '“%s” is none',
  (told) => expect(paletteOf(told)).toBeNull(),
)
