// Which codecs whoever starts Lectern asks for: LECTERN_CODECS, `native` or `wasm`.
import { fail } from '../../core/base/failure-error.ts'
import { environment } from '../environment.ts'
import type { EngineName } from './codec-engine.ts'

/** Null where nobody asks. Fails with `setting-invalid`. */
export function wishedCodecs(): EngineName | null {
  const name = 'LECTERN_CODECS'
  const value = environment(name)
  if (value === null || value === 'native' || value === 'wasm') return value
  throw fail('setting-invalid', { name, value })
}
