// How far from the usual a person may go with a segment. Apart from the schemas: the page needs it first.

/** From where to where what a person sets for a segment may go. */
export const mannerRanges = {
  rate: { min: 0.5, max: 2 },
  gainDb: { min: -24, max: 24 },
  pauseMs: { min: 0, max: 60_000 },
} as const
