// Colours as Electron tells them.
import { expect, test } from 'vitest'
import { accentOf } from '../../src/main/accent-colour.ts'

test.each([
  ['0A84FFFF', '#0a84ff'],
  ['0078d4', '#0078d4'],
  ['#0078d4ff', '#0078d4'],
  ['', ''],
  ['none', ''],
  [undefined, ''],
])('%s is read as “%s”', (told, colour) => expect(accentOf(told)).toBe(colour))
