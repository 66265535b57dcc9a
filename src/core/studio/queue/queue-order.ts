// The order of the queue, as a person changes it.

/**
 * The books with `book` so many places earlier (negative) or later among those that are shown: what is
 * hidden takes up no place, and stays where it is.
 */
export function movedPast<T>(
  books: readonly T[],
  shown: readonly T[],
  book: T,
  places: number,
): T[] {
  const from = shown.indexOf(book)
  const neighbour = shown[Math.max(0, Math.min(from + places, shown.length - 1))]
  if (from < 0 || neighbour === undefined || neighbour === book) return [...books]
  const others = books.filter((one) => one !== book)
  const at = others.indexOf(neighbour) + (places > 0 ? 1 : 0)
  return others.toSpliced(at, 0, book)
}
