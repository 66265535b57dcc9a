// How fast a text is read: when each of its letters is heard, told by the words whose time is known.

/** `at` in letters (UTF-16 units), `seconds` in the file. */
export type PaceMark = { at: number; seconds: number }

/** Marks of a text of `length` that is heard `from` … `to`: with both ends, ascending in both. */
export function paceOf(
  known: readonly PaceMark[],
  { length, from, to }: { length: number; from: number; to: number },
): PaceMark[] {
  const marks: PaceMark[] = [{ at: 0, seconds: from }]
  for (const mark of known) {
    const last = marks.at(-1) as PaceMark
    const isInside = mark.at < length && mark.seconds < to
    if (isInside && mark.at > last.at && mark.seconds > last.seconds) marks.push(mark)
  }
  return [...marks, { at: length, seconds: to }]
}

/** Between two marks, words have their share by their letters. */
export function secondsAt(pace: readonly PaceMark[], at: number): number {
  const next = pace.findIndex((mark) => mark.at > at)
  const [before, after] = [pace.at(next === -1 ? -1 : next - 1), pace[next]]
  if (!before || !after) return before?.seconds ?? 0
  const share = (at - before.at) / (after.at - before.at)
  return before.seconds + share * (after.seconds - before.seconds)
}
