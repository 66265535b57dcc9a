// The colours that are made of an accent: as light or as dark as they must be to be read, of its hue.

/** Each as `#rrggbb`, of the light and of the dark studio. */
export type AccentPalette = Record<AccentName, { light: string; dark: string }>
type AccentName = 'accent' | 'strong' | 'on' | 'soft' | 'faint'

/** Red, green and blue from 0 to 1, not linear. */
type Colour = readonly [number, number, number]
type Lch = { light: number; chroma: number; hue: number }

/** What is written on, as the tokens have it, from the nearest to the ink to the farthest. */
const grounds = {
  light: ['#ece8df', '#f5f2ec', '#fffdf9'].map(colourOf),
  dark: ['#282521', '#1e1c19', '#100f0d'].map(colourOf),
}
/** A little above what WCAG AA asks for (4.5), which rounding may take. */
const leastContrast = 4.6

const within = (value: number, least: number, most: number): number =>
  Math.max(least, Math.min(value, most))

/** `told`: `#rrggbb`, or `rgb(…)` as browsers compute it; null for what is no colour that can be seen. */
export function paletteOf(told: string): AccentPalette | null {
  const colour = read(told)
  if (colour === null) return null
  const { hue, chroma, light } = toLch(colour)
  const shade = (lightness: number, most: number) =>
    fromLch({ light: lightness, chroma: Math.min(chroma, most), hue })
  const soft = { light: shade(0.92, 0.04), dark: shade(0.32, 0.05) }
  const faint = { light: shade(0.955, 0.02), dark: shade(0.27, 0.03) }
  /** Goes away from the grounds until it can be read on all of them. */
  const legible = (side: 'light' | 'dark', from: number): { colour: Colour; at: number } => {
    const step = side === 'light' ? -0.01 : 0.01
    const behind = [...grounds[side], soft[side], faint[side]]
    for (let at = from; at > 0 && at < 1; at += step) {
      const found = shade(at, 0.37)
      if (behind.every((ground) => contrast(found, ground) >= leastContrast))
        return { colour: found, at }
    }
    return side === 'light' ? { colour: [0, 0, 0], at: 0 } : { colour: [1, 1, 1], at: 1 }
  }
  const accent = {
    light: legible('light', within(light, 0.3, 0.6)),
    dark: legible('dark', within(light, 0.7, 0.9)),
  }
  const pair = (lightColour: Colour, darkColour: Colour) => ({
    light: written(lightColour),
    dark: written(darkColour),
  })
  return {
    accent: pair(accent.light.colour, accent.dark.colour),
    strong: pair(
      legible('light', accent.light.at - 0.07).colour,
      legible('dark', accent.dark.at + 0.07).colour,
    ),
    // The accent can be read on the lightest ground, so white can on it; and near black by day's measure.
    on: pair([1, 1, 1], shade(0.2, 0.04)),
    soft: pair(soft.light, soft.dark),
    faint: pair(faint.light, faint.dark),
  }
}

/** From 1 to 21, as WCAG 2 reckons it. */
export function contrastOf(one: string, other: string): number {
  return contrast(colourOf(one), colourOf(other))
}

function contrast(one: Colour, other: Colour): number {
  const [darker = 0, lighter = 0] = [luminance(one), luminance(other)].toSorted((a, b) => a - b)
  return (lighter + 0.05) / (darker + 0.05)
}

const luminance = (colour: Colour): number => {
  const [red, green, blue] = colour.map(linear) as unknown as Colour
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}

const linear = (part: number): number =>
  part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4
const unlinear = (part: number): number =>
  part <= 0.0031308 ? part * 12.92 : 1.055 * part ** (1 / 2.4) - 0.055

function colourOf(hex: string): Colour {
  const part = (at: number) => Number.parseInt(hex.slice(at, at + 2), 16) / 255
  return [part(1), part(3), part(5)]
}

function read(told: string): Colour | null {
  const hex = /^#[\da-f]{6}$/i.exec(told.trim())?.[0]
  if (hex !== undefined) return colourOf(hex)
  const [red, green, blue, opaque = 1] = /^rgba?\(([^)]*)\)$/
    .exec(told.trim())?.[1]
    ?.split(/[\s,/]+/)
    .map(Number) ?? [NaN, NaN, NaN]
  const parts = [red, green, blue].map((part) => (part ?? NaN) / 255) as unknown as Colour
  return opaque > 0 && parts.every((part) => part >= 0 && part <= 1) ? parts : null
}

const written = (colour: Colour): string =>
  `#${colour
    .map((part) =>
      Math.round(part * 255)
        .toString(16)
        .padStart(2, '0'),
    )
    .join('')}`

/** OKLCH, in which colours of one lightness look equally light, whatever their hue. */
function toLch(colour: Colour): Lch {
  const [red, green, blue] = colour.map(linear) as unknown as Colour
  const l = Math.cbrt(0.4122214708 * red + 0.5363325363 * green + 0.0514459929 * blue)
  const m = Math.cbrt(0.2119034982 * red + 0.6806995451 * green + 0.1073969566 * blue)
  const s = Math.cbrt(0.0883024619 * red + 0.2817188376 * green + 0.6299787005 * blue)
  const a = 1.9779984951 * l - 2.428592205 * m + 0.4505937099 * s
  const b = 0.0259040371 * l + 0.7827717662 * m - 0.808675766 * s
  return {
    light: 0.2104542553 * l + 0.793617785 * m - 0.0040720468 * s,
    chroma: Math.hypot(a, b),
    hue: Math.atan2(b, a),
  }
}

/** With as much of its chroma as a screen can show at this lightness. */
function fromLch({ light, chroma, hue }: Lch): Colour {
  const [a, b] = [chroma * Math.cos(hue), chroma * Math.sin(hue)]
  const l = (light + 0.3963377774 * a + 0.2158037573 * b) ** 3
  const m = (light - 0.1055613458 * a - 0.0638541728 * b) ** 3
  const s = (light - 0.0894841775 * a - 1.291485548 * b) ** 3
  const parts = [
    4.0767416621 * l - 3.3077115913 * m + 0.2309699292 * s,
    -1.2684380046 * l + 2.6097574011 * m - 0.3413193965 * s,
    -0.0041960863 * l - 0.7034186147 * m + 1.707614701 * s,
  ]
  if (chroma > 0.001 && parts.some((part) => part < -0.0001 || part > 1.0001))
    return fromLch({ light, chroma: chroma * 0.95, hue })
  return parts.map((part) => unlinear(Math.max(0, Math.min(1, part)))) as unknown as Colour
}
