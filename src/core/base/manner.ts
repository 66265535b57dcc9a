// What a person sets for a segment: only what is not usual is kept.
import { usualManner, type SegmentManner, type SomeManner } from '../../contract/index.ts'
import { canonicalJson, type Json } from './digest.ts'

type Name = keyof SegmentManner

const isUsual = (name: Name, value: unknown): boolean =>
  value === undefined || canonicalJson(value as Json) === canonicalJson(usualManner[name] as Json)

/** The same without what is as usual. */
export const unusualManner = (manner: SomeManner): SomeManner =>
  Object.fromEntries(
    Object.entries(manner).filter(([name, value]) => !isUsual(name as Name, value)),
  )

/** What a segment has now of the values named, so that they can be set back. */
export const mannerNow = (manner: SomeManner | undefined, named: SomeManner): SomeManner => {
  const whole = { ...usualManner, ...manner }
  return Object.fromEntries((Object.keys(named) as Name[]).map((name) => [name, whole[name]]))
}

/** All values that a change names of a segment, however often it names the segment. */
export function namesBySegment(
  rows: readonly { segmentId: string; set: SomeManner }[],
): Map<string, SomeManner> {
  const named = new Map<string, SomeManner>()
  for (const { segmentId, set } of rows) named.set(segmentId, { ...named.get(segmentId), ...set })
  return named
}
