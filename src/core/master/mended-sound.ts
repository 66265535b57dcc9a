// Which values of a book's sound let its files pass where they do not: ceiling, room tone, edges of chapters.
import {
  soundPresets,
  soundRanges,
  type AcxRuleName,
  type SoundCheck,
  type SoundSettings,
} from '../../contract/index.ts'
import { acxLimits } from './acx-rules.ts'

const { audible } = soundPresets
/** Beyond what a codec adds this time, in dB. */
const peakReserve = 0.3
const { head, tail } = acxLimits
/** Inside the nearer limit, in seconds. */
const tailReserve = 0.5

export type MendedSound = {
  sound: SoundSettings
  /** Rules that are met then. */
  mended: ReadonlySet<AcxRuleName>
}

/** The sound itself, the same value, where nothing of it is in the way. Levels are another matter. */
export function mendedSound(sound: SoundSettings, checks: readonly SoundCheck[]): MendedSound {
  const mended = new Set<AcxRuleName>()
  const changes: Partial<SoundSettings> = {}
  const pauses = { ...sound.pauses }
  const fails = (rule: AcxRuleName) =>
    checks.some(({ findings }) => findings.some((it) => it.rule === rule && !it.passed))
  const lengthen = (rule: 'head' | 'tail', pause: 'chapterStart' | 'chapterEnd', by: number) => {
    const milliseconds = Math.round(pauses[pause] + by * 1000)
    if (by === 0 || milliseconds < 0 || milliseconds > soundRanges.pauseMs.max) return
    pauses[pause] = milliseconds
    mended.add(rule)
  }

  const worst = Math.max(...checks.map(({ measure }) => measure.samplePeakDb))
  const ceilingDb = Math.floor((sound.ceilingDb - (worst + 3) - peakReserve) * 10) / 10
  if (fails('peak') && ceilingDb >= soundRanges.ceilingDb.min) {
    changes.ceilingDb = ceilingDb
    mended.add('peak')
  }
  if (fails('floor') && sound.roomToneDb !== null && sound.roomToneDb > (audible.roomToneDb ?? 0)) {
    changes.roomToneDb = audible.roomToneDb
    mended.add('floor')
  }
  if (fails('head')) lengthen('head', 'chapterStart', headMore(checks))
  if (fails('tail')) lengthen('tail', 'chapterEnd', tailMore(checks))
  return mended.size === 0 ? { sound, mended } : { sound: { ...sound, ...changes, pauses }, mended }
}

const spread = (seconds: readonly number[]) => ({
  low: Math.min(...seconds),
  high: Math.max(...seconds),
})

/** One pause serves all chapters: 0 where their own beginnings are too unlike for it. */
function headMore(checks: readonly SoundCheck[]): number {
  const { low, high } = spread(checks.map(({ measure }) => measure.headSeconds))
  return high - low > head.max - head.min ? 0 : (head.min + head.max - low - high) / 2
}

function tailMore(checks: readonly SoundCheck[]): number {
  const { low, high } = spread(checks.map(({ measure }) => measure.tailSeconds))
  if (high - low > tail.max - tail.min - 2 * tailReserve) return 0
  return low < tail.min ? tail.min + tailReserve - low : tail.max - tailReserve - high
}
