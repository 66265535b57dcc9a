import { expect, it } from 'vitest'
import { textSearch } from '../../src/renderer/src/state/text-search.ts'

it.each([
  ['cafe', 'Café de Flore', true],
  ['CAFÉ flore', 'Flore, café', true],
  ['cafe wien', 'Café de Flore', false],
  ['lectern_theme', 'LECTERN_THEME', true],
  ['two words', 'two\nwords', true],
  ['  ', 'anything', true],
])('“%s” in “%s”: %s', (search, text, found) => {
  expect(textSearch(search)(text)).toBe(found)
})
