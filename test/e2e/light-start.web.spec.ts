// The first screen is light: what its page names to be loaded, compressed.
import { readFileSync } from 'node:fs'
import { gzipSync } from 'node:zlib'
import { expect, test } from '@playwright/test'
import { projectRoot } from './shell.ts'

test('the first screen needs less than 250 kB', () => {
  const page = readFileSync(new URL('out/renderer/index.html', projectRoot), 'utf8')
  const names = [...page.matchAll(/\.\/(assets\/[^"]+\.(?:js|css))/g)].map(
    (found) => found[1] ?? '',
  )
  expect(names.length).toBeGreaterThan(3)
  const sizes = names.map(
    (name) => gzipSync(readFileSync(new URL(`out/renderer/${name}`, projectRoot))).length,
  )
  const bytes = sizes.reduce((sum, size) => sum + size, 0)
  console.info(`first screen: ${Math.round(bytes / 1000)} kB in ${names.length} files, gzip`)
  expect(bytes).toBeLessThan(250_000)
})
