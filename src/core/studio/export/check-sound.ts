// A finished file, measured and judged.
import { nameOfPath } from '../../base/name-of-path.ts'
import type { SoundCheck } from '../../../contract/index.ts'
import { judgeForAcx } from '../../master/acx-rules.ts'
import type { StudioContext } from '../studio-context.ts'

/** Fails as `Codecs.measureFile` does. */
export async function checkSound(
  { codecs }: StudioContext,
  path: string,
  signal: AbortSignal,
): Promise<SoundCheck> {
  const measure = await codecs.measureFile(path, signal)
  const name = nameOfPath(path)
  return { name, measure, ...judgeForAcx(measure) }
}
