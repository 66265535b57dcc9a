// Measures a sound of any length as it comes: memory does not grow with it. What `analyse` does for a take.
import { soundThreshold } from './edges.ts'
import { findExtremes, peakOfExtremes, windowPeak, windowsPerSecond } from './extremes.ts'
import { createGatedLoudness } from './gated-loudness.ts'
import { createEnergyMeter, type EnergyPart, stepsPerSecond } from './loudness.ts'
import { amplitudeOf, decibels } from './pcm.ts'
import { createSoundEdges } from './sound-edges.ts'
import { findTruePeak, truePeakReach } from './true-peak.ts'

export type SoundLevels = {
  durationSeconds: number
  /** Integrated, BS.1770; null for what is too short or too quiet to have one. */
  loudnessLufs: number | null
  /** Of all channels, in dB of full scale, silence -120. */
  rmsDb: number
  samplePeakDb: number
  truePeakDb: number
  /** RMS of the quietest half second, wherever it lies. */
  floorDb: number
  /** Silence before the first and after the last sound; both the whole length where there is none. */
  headSeconds: number
  tailSeconds: number
}

export type SoundMeter = {
  /** The next samples of every channel (1 is full scale), as many of each. */
  add(channels: readonly Float32Array[]): void
  /** Nothing can be added any more. */
  end(): SoundLevels
}

/** As the common checkers of ACX do: the RMS of the quietest 500 ms is the noise floor. */
const floorSteps = stepsPerSecond / 2
/**
 * What is not this far above the noise floor is no sound: room tone has peaks 10 dB above its RMS in many a
 * window of 5 ms. But never is a sound missed that is within 30 dB of the loudest.
 */
const aboveFloorDb = 15
const belowPeakDb = 30

/** Rate in Hz, at least 1. More than two channels count alike, whatever their places in the room. */
export function createSoundMeter(sampleRate: number, channelCount: number): SoundMeter {
  const capacity = sampleRate + 2 * truePeakReach
  const channels = Array.from({ length: channelCount }, () => ({
    // The second in the middle, and on each side what reaches into it.
    samples: new Float32Array(capacity),
    energy: createEnergyMeter(sampleRate),
  }))
  const loudness = createGatedLoudness()
  const edges = createSoundEdges()
  const floor = createQuietest()
  let filled = truePeakReach
  let length = 0
  let squares = 0
  let samplePeak = 0
  let truePeak = 0

  /** Measures `count` samples of each channel, up to a second, and lets them go. */
  const measure = (count: number) => {
    const to = truePeakReach + count
    const energies: EnergyPart[] = []
    const peaks = new Float64Array(Math.ceil((count * windowsPerSecond) / sampleRate))
    for (const { samples, energy } of channels) {
      const second = samples.subarray(truePeakReach, to)
      const extremes = findExtremes(second, sampleRate)
      for (let window = 0; window < peaks.length; window++)
        peaks[window] = Math.max(peaks[window] as number, windowPeak(extremes, window))
      samplePeak = Math.max(samplePeak, peakOfExtremes(extremes))
      const stretch = { from: truePeakReach, to, atLeast: truePeak }
      truePeak = findTruePeak(samples.subarray(0, filled), extremes, sampleRate, stretch)
      energies.push(energy(second))
      samples.copyWithin(0, count, filled)
    }
    for (const peak of peaks) edges.add(peak)
    for (const energy of energies) squares += energy.squares
    for (let step = 0; step < (energies[0]?.steps.length ?? 0); step++) {
      loudness.add(energies.reduce((sum, { steps }) => sum + (steps[step] as number), 0))
      floor.add(energies.reduce((sum, part) => sum + (part.plainSteps[step] as number), 0))
    }
    length += count
    filled -= count
  }

  return {
    add(frame) {
      const count = frame[0]?.length ?? 0
      for (let from = 0; from < count;) {
        const taken = Math.min(count - from, capacity - filled)
        for (const [index, { samples }] of channels.entries()) {
          const source = frame[index] as Float32Array
          for (let i = 0; i < taken; i++) {
            const sample = (source[from + i] as number) * 32_768
            // Floats may be no numbers: one of them would leave nothing measured.
            samples[filled + i] = Number.isFinite(sample) ? sample : 0
          }
        }
        filled += taken
        from += taken
        if (filled === capacity) measure(sampleRate)
      }
    },
    end() {
      while (filled > truePeakReach) measure(Math.min(sampleRate, filled - truePeakReach))
      const meanSquare = squares / Math.max(1, length * channelCount)
      const rms = Math.sqrt(meanSquare)
      const floorRms = Math.min(rms, Math.sqrt(floor.lowest() / channelCount))
      const threshold = Math.max(
        soundThreshold(samplePeak),
        Math.min(
          floorRms * 32_768 * amplitudeOf(aboveFloorDb),
          samplePeak * amplitudeOf(-belowPeakDb),
        ),
      )
      const durationSeconds = length / sampleRate
      const sound = edges.above(threshold)
      const end = Math.min(durationSeconds, (sound?.end ?? 0) / windowsPerSecond)
      return {
        durationSeconds,
        loudnessLufs: loudness.integrated(),
        rmsDb: decibels(rms),
        samplePeakDb: decibels(samplePeak / 32_768),
        truePeakDb: decibels(truePeak / 32_768),
        floorDb: decibels(floorRms),
        headSeconds: sound ? sound.first / windowsPerSecond : durationSeconds,
        tailSeconds: durationSeconds - end,
      }
    },
  }
}

/** The lowest mean of so many steps in a row; infinite until there are as many. */
function createQuietest() {
  const latest = new Float64Array(floorSteps)
  let steps = 0
  let least = Infinity
  return {
    add(energy: number) {
      latest[steps % floorSteps] = energy
      steps += 1
      if (steps < floorSteps) return
      let sum = 0
      for (const step of latest) sum += step
      least = Math.min(least, sum / floorSteps)
    },
    lowest: () => least,
  }
}
