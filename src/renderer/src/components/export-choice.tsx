// Before an export: format, what will be written, and whether something is still to be spoken.
import { Mic, TriangleAlert } from 'lucide-react'
import { exportFormatNames, type ExportFormat } from '../../../contract/index.ts'
import { Button } from '../elements/button.tsx'
import { ChoiceCards } from '../elements/choice-cards.tsx'
import { useBook, useProject } from '../hooks/use-book.ts'
import { useFace } from '../hooks/use-face.ts'
import { useStore } from '../hooks/use-store.ts'
import { activeJob } from '../state/jobs.ts'
import { bookTotals } from '../state/project.ts'
import { words } from '../words.ts'
import styles from './export-dialog.module.css'

export function ExportChoice(props: {
  format: ExportFormat
  onFormat: (format: ExportFormat) => void
  onExport: () => void
  onClose: () => void
}) {
  const { connection } = useFace()
  const { project, progress } = useProject()
  const totals = bookTotals(project.chapters, progress)
  const whole = totals.ready >= totals.segments
  return (
    <>
      <ChoiceCards
        label={words.export.format}
        value={props.format}
        cards={exportFormatNames.map((value) => {
          const { name: label, text } = words.export.formats[value]
          return { value, label, text }
        })}
        onChange={props.onFormat}
      />
      <section>
        <h3 className={styles['head']}>{words.export.contents}</h3>
        <dl className={styles['facts']}>
          <dt>{words.export.chapters}</dt>
          <dd>{words.count(totals.chapters)}</dd>
          <dt>{words.export.length}</dt>
          <dd>{words.duration(totals.seconds)}</dd>
        </dl>
      </section>
      <Unspoken unspoken={totals.segments - totals.ready} onClose={props.onClose} />
      <div className={styles['actions']}>
        <Button onClick={props.onClose}>{words.app.cancel}</Button>
        <Button
          look={whole ? 'primary' : 'outline'}
          disabled={totals.chapters === 0}
          onClick={props.onExport}
        >
          {connection.host.door === 'web' ? words.export.chooseWeb : words.export.choose}
        </Button>
      </div>
    </>
  )
}

/** Says what is still to be spoken and offers to do that first. */
function Unspoken({ unspoken, onClose }: { unspoken: number; onClose: () => void }) {
  const { jobs } = useFace()
  const { narration } = useBook()
  const { project } = useProject()
  const narrating = activeJob(useStore(jobs), 'speech', project.id) !== null
  const nothing = !project.chapters.some((chapter) => chapter.spoken)
  if (unspoken === 0 && !nothing) return null
  const narrate = () => {
    onClose()
    void narration.want({ kind: 'ticked' })
  }
  return (
    <div className={styles['warning']}>
      <TriangleAlert aria-hidden />
      <div>
        <strong>{nothing ? words.export.nothing : words.export.unspokenTitle(unspoken)}</strong>
        {nothing ? null : <p>{narrating ? words.export.narrating : words.export.unspokenText}</p>}
      </div>
      {narrating || nothing ? null : (
        <Button look="primary" size="small" icon={<Mic aria-hidden />} onClick={narrate}>
          {words.export.narrateFirst}
        </Button>
      )}
    </div>
  )
}
