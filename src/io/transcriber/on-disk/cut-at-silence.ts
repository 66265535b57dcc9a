// A long sound in pieces that a model can take, cut where it is most quiet.

/** In samples, `to` exclusive. */
export type Stretch = { from: number; to: number }

const frameSeconds = 0.02
/** So long a moment is looked at: a pause between words, not the stop inside one. */
const momentFrames = 8

/** Pieces of at most `longestSeconds`, which follow one another without a gap. */
export function cutAtSilence(
  samples: Int16Array,
  sampleRate: number,
  longestSeconds: number,
): Stretch[] {
  const most = Math.floor(longestSeconds * sampleRate)
  const pieces: Stretch[] = []
  let from = 0
  while (samples.length - from > most) {
    // Not before the half: many small pieces hear worse.
    const to = quietestIn(samples, sampleRate, {
      from: from + Math.floor(most / 2),
      to: from + most,
    })
    pieces.push({ from, to })
    from = to
  }
  return [...pieces, { from, to: samples.length }]
}

/** The middle of the quietest moment. */
function quietestIn(samples: Int16Array, sampleRate: number, { from, to }: Stretch): number {
  const frame = Math.max(1, Math.round(frameSeconds * sampleRate))
  const energies: number[] = []
  for (let at = from; at + frame <= to; at += frame) {
    let sum = 0
    for (let index = at; index < at + frame; index += 1) sum += (samples[index] as number) ** 2
    energies.push(sum)
  }
  let quietest = Infinity
  let found = to
  for (let first = 0; first + momentFrames <= energies.length; first += 1) {
    const moment = energies.slice(first, first + momentFrames).reduce((sum, each) => sum + each, 0)
    // The last of equals: pieces are as long as they may be.
    if (moment > quietest) continue
    quietest = moment
    found = from + (first + momentFrames / 2) * frame
  }
  return found
}
