// Which codecs this process uses: the wish of the door, else the native ones where they load, else WASM.
import type { CodecEngine, EngineName } from './codec-engine.ts'
import { fail } from '../../core/base/failure-error.ts'

export type EngineChoice = {
  name: EngineName
  version: string
  /** `fallback`: nobody asked for WASM, but the native codecs cannot be loaded; `detail` says why. */
  reason: 'asked' | 'usual' | 'fallback'
  detail: string
}

export type LoadedEngine = { engine: CodecEngine; choice: EngineChoice }

type Load = () => Promise<CodecEngine>
const loaders: Record<EngineName, Load> = {
  native: async () => (await import('./native/native-engine.ts')).nativeEngine,
  wasm: async () => (await import('./wasm/wasm-engine.ts')).openWasmEngine(),
}

/** Fails with `codec-failed` (params: stage `codec`) when what was asked for cannot be loaded. */
export async function loadEngine(
  wish: EngineName | null,
  load: Record<EngineName, Load> = loaders,
): Promise<LoadedEngine> {
  if (wish !== null) return chosen(await tried(load[wish]), 'asked', '')
  try {
    return chosen(await load.native(), 'usual', '')
  } catch (error) {
    return chosen(await tried(load.wasm), 'fallback', firstLine(error))
  }
}

const chosen = (
  engine: CodecEngine,
  reason: EngineChoice['reason'],
  detail: string,
): LoadedEngine => ({
  engine,
  choice: { name: engine.name, version: engine.version, reason, detail },
})

async function tried(load: Load): Promise<CodecEngine> {
  try {
    return await load()
  } catch (error) {
    throw fail('codec-failed', { stage: 'codec' }, firstLine(error))
  }
}

const firstLine = (error: unknown): string =>
  (error instanceof Error ? error.message : String(error)).split('\n')[0] ?? ''
