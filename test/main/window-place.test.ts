// Where a window opens again, on the screens that are there. Without Electron.
import { expect, test } from 'vitest'
import { placeOnScreens } from '../../src/main/window-place.ts'

const main = { x: 0, y: 25, width: 1440, height: 875 }
const left = { x: -1920, y: 0, width: 1920, height: 1080 }
const above = { x: 100, y: -1200, width: 1200, height: 1200 }
/** 1366 × 768 at 200 %, with a taskbar. */
const scaled = { x: 1440, y: 0, width: 683, height: 344 }
const usual = { width: 1280, height: 840 }
const kept = (x: number, y: number, width = 1000, height = 700) => ({ x, y, width, height })

test.each<[string, unknown, (typeof main)[], object, boolean?]>([
  ['nothing kept', undefined, [main], usual],
  ['a damaged file', { x: 'a', y: 0, width: 9, height: 9 }, [main], usual],
  ['numbers that are none', kept(NaN, 0), [main], usual],
  ['where it was', kept(100, 100), [main], kept(100, 100)],
  ['on its second screen', kept(-1500, 50), [main, left], kept(-1500, 50)],
  ['its screen gone', kept(-1500, 50), [main], { width: 1000, height: 700 }],
  ['hardly to be seen', kept(1400, 100), [main], { width: 1000, height: 700 }],
  ['above the main one', kept(200, -900), [main, above], kept(200, -900)],
  ['over two, more of it on the second', kept(-700, 100), [main, left], kept(-1000, 100)],
  [
    'its screen gone, and another one there',
    kept(-1500, 50),
    [above, main],
    { width: 1000, height: 700 },
  ],
  [
    'its screen gone while it was maximised',
    { ...kept(-1500, 50), isMaximized: true },
    [main],
    { width: 1000, height: 700 },
    true,
  ],
  [
    'maximised on its second screen',
    { ...kept(-1500, 50), isMaximized: true },
    [main, left],
    kept(-1500, 50),
    true,
  ],
  ['its screen has twice the scale now', kept(1450, 10), [main, scaled], kept(1440, 0, 683, 344)],
  [
    'on the other side of where its screen stands now',
    kept(2000, 100),
    [main, left],
    { width: 1000, height: 700 },
  ],
  ['half outside', kept(1000, 400), [main], kept(440, 200)],
  ['its title bar under the menu bar', kept(100, 0), [main], kept(100, 25)],
  ['larger than the screen', kept(0, 25, 4000, 3000), [main], kept(0, 25, 1440, 875)],
  ['smaller than it may be', kept(0, 25, 200, 100), [main], kept(0, 25, 720, 480)],
  ['maximised', { ...kept(100, 100), isMaximized: true }, [main], kept(100, 100), true],
  ['nothing kept, on a small screen', undefined, [scaled], { width: 683, height: 344 }],
  ['no screen at all', kept(100, 100), [], { width: 1000, height: 700 }],
])('%s', (_case, found, areas, bounds, isMaximized = false) => {
  expect(placeOnScreens(found, areas)).toEqual({
    bounds,
    isMaximized,
    least: expect.anything() as unknown,
  })
})

test.each([
  [[main, left], { width: 720, height: 480 }],
  [[main, scaled], { width: 683, height: 344 }],
  [[], { width: 720, height: 480 }],
])('on %j it can be made as small as %j', (areas, least) => {
  expect(placeOnScreens(undefined, areas).least).toEqual(least)
})
