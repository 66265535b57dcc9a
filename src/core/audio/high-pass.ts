// Takes away rumble: a second-order Butterworth high-pass (Bristow-Johnson's audio EQ cookbook).

/** Samples between two looks at whether anything still rings on. */
const stretch = 2048

/** Filters in place, from rest. `hertz` is where it is 3 dB down. */
export function highPass(samples: Float32Array, hertz: number, sampleRate: number): void {
  const angle = (2 * Math.PI * hertz) / sampleRate
  const cosine = Math.cos(angle)
  const alpha = Math.sin(angle) * Math.SQRT1_2
  const a0 = 1 + alpha
  const b0 = (1 + cosine) / 2 / a0
  const b1 = -2 * b0
  const a1 = (-2 * cosine) / a0
  const a2 = (1 - alpha) / a0
  let s1 = 0
  let s2 = 0
  for (let from = 0; from < samples.length; from += stretch) {
    const end = Math.min(samples.length, from + stretch)
    for (let i = from; i < end; i++) {
      const x = samples[i] as number
      const y = b0 * x + s1
      s1 = b1 * x - a1 * y + s2
      s2 = b0 * x - a2 * y
      samples[i] = y
    }
    // What rings on in long silence would become denormal, and slow.
    if (Math.abs(s1) + Math.abs(s2) < 1e-12) s1 = s2 = 0
  }
}
