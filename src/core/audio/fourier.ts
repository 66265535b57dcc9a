// The fast Fourier transform of a power of two, in place; with a Hann window on loading.

export type Transform = {
  /** Puts `size` samples from `start` under the window into `target`; what lies outside is 0. */
  load(samples: Int16Array, start: number, target: Float64Array): void
  /** Transforms `real` + i·`imaginary`. */
  run(real: Float64Array, imaginary: Float64Array): void
}

const made = new Map<number, Transform>()

/** Tables are made once for each size. */
export function createTransform(size: number): Transform {
  const known = made.get(size)
  if (known) return known
  const transform = makeTransform(size)
  made.set(size, transform)
  return transform
}

function makeTransform(size: number): Transform {
  const hann = Float64Array.from(
    { length: size },
    (_, i) => 0.5 - 0.5 * Math.cos((2 * Math.PI * (i + 0.5)) / size),
  )
  const cosine = Float64Array.from({ length: size / 2 }, (_, i) =>
    Math.cos((2 * Math.PI * i) / size),
  )
  const sine = Float64Array.from({ length: size / 2 }, (_, i) => Math.sin((2 * Math.PI * i) / size))
  const bits = Math.log2(size)
  const reversed = Uint32Array.from({ length: size }, (_, i) => {
    let index = 0
    for (let bit = 0; bit < bits; bit++) if (i & (1 << bit)) index |= 1 << (bits - 1 - bit)
    return index
  })
  const swap = (values: Float64Array) => {
    for (let i = 0; i < size; i++) {
      const j = reversed[i] as number
      if (j <= i) continue
      const kept = values[i] as number
      values[i] = values[j] as number
      values[j] = kept
    }
  }
  return {
    load(samples, start, target) {
      for (let i = 0; i < size; i++) target[i] = (samples[start + i] ?? 0) * (hann[i] as number)
    },
    run(real, imaginary) {
      swap(real)
      swap(imaginary)
      for (let half = 1; half < size; half *= 2) {
        const step = size / half / 2
        for (let offset = 0; offset < half; offset++) {
          const c = cosine[offset * step] as number
          const s = sine[offset * step] as number
          for (let i = offset; i < size; i += half * 2) {
            const j = i + half
            const x = real[j] as number
            const y = imaginary[j] as number
            const a = x * c + y * s
            const b = y * c - x * s
            real[j] = (real[i] as number) - a
            imaginary[j] = (imaginary[i] as number) - b
            real[i] = (real[i] as number) + a
            imaginary[i] = (imaginary[i] as number) + b
          }
        }
      }
    },
  }
}
