// What ACX asks of every file, held against what it measures (ACX audio submission requirements, acx.com).
import type { AcxFinding, AcxRuleName, SoundMeasure } from '../../contract/index.ts'

/** An edge of sound is found in windows of 5 ms, and a codec smears it. */
const edgeTolerance = 0.02

/** In dB of RMS, and in seconds of silence at either end. */
export const acxLimits = {
  rms: { min: -23, max: -18 },
  head: { min: 0.5, max: 1 },
  tail: { min: 1, max: 5 },
} as const

type Rule = {
  value: (measure: SoundMeasure) => number | string
  min?: number
  max?: number
  /** What a value may be beyond its limits all the same. */
  tolerance?: number
  /** For what is no number within limits. */
  isMet?: (measure: SoundMeasure) => boolean
}

const rules: Record<AcxRuleName, Rule> = {
  format: { value: ({ codec }) => codec, isMet: ({ codec }) => codec === 'mp3' },
  'bit-rate': { value: ({ bitRate }) => bitRate, min: 192_000 },
  'constant-rate': {
    value: ({ isConstantRate }) => (isConstantRate ? 1 : 0),
    isMet: ({ isConstantRate }) => isConstantRate === true,
  },
  'sample-rate': { value: ({ sampleRate }) => sampleRate, min: 44_100, max: 44_100 },
  channels: { value: ({ channels }) => channels, min: 1, max: 1 },
  rms: { value: ({ rmsDb }) => rmsDb, ...acxLimits.rms },
  peak: { value: ({ samplePeakDb }) => samplePeakDb, max: -3 },
  floor: { value: ({ floorDb }) => floorDb, max: -60 },
  length: { value: ({ durationSeconds }) => durationSeconds, max: 120 * 60 },
  head: { value: ({ headSeconds }) => headSeconds, ...acxLimits.head, tolerance: edgeTolerance },
  tail: { value: ({ tailSeconds }) => tailSeconds, ...acxLimits.tail, tolerance: edgeTolerance },
}

/** Every rule, in the order in which they are shown. */
export function judgeForAcx(measure: SoundMeasure): { passed: boolean; findings: AcxFinding[] } {
  const findings = Object.entries(rules).map(([name, rule]): AcxFinding => {
    const { value, min, max } = rule
    const measured = value(measure)
    return {
      rule: name as AcxRuleName,
      passed: rule.isMet ? rule.isMet(measure) : isWithin(Number(measured), rule),
      measured,
      ...(min !== undefined && { min }),
      ...(max !== undefined && { max }),
    }
  })
  return { passed: findings.every(({ passed }) => passed), findings }
}

const isWithin = (
  value: number,
  { min = -Infinity, max = Infinity, tolerance = 0 }: Rule,
): boolean => value >= min - tolerance && value <= max + tolerance
