// Two source maps one after the other, as one.
import type { SourceMap } from '../../contract/index.ts'

/** `outer` leads from a text to one between, `inner` from there to the display text of `length` units. */
export function followMap(outer: SourceMap, inner: SourceMap, length: number): SourceMap {
  const map: SourceMap = []
  let next = 0
  /** Several places inside of one reading lead to its beginning: the first of them says so. */
  const lead = (said: number, shown: number) => {
    const last = map.at(-1)
    if (!last || shown > last[1]) map.push([said, shown])
  }
  for (const [index, [said, between]] of outer.entries()) {
    const [saidEnd, betweenEnd] = outer[index + 1] ?? [Infinity, Infinity]
    while ((inner[next]?.[0] ?? Infinity) <= between) next += 1
    const [from, display] = inner[next - 1] ?? [0, 0]
    // What is said may be longer than what is shown: it leads no further than to what comes next.
    const [, nextDisplay] = inner[next] ?? [0, length]
    lead(said, Math.min(display + between - from, nextDisplay - 1))
    for (; (inner[next]?.[0] ?? Infinity) < betweenEnd; next += 1) {
      const [at, shown] = inner[next] ?? [0, 0]
      if (said + at - between < saidEnd) lead(said + at - between, shown)
    }
  }
  return map
}
