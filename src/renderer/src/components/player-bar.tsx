// The player: steps, play, the chapter's waveform, speed.
import {
  ChevronFirst,
  ChevronLast,
  LoaderCircle,
  Pause,
  Play,
  SkipBack,
  SkipForward,
} from 'lucide-react'
import { IconButton } from '../elements/button.tsx'
import turning from '../elements/turning.module.css'
import { useBook, useProject } from '../hooks/use-book.ts'
import { useHeardSeconds } from '../hooks/use-heard-seconds.ts'
import { useKeyHint } from '../hooks/use-key-hint.ts'
import { useSegmentDeeds } from '../hooks/use-segment-deeds.ts'
import { useSelected, useStore } from '../hooks/use-store.ts'
import { chapterAt } from '../client/chapter-at.ts'
import { words } from '../words.ts'
import { ChapterWaveform } from './chapter-waveform.tsx'
import styles from './player-bar.module.css'
import { SpeedControl } from './speed-control.tsx'

export function PlayerBar() {
  const { player, selection, timelines } = useBook()
  const { project } = useProject()
  const deeds = useSegmentDeeds()
  const { heard, mode } = useStore(player)
  const chosen = useSelected(selection, (now) => now.position)
  const position = heard !== null && mode !== 'idle' ? heard.position : chosen
  const chapter = chapterAt(project.chapters, position)
  const hints = {
    previousChapter: useKeyHint('previous-chapter'),
    previous: useKeyHint('previous-segment'),
    play: useKeyHint('play'),
    next: useKeyHint('next-segment'),
    nextChapter: useKeyHint('next-chapter'),
  }
  const sounding = mode === 'playing' || mode === 'waiting'
  return (
    <section className={styles['bar']} aria-label={words.transport.title}>
      <div className={styles['steps']} dir="ltr">
        <IconButton
          label={words.transport.previousChapter}
          {...hints.previousChapter}
          icon={<ChevronFirst />}
          onClick={() => deeds.stepChapter(-1)}
        />
        <IconButton
          label={words.transport.previous}
          {...hints.previous}
          icon={<SkipBack />}
          onClick={() => deeds.step(-1)}
        />
        <IconButton
          look="primary"
          size="large"
          label={sounding ? words.transport.pause : words.transport.play}
          {...hints.play}
          data-mode={mode}
          icon={
            mode === 'waiting' ? (
              <LoaderCircle className={turning['turning']} />
            ) : sounding ? (
              <Pause />
            ) : (
              <Play />
            )
          }
          onClick={deeds.toggle}
        />
        <IconButton
          label={words.transport.next}
          {...hints.next}
          icon={<SkipForward />}
          onClick={() => deeds.step(1)}
        />
        <IconButton
          label={words.transport.nextChapter}
          {...hints.nextChapter}
          icon={<ChevronLast />}
          onClick={() => deeds.stepChapter(1)}
        />
      </div>
      {chapter === undefined ? null : (
        <>
          <div className={styles['place']}>
            <p className={styles['chapter']} dir="auto" title={chapter.title}>
              {chapter.title || words.chapters.untitled}
            </p>
            <Times chapterId={chapter.id} key={chapter.id} />
          </div>
          <ChapterWaveform
            key={`${chapter.id} wave`}
            chapterId={chapter.id}
            title={chapter.title || words.chapters.untitled}
            timeline={timelines.of(chapter.id)}
          />
        </>
      )}
      <SpeedControl />
    </section>
  )
}

function Times({ chapterId }: { chapterId: string }) {
  const { player, timelines } = useBook()
  const timeline = useStore(timelines.of(chapterId))
  const { heard, mode } = useStore(player)
  const seconds = useHeardSeconds()
  const here = heard?.chapterId === chapterId && mode !== 'idle'
  return (
    <p className={styles['times']}>
      <bdi dir="ltr">
        {words.clock(here ? seconds : 0)} / {words.clock(timeline?.durationSeconds ?? 0)}
      </bdi>
    </p>
  )
}
