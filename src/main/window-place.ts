// Where a window opens again that was somewhere when it was closed last, on the screens that are there.
import type { Rectangle } from 'electron'

export type WindowPlace = {
  /** Without a place of its own it is put into the middle. */
  bounds: { width: number; height: number } & Partial<Pick<Rectangle, 'x' | 'y'>>
  /** It may not be made smaller. */
  least: { width: number; height: number }
  isMaximized: boolean
}

const smallestWindow = { width: 720, height: 480 }
const usualSize = { width: 1280, height: 840 }
/** So much of it must be on a screen, or nobody could get hold of it. */
const leastSeen = { width: 160, height: 60 }

const overlap = (start: number, length: number, from: number, room: number): number =>
  Math.min(start + length, from + room) - Math.max(start, from)
const within = (value: number, least: number, most: number): number =>
  Math.max(least, Math.min(value, most))

/** Where text is large, the smallest window may be larger than a screen: it can be moved to any of them. */
const leastOn = (areas: readonly Rectangle[]) => ({
  width: Math.min(smallestWindow.width, ...areas.map(({ width }) => width)),
  height: Math.min(smallestWindow.height, ...areas.map(({ height }) => height)),
})

/**
 * `kept`: whatever was read. `areas`: of the screens, without taskbars, in the units of windows, so that each screen's
 * own scale is reckoned in; the first one is the main one.
 */
export function placeOnScreens(kept: unknown, areas: readonly Rectangle[]): WindowPlace {
  const { x, y, width, height, isMaximized } = (kept ?? {}) as Record<string, unknown>
  const numbers = [x, y, width, height].filter((value) => Number.isSafeInteger(value)) as number[]
  const [left, top, wide, high] = numbers
  const least = leastOn(areas)
  const fitting = (size: typeof usualSize, area = { ...usualSize }) => ({
    width: within(size.width, least.width, area.width),
    height: within(size.height, least.height, area.height),
  })
  if (numbers.length < 4 || left === undefined || top === undefined)
    return { bounds: fitting(usualSize, areas[0]), least, isMaximized: false }
  const size = (area: Rectangle | undefined) =>
    fitting({ width: wide ?? 0, height: high ?? 0 }, area)
  const seen = (area: Rectangle) => ({
    width: overlap(left, wide ?? 0, area.x, area.width),
    height: overlap(top, high ?? 0, area.y, area.height),
  })
  const shown = areas
    .map((area) => ({ area, ...seen(area) }))
    .filter((one) => one.width >= leastSeen.width && one.height >= leastSeen.height)
    .toSorted((a, b) => b.width * b.height - a.width * a.height)[0]
  const rest = { least, isMaximized: isMaximized === true }
  // Its screen is gone: it comes to the main one, as large as it was.
  if (!shown) return { bounds: size(areas[0]), ...rest }
  const { area } = shown
  const bounds = size(area)
  return {
    bounds: {
      ...bounds,
      x: within(left, area.x, area.x + area.width - bounds.width),
      y: within(top, area.y, area.y + area.height - bounds.height),
    },
    ...rest,
  }
}
