// How loud chapters are: the gain of the one that is heard or chosen, and all of them levelled at once.
import { soundRanges } from '../../../contract/index.ts'
import { Button } from '../elements/button.tsx'
import { useBook, useProject } from '../hooks/use-book.ts'
import { useFace } from '../hooks/use-face.ts'
import { useSelected, useStore } from '../hooks/use-store.ts'
import { chapterAt } from '../client/chapter-at.ts'
import { words } from '../words.ts'
import panel from './panel.module.css'
import { SoundNumber } from './sound-number.tsx'

export function SoundChapters() {
  const { connection, news } = useFace()
  const { player, selection } = useBook()
  const { project } = useProject()
  const { heard, mode } = useStore(player)
  const chosen = useSelected(selection, (now) => now.position)
  const position = heard !== null && mode !== 'idle' ? heard.position : chosen
  const chapter = chapterAt(project.chapters, position)
  const projectId = project.id
  const setGain = async (chapterId: string, gainDb: number) =>
    news.settle(await connection.call('chapter.level', { projectId, chapterId, gainDb }))
  const levelAll = async () => {
    const reply = news.settle(await connection.call('project.levelChapters', { projectId }))
    if (reply !== null) news.tell(words.sound.chaptersLevelled(reply.levelled))
  }
  return (
    <>
      {chapter === undefined ? null : (
        <SoundNumber
          key={chapter.id}
          {...{ label: words.sound.chapterGain(chapter.title || words.chapters.untitled) }}
          {...{ unit: 'db', step: 0.5 }}
          value={chapter.gainDb ?? 0}
          range={soundRanges.chapterGainDb}
          onChange={(value) => void setGain(chapter.id, Math.round(value * 10) / 10)}
        />
      )}
      {project.sound.loudnessLufs === null ? null : (
        <>
          <Button onClick={() => void levelAll()}>{words.sound.levelChapters}</Button>
          <p className={panel['note']}>{words.sound.levelChaptersText}</p>
        </>
      )}
    </>
  )
}
