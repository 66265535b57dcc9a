// A chapter's own gain: how it joins its voices', and what it must be to bring the chapter's RMS into a range.
import type { SoundSettings } from '../../contract/index.ts'
import type { VoiceGain } from './voice-gain.ts'

/** More than this is not a chapter's matter, but its voice's or its pauses'. */
export const mostChapterGainDb = 6

/** In dB of full scale. */
export type RmsRange = { min: number; max: number }

/** How near to a limit of a range a chapter is brought: what is so near is left as it is. */
const marginDb = 0.5
/** What is told from takes may be wrong by so much. */
const leastMarginDb = 0.1

/**
 * Where the RMS of chapters lies whose voices are brought to a loudness: what short ones with many pauses
 * lose is more than what any gains. Null: every voice stays as loud as it is, and so do chapters.
 */
export const usualRange = ({ loudnessLufs }: SoundSettings): RmsRange | null =>
  loudnessLufs === null ? null : { min: loudnessLufs - 3.5, max: loudnessLufs + 1.5 }

/** The gains of a voice in a chapter: behind the compressor where there is one, so that this works as before. */
export const withChapterGain = (
  { gainDb, makeUpDb }: VoiceGain,
  chapterDb: number,
  { compression }: Pick<SoundSettings, 'compression'>,
): VoiceGain =>
  compression
    ? { gainDb, makeUpDb: makeUpDb + chapterDb }
    : { gainDb: gainDb + chapterDb, makeUpDb }

/**
 * The gain in steps of 0.1 dB that is nearest to `nowDb` and brings the RMS half a dB into the range, or as far
 * into it as 6 dB do; `nowDb` itself where it is inside already. `rmsAt` answers for a gain. Null where 6 dB
 * do not reach it.
 */
export function gainInto(
  range: RmsRange,
  rmsAt: (gainDb: number) => number,
  nowDb: number,
): number | null {
  const now = rmsAt(nowDb)
  if (now >= range.min && now <= range.max) return nowDb
  const step = now < range.min ? 0.1 : -0.1
  const isThere = (rms: number, margin = marginDb) =>
    step > 0 ? rms >= range.min + margin : rms <= range.max - margin
  const most = Math.round((mostChapterGainDb - Math.sign(step) * nowDb) / 0.1)
  // RMS never falls when gain rises: the first step that does is found by halves.
  let low = 0
  let high = most
  const furthest = high > 0 ? rmsAt(stepped(nowDb, high * step)) : now
  if (!isThere(furthest, leastMarginDb)) return null
  if (!isThere(furthest)) return stepped(nowDb, high * step)
  while (high - low > 1) {
    const middle = Math.floor((low + high) / 2)
    if (isThere(rmsAt(stepped(nowDb, middle * step)))) high = middle
    else low = middle
  }
  return stepped(nowDb, high * step)
}

const stepped = (nowDb: number, byDb: number): number => Math.round((nowDb + byDb) * 10) / 10
