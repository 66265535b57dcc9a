// The cues of a book as its chapters hear them: which chapter, which stretch of a sound, how loud.
import {
  mostCues,
  type Cue,
  type CueChapters,
  type LibrarySound,
  type Project,
} from '../../../contract/index.ts'
import { fail } from '../../base/failure-error.ts'
import type { ChapterMusic, CueSound, SegmentCues } from '../../master/cue-sound.ts'

/** What a sound too short to have a loudness is brought to: its peak, below the book's loudness in LUFS. */
const shortPeakDb = 9

/**
 * The music of a chapter; null where it has none. Fails with `sound-missing` where the library has a sound
 * no more: a book is never silently another.
 */
export function chapterMusic(
  project: Project,
  chapterId: string,
  sounds: ReadonlyMap<string, LibrarySound>,
): ChapterMusic | null {
  const { music } = project
  if (music.length === 0) return null
  const intro: CueSound[] = []
  const outro: CueSound[] = []
  const bed: CueSound[] = []
  const at = new Map<string, SegmentCues>()
  for (const cue of music) {
    const { place } = cue
    const isHere = !('chapters' in place) || holdsChapter(project, place, chapterId)
    if (!isHere) continue
    const sound = cueSound(cue, sounds.get(cue.soundId), project)
    if (place.kind === 'intro') intro.push(sound)
    else if (place.kind === 'outro') outro.push(sound)
    else if (place.kind === 'bed') bed.push(sound)
    else {
      const cues = at.get(place.segmentId) ?? { before: [], under: [], after: [] }
      cues[place.kind].push(sound)
      at.set(place.segmentId, cues)
    }
  }
  return { intro, outro, bed, at }
}

/** A book begins and ends with the ticked chapters; under all of it a bed lies in each. */
function holdsChapter(
  { chapters }: Pick<Project, 'chapters'>,
  { kind, chapters: where }: { kind: 'intro' | 'outro' | 'bed'; chapters: CueChapters },
  chapterId: string,
): boolean {
  if (where.kind === 'one') return where.chapterId === chapterId
  if (where.kind === 'every' || kind === 'bed') return true
  const isHeard = ({ spoken, segments }: Project['chapters'][number]) => spoken && segments > 0
  const edge = kind === 'intro' ? chapters.find(isHeard) : chapters.findLast(isHeard)
  return edge?.id === chapterId
}

function cueSound(cue: Cue, sound: LibrarySound | undefined, { sound: shaped }: Project): CueSound {
  if (!sound) throw fail('sound-missing', { name: cue.name })
  const { samples, sampleRate } = sound
  const inSamples = (ms: number) => Math.round((ms * sampleRate) / 1000)
  const from = Math.min(inSamples(cue.fromMs), samples)
  const gainDb = gainOf(cue, sound, shaped)
  const length = cue.lengthMs === null ? samples : inSamples(cue.lengthMs)
  return {
    soundId: sound.id,
    sampleRate,
    ...{ from, to: Math.min(samples, from + length) },
    gainDb,
    peakDb: gainDb + sound.truePeakDb,
    ...{ fadeInMs: cue.fadeInMs, fadeOutMs: cue.fadeOutMs, loop: cue.loop },
    duckDb: cue.place.kind === 'bed' ? cue.place.duckDb : 0,
  }
}

/**
 * Beside the book's voices; alone it never reaches the ceiling, so that a limiter has nothing to do where one
 * segment goes over into the next. In steps of 0.1 dB.
 */
function gainOf(
  { gainDb }: Cue,
  sound: LibrarySound,
  { loudnessLufs: wanted, ceilingDb }: Project['sound'],
): number {
  const level = wanted === null ? 0 : wanted - loudnessOf(sound)
  return Math.floor(Math.min(level + gainDb, ceilingDb - sound.truePeakDb) * 10) / 10
}

/** In LUFS; told from its peak where a sound is too short to have a loudness. */
export const loudnessOf = ({ loudnessLufs, truePeakDb }: LibrarySound): number =>
  loudnessLufs ?? truePeakDb - shortPeakDb

/** The cues in their order with some put in place or behind, and some gone. */
export function musicWith(
  music: readonly Cue[],
  put: readonly Cue[],
  remove: readonly string[],
): Cue[] {
  const cues = new Map([...music, ...put].map((cue) => [cue.id, cue]))
  for (const id of remove) cues.delete(id)
  if (cues.size > mostCues) throw fail('arguments-invalid', { command: 'project.placeMusic' })
  return [...cues.values()]
}
