// What may compute a model here. The engine itself falls back without a word, so it is asked for
// nothing that its build does not have.
import { existsSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import type { ExecutionProvider } from './engine-settings.ts'

/** The processor, and what else this platform's build of the engine brings along. */
export function executionProviders(): ExecutionProvider[] {
  if (process.platform === 'darwin') return ['cpu', 'coreml']
  return hasCuda() ? ['cpu', 'cuda'] : ['cpu']
}

/** Its library lies beside the engine's, in builds that have it. */
function hasCuda(): boolean {
  const system = process.platform === 'win32' ? 'win' : process.platform
  try {
    const engine = createRequire(import.meta.url).resolve(
      `sherpa-onnx-${system}-${process.arch}/package.json`,
    )
    return ['libonnxruntime_providers_cuda.so', 'onnxruntime_providers_cuda.dll'].some((name) =>
      existsSync(join(dirname(engine), name)),
    )
  } catch {
    return false
  }
}
