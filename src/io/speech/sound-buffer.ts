// Grows while an engine speaks and is used again for the next segment: speaking makes no garbage.

export type SoundBuffer = {
  readonly samples: Int16Array<ArrayBuffer>
  append(samples: Int16Array): void
  /** Appends digital silence. */
  pause(samples: number): void
  clear(): void
}

/** Twenty seconds at 22,050 Hz: what most segments fit into. */
const usualSamples = 20 * 22_050

/** Holds 16-bit mono samples. What a long segment has taken is given back at the next `clear`. */
export function createSoundBuffer(): SoundBuffer {
  let memory = new Int16Array(usualSamples)
  let length = 0
  const grow = (by: number) => {
    if (length + by <= memory.length) return
    const larger = new Int16Array(Math.max(length + by, memory.length * 2))
    larger.set(memory.subarray(0, length))
    memory = larger
  }
  return {
    get samples() {
      return memory.subarray(0, length)
    },
    append(samples) {
      grow(samples.length)
      memory.set(samples, length)
      length += samples.length
    },
    pause(samples) {
      grow(samples)
      memory.fill(0, length, length + samples)
      length += samples
    },
    clear() {
      if (memory.length > usualSamples * 4) memory = new Int16Array(usualSamples)
      length = 0
    },
  }
}
