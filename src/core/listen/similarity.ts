// How alike two words are, as they are written: 1 equal, 0 nothing in common.

/** By the number of letters to change (Levenshtein), in share of the longer one. */
export function similarity(a: string, b: string): number {
  if (a === b) return 1
  const longest = Math.max(a.length, b.length)
  return longest === 0 ? 1 : 1 - distance(a, b) / longest
}

/** In one row, which is overwritten from left to right: it is asked for every two words of a line. */
function distance(a: string, b: string): number {
  const row = Array.from({ length: b.length + 1 }, (_, index) => index)
  for (let at = 0; at < a.length; at += 1) {
    let diagonal = at
    row[0] = at + 1
    for (let to = 0; to < b.length; to += 1) {
      const above = row[to + 1] as number
      const changed = diagonal + (a[at] === b[to] ? 0 : 1)
      row[to + 1] = Math.min((row[to] as number) + 1, above + 1, changed)
      diagonal = above
    }
  }
  return row[b.length] as number
}
