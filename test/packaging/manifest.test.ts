// The manifest is a judge that finds what it looks for.
import { expect, test } from 'vitest'
import { isNative, secretText, strays } from './manifest.ts'

test.each([
  ['out/main/index.js.map', 'a map'],
  ['node_modules/zod/index.d.ts', 'a source'],
  ['node_modules/zod/test.js', 'a test'],
  ['node_modules/zod/tests/a.js', 'a test'],
  ['node_modules/zod/publish.sh', 'a tool'],
  ['node_modules/zod/.npmrc', 'a setting of a tool'],
  ['out/main/signing.p12', 'a secret'],
  ['resources/licences/id_rsa', 'a secret'],
  ['src/main/index.js', 'not in the manifest'],
  ['node_modules/vitest-like/index.js', 'not in the manifest'],
  ['out/stamp.json', 'not in the manifest'],
])('%s is %s', (file, reason) => {
  expect(strays([file, 'out/main/index.js', 'node_modules/zod/index.js'])).toEqual([
    `${file}: ${reason}`,
  ])
})

test('machine code is known by its name', () => {
  const names = ['a.node', 'b.so', 'c.so.1.2', 'd.dll', 'e.dylib', 'f.exe', 'g.js', 'h.wasm']
  expect(names.filter(isNative)).toEqual(names.slice(0, 6))
})

test('keys are known by their shape', () => {
  const planted = [`"sk-${'a'.repeat(40)}"`, `ghp_${'b'.repeat(36)}`, `AKIA${'C'.repeat(16)}`]
  expect(planted.filter((text) => !secretText.test(text))).toEqual([])
  expect(secretText.test(`-----BEGIN PRIVATE KEY-----\n${'M'.repeat(30)}`)).toBe(true)
  expect(secretText.test('desk-lamp and risk-free-of-any-sort-of-trouble')).toBe(false)
})
