// Raised-cosine fades, in place: the joins without clicks.

/** Fades the first `length` samples in. Fades never meet: each takes at most half of the sound. */
export function fadeIn(samples: Float32Array, length: number): void {
  const count = Math.min(length, samples.length >> 1)
  for (let i = 0; i < count; i++) samples[i] = (samples[i] as number) * rise(i, count)
}

/** Fades the last `length` samples out. */
export function fadeOut(samples: Float32Array, length: number): void {
  const count = Math.min(length, samples.length >> 1)
  const last = samples.length - 1
  for (let i = 0; i < count; i++) samples[last - i] = (samples[last - i] as number) * rise(i, count)
}

/** From 0 to 1, with both ends level; never quite 0, so that `count` samples are heard. */
const rise = (i: number, count: number): number =>
  0.5 - 0.5 * Math.cos((Math.PI * (i + 0.5)) / count)
