// The music of the open book: its cues with where they are heard, and what can be done with them.
import { useEffect, useState } from 'react'
import {
  usualCue,
  usualDuckDb,
  type BookLine,
  type Cue,
  type CuePlace,
  type LibrarySound,
} from '../../../contract/index.ts'
import { useProject } from './use-book.ts'
import { useFace } from './use-face.ts'

export type MusicDeeds = {
  cues: readonly Cue[]
  /** Of cues at segments; null where the segment is no more, absent until it is known. */
  lines: ReadonlyMap<string, BookLine | null>
  add(sound: LibrarySound, place: CuePlace): void
  change(id: string, change: Partial<Cue>): void
  takeOut(id: string): void
}

export function useMusic(): MusicDeeds {
  const { connection, news } = useFace()
  const { project } = useProject()
  const { id: projectId, music, revision } = project
  const lines = useCueLines(projectId, revision, music.length > 0)
  const place = async (put: Cue[], remove: string[] = []) => {
    news.settle(await connection.call('project.placeMusic', { projectId, put, remove }))
  }
  return {
    cues: music,
    lines,
    add: (sound, where) =>
      void place([
        {
          ...{ id: crypto.randomUUID(), soundId: sound.id, name: sound.name, place: where },
          ...usualCue[where.kind],
          ...{ fromMs: 0, lengthMs: null },
        },
      ]),
    change: (id, change) =>
      void place(music.flatMap((cue) => (cue.id === id ? { ...cue, ...change } : []))),
    takeOut: (id) => void place([], [id]),
  }
}

/** Asked for anew with every change of the book. */
function useCueLines(
  projectId: string,
  revision: number,
  isWanted: boolean,
): ReadonlyMap<string, BookLine | null> {
  const { connection } = useFace()
  const [lines, setLines] = useState<ReadonlyMap<string, BookLine | null>>(new Map())
  useEffect(() => {
    let isOld = false
    if (isWanted)
      void connection.call('project.placesOfMusic', { projectId }).then((reply) => {
        if (reply.ok && !isOld)
          setLines(new Map(reply.value.places.map(({ cueId, line }) => [cueId, line])))
      })
    return () => {
      isOld = true
    }
  }, [connection, projectId, revision, isWanted])
  return lines
}

/** What a bed begins with. */
export const bedUnder = (chapters: Extract<CuePlace, { kind: 'bed' }>['chapters']): CuePlace => ({
  kind: 'bed',
  chapters,
  duckDb: usualDuckDb,
})
