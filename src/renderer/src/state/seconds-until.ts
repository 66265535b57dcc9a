// How long it is until a moment, in whole seconds.

/** Whole seconds until a moment, never less than 0. */
export const secondsUntil = (until: number, now: number): number =>
  Math.max(0, Math.ceil((until - now) / 1000))
