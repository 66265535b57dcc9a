// Leaves out of a rewrite what it says as it is written at its head, so that other rules may have it.
import type { Rewrite } from '../apply-rewrites.ts'

export function withoutHead(text: string, { from, to, text: said }: Rewrite): Rewrite {
  const written = text.slice(from, to)
  let same = 0
  while (same < said.length - 1 && same < written.length - 1 && said[same] === written[same]) same++
  // Words stay whole.
  while (same > 0 && !/\s/.test(said[same - 1] ?? '')) same--
  return { from: from + same, to, text: said.slice(same) }
}
