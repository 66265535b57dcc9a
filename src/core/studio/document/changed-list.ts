// A list changed entry by entry: what somebody else has changed in it meanwhile stays.

/** Entries that are there already keep their places; new ones come last. */
export function changedList<T extends { id: string }>(
  list: readonly T[],
  put: readonly T[],
  remove: readonly string[],
): T[] {
  const byId = new Map(put.map((entry) => [entry.id, entry]))
  const gone = new Set(remove)
  const kept = list.filter(({ id }) => !gone.has(id)).map((entry) => byId.get(entry.id) ?? entry)
  const known = new Set(list.map(({ id }) => id))
  return [...kept, ...put.filter(({ id }) => !known.has(id) && !gone.has(id))]
}
