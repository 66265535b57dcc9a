// A figure of the part `speech`: how busy the machine was stands beside it, for it tells in the milliseconds.
import type { Figure } from '../figure.ts'
import type { Narration } from './narrate.ts'

export const seconds = (ms: number): string => `${(ms / 1000).toFixed(3)} s`

/** Also prints it at once: the part takes minutes. */
export function figureOf({ load }: Pick<Narration, 'load'>, figure: Figure): Figure {
  const told = { ...figure, measured: `${figure.measured} (load ${load.toFixed(1)})` }
  const ratio = told.ratio === null ? '' : `: ${told.ratio.toFixed(3)}`
  console.log(`${told.what}: ${told.measured}, ${told.comparedTo}${ratio}`)
  return told
}

/** Requests a second that were answered after the first `after` answers. */
export function throughput({ requests }: Pick<Narration, 'requests'>, after = 0): number {
  const ends = requests.flatMap(({ endedAt, status }) => (status === 200 ? (endedAt ?? []) : []))
  ends.sort((a, b) => a - b)
  const from = after === 0 ? (requests[0]?.startedAt ?? 0) : (ends[after - 1] ?? 0)
  const until = ends.at(-1) ?? from
  return ((ends.length - after) / Math.max(1, until - from)) * 1000
}
