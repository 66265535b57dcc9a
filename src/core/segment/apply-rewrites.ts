// Turns display text into spoken text and keeps the map between the two.
import type { SourceMap } from '../../contract/index.ts'

/** A stretch of the display text and what is said instead of it: text, nothing, or one space. */
export type Rewrite = { from: number; to: number; text: string }

/** Applies rewrites (the first holds where two overlap); every run of white space becomes one space. */
export function applyRewrites(
  text: string,
  rewrites: readonly Rewrite[],
): { text: string; map: SourceMap } {
  const map: SourceMap = []
  let said = ''
  /** Says `piece`, written at `at`; an anchor is needed only where the texts stop running in parallel. */
  const say = (piece: string, at: number) => {
    const last = map.at(-1)
    if (!last || said.length - last[0] !== at - last[1]) map.push([said.length, at])
    said += piece
  }
  const saySpace = (at: number) => {
    if (said !== '' && !said.endsWith(' ')) say(' ', at)
  }
  const sayWritten = (from: number, to: number) => {
    let at = from
    for (const piece of text.slice(from, to).split(/(\s+)/)) {
      if (/^\s/.test(piece)) saySpace(at)
      else if (piece !== '') say(piece, at)
      at += piece.length
    }
  }
  let at = 0
  for (const { from, to, text: instead } of [...rewrites].sort((a, b) => a.from - b.from)) {
    if (from < at) continue
    sayWritten(at, from)
    if (instead === ' ') saySpace(from)
    else if (instead !== '') say(instead, from)
    at = to
  }
  sayWritten(at, text.length)
  const trimmed = said.trimEnd()
  return { text: trimmed, map: map.filter(([spoken]) => spoken < trimmed.length) }
}
