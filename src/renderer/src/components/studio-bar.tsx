// The studio's head: the book, undo, narration, export.
import { ArrowLeft, Redo2, Share, Undo2 } from 'lucide-react'
import { Button, IconButton } from '../elements/button.tsx'
import { useBook, useProject } from '../hooks/use-book.ts'
import { useFace } from '../hooks/use-face.ts'
import { useKeyHint } from '../hooks/use-key-hint.ts'
import { useSegmentDeeds } from '../hooks/use-segment-deeds.ts'
import { useStore } from '../hooks/use-store.ts'
import { activeJob, jobFraction } from '../state/jobs.ts'
import { words } from '../words.ts'
import { ScreenLinks } from './app-bar.tsx'
import { NarrationControl } from './narration-control.tsx'
import styles from './studio-bar.module.css'
import { ThemeSwitch } from './theme-switch.tsx'

export function StudioBar() {
  const { router, jobs, voices } = useFace()
  const { project, history } = useProject()
  const book = useBook()
  const deeds = useSegmentDeeds()
  const exporting = activeJob(useStore(jobs), 'export', project.id)
  const voice = useStore(voices).voices.find((one) => one.id === project.voice)
  const undoHint = useKeyHint('undo')
  const redoHint = useKeyHint('redo')
  const author = project.authors.join(', ') || words.library.unknownAuthor
  return (
    <header className={styles['bar']}>
      <IconButton
        label={words.studio.back}
        icon={<ArrowLeft />}
        onClick={() => router.go({ screen: 'library' })}
      />
      <div className={styles['book']}>
        <h1 className={styles['title']} dir="auto">
          {project.title || words.library.untitled}
        </h1>
        <p className={styles['author']}>
          <bdi>{project.series === undefined ? author : `${author} · ${project.series}`}</bdi> ·{' '}
          {words.studio.castVoice(voice?.label ?? project.voice)}
        </p>
      </div>
      <div className={styles['history']}>
        <IconButton
          label={words.studio.undo}
          {...undoHint}
          icon={<Undo2 />}
          disabled={!history.canUndo}
          onClick={deeds.undo}
        />
        <IconButton
          label={words.studio.redo}
          {...redoHint}
          icon={<Redo2 />}
          disabled={!history.canRedo}
          onClick={deeds.redo}
        />
      </div>
      <NarrationControl />
      <Button icon={<Share aria-hidden />} onClick={book.exporting.show}>
        {exporting === null
          ? words.studio.export
          : words.studio.exporting(jobFraction(exporting) ?? 0)}
      </Button>
      <div className={styles['history']}>
        <ThemeSwitch />
        <ScreenLinks />
      </div>
    </header>
  )
}
