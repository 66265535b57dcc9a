// The value below which a share of all lies.

/** By the nearest rank, `share` from 0 to 1; null of nothing. Sorts a copy. */
export function quantileOf(values: readonly number[], share: number): number | null {
  const sorted = values.toSorted((a, b) => a - b)
  return sorted[Math.max(0, Math.ceil(sorted.length * share) - 1)] ?? null
}
