// Whatever goes to people is named, with a licence that lets it go out with Lectern.
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { asar } from '../../scripts/builder.js'
import { allowed, judge } from '../../scripts/licences.js'
import { afterPack, noticesName, noticesOf } from '../../scripts/notices.js'
import { noticesName as shownName } from '../../src/main/notices-name.ts'
import { layers } from '../architecture/table.ts'

const root = join(import.meta.dirname, '..', '..')
const overview = readFileSync(join(root, 'THIRD-PARTY.md'), 'utf8')
const { dependencies, optionalDependencies } = JSON.parse(
  readFileSync(join(root, 'package.json'), 'utf8'),
) as { dependencies: Record<string, string>; optionalDependencies: Record<string, string> }

test('every package that is shipped or bundled is named in THIRD-PARTY.md', () => {
  const bundled = layers.find((layer) => layer.at === 'renderer')?.packages ?? []
  const shipped = [...Object.keys(dependencies), ...Object.keys(optionalDependencies), ...bundled]
  expect(shipped.length).toBeGreaterThan(20)
  expect(shipped.filter((name) => !overview.includes(`\`${name}\``))).toEqual([])
})

test('the licence is the whole GPL, version 3', () => {
  const licence = readFileSync(join(root, 'LICENSE'), 'utf8')
  expect(licence).toContain('GNU GENERAL PUBLIC LICENSE')
  expect(licence).toContain('Version 3, 29 June 2007')
  expect(licence).toContain('END OF TERMS AND CONDITIONS')
})

const thing = (licence: string | undefined, name = 'some-package') => ({
  name,
  version: '1.2.3',
  licence,
})

test.each(['MIT', '(MIT OR CC-BY-3.0)'])('a package under %s may go out', (licence) => {
  expect(judge([thing(licence)])).toEqual({ wrong: [], unsettled: [] })
})

test.each(['MIT AND CC-BY-3.0', 'GPL-2.0-only', 'BSD-4-Clause', 'BUSL-1.1', 'SEE LICENSE IN x'])(
  'a package under %s may not',
  (licence) => {
    expect(judge([thing(licence)]).wrong).toEqual([
      `some-package@1.2.3: ${licence} is not among the licences in scripts/licences.js`,
    ])
  },
)

test('a package that names no licence may not go out', () => {
  expect(judge([thing(undefined)]).wrong).toEqual(['some-package@1.2.3: it names no licence'])
})

test('packing ends where something in the archive may not go out, by its name', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'lectern-notices-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  const add = (name: string, license: string) => {
    const at = join(folder, 'app', 'node_modules', name)
    mkdirSync(at, { recursive: true })
    writeFileSync(join(at, 'package.json'), JSON.stringify({ name, version: '1.2.3', license }))
    writeFileSync(join(at, 'LICENSE'), `The terms of ${name}.`)
  }
  const afterPacking = async () => {
    await asar.createPackage(join(folder, 'app'), join(folder, 'app.asar'))
    afterPack({ appOutDir: folder, packager: { getResourcesDir: (path) => path } })
  }
  add('@some/kind', 'MIT')
  await afterPacking()
  const notices = readFileSync(join(folder, noticesName), 'utf8')
  expect(notices).toContain('\n@some/kind@1.2.3: MIT\n')
  expect(notices).toContain('@some/kind@1.2.3\n(as the package has it)\n\nThe terms of @some/kind.')
  add('unkind', 'BUSL-1.1')
  asar.uncache(join(folder, 'app.asar'))
  await expect(afterPacking()).rejects.toThrow('unkind@1.2.3: BUSL-1.1 is not among')
})

test('the menu shows the file that packing writes', () => {
  expect(shownName).toBe(noticesName)
})

test('every allowance has its reason', () => {
  expect(Object.entries(allowed).filter(([, reason]) => reason.length < 10)).toEqual([])
})

test('equal texts stand once, with all whose they are', () => {
  const text = 'The licence of Nobody.\nDo as you like.'
  const said = noticesOf([
    { ...thing('MIT', 'b'), texts: [text] },
    { ...thing('ISC', 'a'), texts: [text.replace('\n', '\r\n  ')] },
  ])
  expect(said).toContain('a@1.2.3: ISC\nb@1.2.3: MIT\n')
  expect(said.match(/Do as you like/g)).toHaveLength(1)
  expect(said).toContain('a@1.2.3, b@1.2.3\n(as the package has it)')
})

test('what comes without a text is given the standard one, and so is what is in it beside its own', () => {
  const said = noticesOf([
    { ...thing('MIT', 'fft.js'), texts: [] },
    { ...thing('MIT', 'better-sqlite3'), texts: ['Its own.'] },
  ])
  expect(said).toContain('(the standard text of MIT)\n\nMIT License')
  expect(said).toContain('(the standard text of blessing)\n\nThe author disclaims copyright')
  expect(said.match(/Permission is hereby granted/g)).toHaveLength(1)
})
