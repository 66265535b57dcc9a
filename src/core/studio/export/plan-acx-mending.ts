// What would let a folder for ACX pass: values of the book's sound, and gains of its chapters.
import {
  soundPresets,
  type AcxMending,
  type AcxRemedy,
  type AcxReport,
  type AcxRuleName,
  type ChapterGain,
  type Project,
  type SoundSettings,
} from '../../../contract/index.ts'
import { mendedSound, type MendedSound } from '../../master/mended-sound.ts'
import { acxLimits } from '../../master/acx-rules.ts'
import { gainInto } from '../../master/chapter-gain.ts'
import { chapterGain, chapterLoudness } from './chapter-loudness.ts'
import type { StudioParts } from '../studio-parts.ts'

export type MeasuredFile = AcxReport['files'][number]

/** Gains by chapter; null where no gain helps. */
type Gains = ReadonlyMap<string, number | null>

/** Rules that the sound mends, and the gain that the chapter has now. */
type Found = { mended: MendedSound['mended']; now: number }

const { audible } = soundPresets

/**
 * Says of every rule that is not met what mends it, and what of that Lectern can do. `project` is as it was
 * exported.
 */
export async function planAcxMending(
  parts: StudioParts,
  project: Project,
  files: readonly MeasuredFile[],
  signal: AbortSignal,
): Promise<{ files: MeasuredFile[]; mending: AcxMending | null }> {
  if (files.every(({ passed }) => passed)) return { files: [...files], mending: null }
  const mended = mendedSound(project.sound, files)
  let sound = mended.sound
  let gains: Gains | null = null
  // What gains alone cannot mend may be the matter of the book's own level, or of its pauses.
  for (const candidate of candidatesOf(mended.sound)) {
    const found = await findGains(parts, project, { sound: candidate, files, signal })
    if (gains === null || lostIn(found) < lostIn(gains)) [sound, gains] = [candidate, found]
    if (lostIn(gains) === 0) break
  }
  gains ??= new Map()
  const changed = gainsChanged(project, gains)
  const isShaped = sound !== project.sound
  return {
    files: files.map(({ chapterId = '', ...file }) => {
      const found = { mended: mended.mended, now: chapterGain(project, chapterId) }
      const remedy = (rule: AcxRuleName) => remedyOf(rule, gains.get(chapterId), found)
      const findings = file.findings.map((it) =>
        it.passed ? it : { ...it, remedy: remedy(it.rule) },
      )
      return { ...file, ...(chapterId !== '' && { chapterId }), findings }
    }),
    mending: isShaped || changed.length > 0 ? { ...(isShaped && { sound }), gains: changed } : null,
  }
}

/** Silence around short chapters takes much of their RMS: so little of it passes, in milliseconds. */
const shortEdges = { chapterStart: 600, chapterEnd: 1300 }

/** Each once, the nearest to what there is first. */
function candidatesOf(sound: SoundSettings): SoundSettings[] {
  const { loudnessLufs, highPassHz, compression } = audible
  const level = { loudnessLufs, highPassHz, compression }
  const { chapterStart, chapterEnd } = sound.pauses
  const edges = {
    chapterStart: Math.min(chapterStart, shortEdges.chapterStart),
    chapterEnd: Math.min(chapterEnd, shortEdges.chapterEnd),
  }
  const pauses = { ...sound.pauses, ...edges }
  const all = [
    { ...sound, ...level },
    { ...sound, pauses },
    { ...sound, ...level, pauses },
  ]
  const known = new Set([JSON.stringify(sound)])
  return [sound, ...all.filter((one) => known.size < known.add(JSON.stringify(one)).size)]
}

/** Chapters that no gain helps. */
const lostIn = (gains: Gains): number => [...gains.values()].filter((gain) => gain === null).length

const gainsChanged = (project: Project, gains: Gains): ChapterGain[] =>
  [...gains].flatMap(([chapterId, gainDb]) =>
    gainDb === null || gainDb === chapterGain(project, chapterId) ? [] : [{ chapterId, gainDb }],
  )

/** What each chapter needs to pass with this sound. Where the sound stays, only those that fail are looked at. */
async function findGains(
  parts: StudioParts,
  project: Project,
  asked: { sound: SoundSettings; files: readonly MeasuredFile[]; signal: AbortSignal },
): Promise<Gains> {
  const { sound, files, signal } = asked
  const gains = new Map<string, number | null>()
  for (const [chapterId, own] of Map.groupBy(files, (file) => file.chapterId)) {
    const isAsked = sound !== project.sound || own.some(hasWrongRms)
    if (chapterId === undefined || !isAsked) continue
    signal.throwIfAborted()
    const now = chapterGain(project, chapterId)
    const linear = (gainDb: number) => gainDb
    const before = (await chapterLoudness(parts, project, chapterId, signal)) ?? linear
    const then =
      sound === project.sound
        ? before
        : ((await chapterLoudness(parts, { ...project, sound }, chapterId, signal)) ?? linear)
    // What was measured goes before what is told from takes: that says how much a change will do.
    const rmsOf = (file: MeasuredFile) => (gainDb: number) =>
      file.measure.rmsDb + then(gainDb) - before(now)
    gains.set(chapterId, gainForAll(own.map(rmsOf), now))
  }
  return gains
}

const hasWrongRms = ({ findings }: MeasuredFile): boolean =>
  findings.some(({ rule, passed }) => rule === 'rms' && !passed)

/** The gain for a chapter and what is cut from it. */
function gainForAll(rmsOf: readonly ((gainDb: number) => number)[], now: number): number | null {
  let far = now
  for (const rms of rmsOf) {
    const wanted = gainInto(acxLimits.rms, rms, now)
    if (wanted === null) return null
    if (Math.abs(wanted - now) > Math.abs(far - now)) far = wanted
  }
  const { min, max } = acxLimits.rms
  return rmsOf.every((rms) => rms(far) >= min && rms(far) <= max) ? far : null
}

function remedyOf(rule: AcxRuleName, gainDb: number | null | undefined, found: Found): AcxRemedy {
  if (rule !== 'rms') return { kind: found.mended.has(rule) ? 'sound' : 'none' }
  if (gainDb === null || gainDb === undefined) return { kind: 'none' }
  return gainDb === found.now ? { kind: 'sound' } : { kind: 'gain', gainDb }
}
