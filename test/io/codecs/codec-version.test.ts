// Packets are kept under the version of what made them.
import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { codecVersion } from '../../../src/io/codecs/codec-version.ts'

test('the version in the key is the one of the codec library that is installed', () => {
  const read = (path: string) =>
    JSON.parse(readFileSync(new URL(path, import.meta.url), 'utf8')) as Record<string, unknown>
  const dependencies = read('../../../package.json')['dependencies'] as Record<string, string>
  expect(codecVersion).toContain(`node-av ${dependencies['node-av']},`)
})
