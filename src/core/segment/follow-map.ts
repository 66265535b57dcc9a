// Two source maps one after the other, as one.
import type { SourceMap } from '../../contract/index.ts'

/**
 * `outer` leads from a text to one between, `inner` from there to the display text; the inner text is
 * nowhere longer than what it came from.
 */
export function followMap(outer: SourceMap, inner: SourceMap): SourceMap {
  const map: SourceMap = []
  let next = 0
  for (const [index, [said, between]] of outer.entries()) {
    const [saidEnd, betweenEnd] = outer[index + 1] ?? [Infinity, Infinity]
    while ((inner[next]?.[0] ?? Infinity) <= between) next += 1
    const [from, display] = inner[next - 1] ?? [0, 0]
    map.push([said, display + between - from])
    for (; (inner[next]?.[0] ?? Infinity) < betweenEnd; next += 1) {
      const [at, shown] = inner[next] ?? [0, 0]
      if (said + at - between < saidEnd) map.push([said + at - between, shown])
    }
  }
  return map
}
