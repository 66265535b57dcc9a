// Packets are kept under the version of what made them.
import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { nativeEngine } from '../../../src/io/codecs/native/native-engine.ts'
import { openWasmEngine } from '../../../src/io/codecs/wasm/wasm-engine.ts'

const read = (path: string) =>
  JSON.parse(readFileSync(new URL(path, import.meta.url), 'utf8')) as Record<string, unknown>
const dependencies = read('../../../package.json')['dependencies'] as Record<string, string>

test('the version in the key is the one of the codec libraries that are installed', async () => {
  expect(nativeEngine.version).toContain(`node-av ${dependencies['node-av']},`)
  const { version } = await openWasmEngine()
  expect(version).toContain(`libav.js ${dependencies['@libav.js/variant-obsolete']},`)
  expect(version).toContain(`aac-encoder ${dependencies['@mediabunny/aac-encoder']},`)
  expect(version).not.toBe(nativeEngine.version)
})
