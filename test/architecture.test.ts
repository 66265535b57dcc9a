// Reads every import of src and holds the house to its plan (test/architecture/table.ts).
import { existsSync } from 'node:fs'
import { join, relative, sep } from 'node:path'
import { describe, expect, test } from 'vitest'
import { filesBelow, parseSource, readSources } from './architecture/read-sources.ts'
import {
  badHabits,
  badNames,
  brokenDirections,
  crowdedPackages,
  crowdedWords,
  deadImports,
  importCycles,
  lineCount,
  longFiles,
  rawTimers,
} from './architecture/rules.ts'
import {
  barrels,
  folderOfPackage,
  junkDrawers,
  layers,
  maxLines,
  sharedPackages,
  singleNamers,
  timerExemptions,
} from './architecture/table.ts'

const root = join(import.meta.dirname, '..', 'src')
const sources = readSources(root)

describe('the house', () => {
  test('was read', () => {
    const imports = sources.flatMap((source) => source.imports)
    expect(sources.length).toBeGreaterThan(20)
    expect(imports.length).toBeGreaterThan(20)
  })

  test('imports only downwards, and only the packages listed for a layer', () => {
    expect(brokenDirections(sources, layers)).toEqual([])
  })

  test('has no ring of imports', () => {
    expect(importCycles(sources)).toEqual([])
  })

  test('imports nothing that is not there', () => {
    expect(deadImports(sources, (path) => existsSync(join(root, path)))).toEqual([])
  })

  test('has one importer for each package that is not a vocabulary', () => {
    expect(crowdedPackages(sources, sharedPackages, folderOfPackage)).toEqual([])
  })

  test('has one place for each word of the outside', () => {
    expect(crowdedWords(sources, singleNamers)).toEqual([])
  })

  test('hangs its timers on scopes', () => {
    expect(rawTimers(sources, timerExemptions)).toEqual([])
  })

  test('names its files in kebab-case, for what is in them', () => {
    const paths = filesBelow(root).map((file) => relative(root, file).split(sep).join('/'))
    expect(badNames(paths, junkDrawers)).toEqual([])
  })

  test('keeps its files short', () => {
    const sizes = sources.map((source) => ({ path: source.path, lines: lineCount(source) }))
    sizes.sort((a, b) => a.lines - b.lines)
    const at = (share: number) => sizes[Math.floor((sizes.length - 1) * share)]?.lines ?? 0
    const longest = sizes.slice(-3).map(({ path, lines }) => `${path} ${lines}`)
    console.info(
      `${sizes.length} files; lines: median ${at(0.5)}, p90 ${at(0.9)}; longest: ` +
        longest.reverse().join(', '),
    )
    expect(longFiles(sources, maxLines)).toEqual([])
  })

  test('says in each file what it is for, exports by name, and has one barrel', () => {
    expect(badHabits(sources, barrels)).toEqual([])
  })

  test('lists no exemption that is gone', () => {
    const listed = [...Object.keys(timerExemptions), ...barrels]
    expect(listed.filter((path) => !existsSync(join(root, path)))).toEqual([])
  })
})

describe('the rules', () => {
  const broken = (path: string, text: string) => brokenDirections([parseSource(path, text)], layers)

  test.each([
    ['contract/a.ts', `import { b } from '../core/base/b.ts'`],
    ['contract/a.ts', `import * as fs from 'node:fs'`],
    ['core/audio/a.ts', `import type { B } from '../master/b.ts'`],
    ['core/book/a.ts', `export * from '../segment/b.ts'`],
    ['core/base/a.ts', `type B = import('electron').App`],
    ['io/sqlite/a.ts', `const b = await import('../../core/studio/studio.ts')`],
    ['renderer/src/a.tsx', `import { b } from '../../io/b.ts'`],
    ['renderer/src/state/a.ts', `import type { B } from '../hooks/b.ts'`],
    ['renderer/src/hooks/a.ts', `import { b } from '../components/b.tsx'`],
    ['preload/index.ts', `import { b } from '../contract/index.ts'`],
    ['web/a.ts', `import { app } from 'electron'`],
    ['attic/a.ts', `export const a = 1`],
  ])('refuse, in %s, %s', (path, text) => {
    expect(broken(path, text)).toHaveLength(1)
  })

  test.each([
    ['core/studio/a.ts', `import { b } from '../master/b.ts'`],
    ['io/codecs/a.ts', `import { b } from '../../core/master/b.ts'`],
    ['preload/index.ts', `import type { B } from '../contract/index.ts'`],
    ['main/a.ts', `// import 'openai'\nimport { app } from 'electron'`],
  ])('allow, in %s, %s', (path, text) => {
    expect(broken(path, text)).toEqual([])
  })

  test('find a ring, also of types', () => {
    const ring = [
      parseSource('core/base/a.ts', `import { b } from './b.ts'`),
      parseSource('core/base/b.ts', `import type { A } from './a.ts'`),
    ]
    expect(importCycles(ring)).toEqual(['core/base/a.ts → core/base/b.ts → core/base/a.ts'])
  })

  test('find second importers, second namers and raw timers', () => {
    const crowd = [
      parseSource('io/a.ts', `import a from 'yauzl'; setTimeout(() => process.env.A, 1)`),
      parseSource('io/b.ts', `import b from 'yauzl/fd'; export const c = process.env.B`),
    ]
    expect(crowdedPackages(crowd, [], {})).toHaveLength(1)
    expect(crowdedWords(crowd, ['process.env'])).toHaveLength(1)
    expect(rawTimers(crowd, {})).toHaveLength(1)
  })

  test('find names that say nothing or are not kebab-case', () => {
    expect(badNames(['io/utils/a.ts', 'io/fooBar.ts', 'io/foo-bar.test.ts'], junkDrawers)).toEqual([
      'io/utils/a.ts: utils says nothing about what is in it',
      'io/fooBar.ts: fooBar.ts is not kebab-case',
    ])
  })
})
