// A book looked through before it is narrated: its chapters, their text, what was left out and why.
import { ArrowLeft, Redo2, Undo2 } from 'lucide-react'
import { useEffect, useState } from 'react'
import { ScreenLinks } from '../components/app-bar.tsx'
import { OpenedBook } from '../components/opened-book.tsx'
import { ReviewChapters } from '../components/review-chapters.tsx'
import { ReviewFindings } from '../components/review-findings.tsx'
import { ReviewText } from '../components/review-text.tsx'
import bar from '../components/studio-bar.module.css'
import { ThemeSwitch } from '../components/theme-switch.tsx'
import { Button, IconButton } from '../elements/button.tsx'
import { useBook, useProject } from '../hooks/use-book.ts'
import { useDeeds } from '../hooks/use-deeds.ts'
import { useFace } from '../hooks/use-face.ts'
import { useKeyHint } from '../hooks/use-key-hint.ts'
import { useSegmentDeeds } from '../hooks/use-segment-deeds.ts'
import { words } from '../words.ts'
import styles from './review-screen.module.css'

export const ReviewScreen = () => (
  <OpenedBook>
    <Review />
  </OpenedBook>
)

function Review() {
  const { player } = useBook()
  const { project, history } = useProject()
  const deeds = useSegmentDeeds()
  const { chapters } = project
  const [chosen, choose] = useState(
    () => chapters.find(({ spoken }) => spoken)?.id ?? chapters[0]?.id ?? '',
  )
  const chapter = chapters.find(({ id }) => id === chosen) ?? chapters[0]
  useDeeds({ undo: deeds.undo, redo: deeds.redo })
  // What is heard could be moved under the player.
  useEffect(() => player.pause(), [player])
  useEffect(() => {
    document.title = `${words.review.title}: ${project.title} – ${words.app.name}`
  }, [project.title])
  return (
    <>
      <ReviewBar title={project.title} history={history} onUndo={deeds.undo} onRedo={deeds.redo} />
      <main className={styles['main']}>
        <ReviewChapters chapters={chapters} chosen={chapter?.id ?? ''} onChoose={choose} />
        <ReviewText chapter={chapter} />
        <ReviewFindings warnings={project.warnings} />
      </main>
    </>
  )
}

function ReviewBar(props: {
  title: string
  history: { canUndo: boolean; canRedo: boolean }
  onUndo: () => void
  onRedo: () => void
}) {
  const { router } = useFace()
  const { projectId } = useBook()
  const undoHint = useKeyHint('undo')
  const redoHint = useKeyHint('redo')
  return (
    <header className={bar['bar']}>
      <IconButton
        label={words.studio.back}
        icon={<ArrowLeft />}
        onClick={() => router.go({ screen: 'library' })}
      />
      <div className={bar['book']}>
        <h1 className={bar['title']} dir="auto">
          {props.title || words.library.untitled}
        </h1>
        <p className={bar['author']}>{words.review.title}</p>
      </div>
      <div className={bar['history']}>
        <IconButton
          label={words.studio.undo}
          {...undoHint}
          icon={<Undo2 />}
          disabled={!props.history.canUndo}
          onClick={props.onUndo}
        />
        <IconButton
          label={words.studio.redo}
          {...redoHint}
          icon={<Redo2 />}
          disabled={!props.history.canRedo}
          onClick={props.onRedo}
        />
      </div>
      <Button
        look="primary"
        onClick={() => router.go({ screen: 'studio', projectId, play: false })}
      >
        {words.review.toStudio}
      </Button>
      <div className={bar['history']}>
        <ThemeSwitch />
        <ScreenLinks />
      </div>
    </header>
  )
}
