// How much longer music makes a book, before anything is planned.
import type { ChapterEntry, Project } from '../../../contract/index.ts'
import { chapterMusic } from './book-music.ts'
import type { StudioContext } from '../studio-context.ts'

/** Seconds of a chapter in which music or an effect is heard alone: those under a voice take no time. */
export async function musicSeconds(
  { projects, sounds }: Pick<StudioContext, 'projects' | 'sounds'>,
  project: Project,
): Promise<(chapter: ChapterEntry) => number> {
  const { music } = project
  if (music.length === 0) return () => 0
  const known = new Map((await sounds.list()).map((sound) => [sound.id, sound]))
  // What is missing from the library is told by the export.
  const there = { ...project, music: music.filter(({ soundId }) => known.has(soundId)) }
  const ids = there.music.flatMap(({ place }) => ('segmentId' in place ? [place.segmentId] : []))
  const positions = new Map(
    (await projects.segmentsById(project.id, ids)).map(({ id, position }) => [id, position]),
  )
  return ({ id, firstPosition, segments }) => {
    const cues = chapterMusic(there, id, known)
    if (!cues) return 0
    const alone = [...cues.intro, ...cues.outro]
    for (const [segmentId, { before, after }] of cues.at) {
      const position = (positions.get(segmentId) ?? -1) - firstPosition
      if (position >= 0 && position < segments) alone.push(...before, ...after)
    }
    return alone.reduce((sum, { from, to, sampleRate }) => sum + (to - from) / sampleRate, 0)
  }
}
