// The lock file is whole: npm ci refuses one that knows only the platform it was written on.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'

type Locked = { version?: string; integrity?: string; optionalDependencies?: object }

const root = join(import.meta.dirname, '..', '..')
const { packages } = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8')) as {
  packages: Record<string, Locked>
}

test('every optional package of another platform is in the lock', () => {
  const missing = Object.entries(packages).flatMap(([place, locked]) =>
    Object.keys(locked.optionalDependencies ?? {})
      .filter((name) => !(`node_modules/${name}` in packages))
      .filter((name) => !(`${place}/node_modules/${name}` in packages))
      .map((name) => `${name} of ${place}`),
  )
  expect(
    missing,
    'write it anew: npm install --package-lock-only in a folder with package.json alone; ' +
      'if a version is not published for all platforms, pin an older one',
  ).toEqual([])
})

test('every package is pinned by its digest', () => {
  const loose = Object.entries(packages).filter(
    ([place, locked]) => place !== '' && locked.integrity === undefined,
  )
  expect(loose.map(([place]) => place)).toEqual([])
})
