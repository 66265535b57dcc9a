// Both codec engines, for suites that each must pass.
import type { CodecEngine, EngineName } from '../../../src/io/codecs/codec-engine.ts'
import { nativeEngine } from '../../../src/io/codecs/native/native-engine.ts'
import { openWasmEngine } from '../../../src/io/codecs/wasm/wasm-engine.ts'

export const engineNames: readonly EngineName[] = ['native', 'wasm']

export const openEngine = async (name: EngineName): Promise<CodecEngine> =>
  name === 'native' ? nativeEngine : openWasmEngine()
