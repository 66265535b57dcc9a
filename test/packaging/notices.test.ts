// Whatever goes to people is named in the third-party notices.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { layers } from '../architecture/table.ts'

const root = join(import.meta.dirname, '..', '..')
const notices = readFileSync(join(root, 'THIRD-PARTY.md'), 'utf8')
const { dependencies, optionalDependencies } = JSON.parse(
  readFileSync(join(root, 'package.json'), 'utf8'),
) as { dependencies: Record<string, string>; optionalDependencies: Record<string, string> }

test('every package that is shipped or bundled is named in THIRD-PARTY.md', () => {
  const bundled = layers.find((layer) => layer.at === 'renderer')?.packages ?? []
  const shipped = [...Object.keys(dependencies), ...Object.keys(optionalDependencies), ...bundled]
  expect(shipped.length).toBeGreaterThan(20)
  expect(shipped.filter((name) => !notices.includes(`\`${name}\``))).toEqual([])
})

test('the licence is the whole GPL, version 3', () => {
  const licence = readFileSync(join(root, 'LICENSE'), 'utf8')
  expect(licence).toContain('GNU GENERAL PUBLIC LICENSE')
  expect(licence).toContain('Version 3, 29 June 2007')
  expect(licence).toContain('END OF TERMS AND CONDITIONS')
})
