// What every file of a folder for ACX measures, whether it passes, and what helps where it does not.
import { CircleCheck, CircleX, Plus, Wrench } from 'lucide-react'
import type { AcxReport, SoundCheck } from '../../../contract/index.ts'
import { Button } from '../elements/button.tsx'
import { Notice } from '../elements/notice.tsx'
import { ScrollSection } from '../elements/scroll-section.tsx'
import { useProject } from '../hooks/use-book.ts'
import { useCredits } from '../hooks/use-credits.ts'
import { acxCuresOf, acxMendingText, acxMissingSentence, words } from '../words.ts'
import styles from './acx-proof.module.css'

export function AcxProof({ report, onFix }: { report: AcxReport; onFix: () => void }) {
  const { project } = useProject()
  const addCredits = useCredits()
  const titleOf = (id: string) =>
    project.chapters.find((chapter) => chapter.id === id)?.title || words.library.untitled
  const { passed, files, missing, mending } = report
  const isUncredited = missing.some((part) => part.endsWith('-credits'))
  const isAll = files.every((file) => file.findings.every(({ remedy }) => remedy?.kind !== 'none'))
  return (
    <>
      <Notice
        tone={passed ? 'good' : 'danger'}
        title={
          passed ? words.acx.passed : words.acx.failed(files.filter((it) => !it.passed).length)
        }
      >
        {missing.length === 0 ? null : (
          <ul className={styles['missing']}>
            {missing.map((part) => (
              <li key={part}>{acxMissingSentence(part)}</li>
            ))}
          </ul>
        )}
        {isUncredited ? (
          <Button size="small" icon={<Plus aria-hidden />} onClick={() => void addCredits()}>
            {words.credits.add}
          </Button>
        ) : null}
        {mending === undefined ? null : (
          <div className={styles['fix']}>
            <p>{words.acx.fixText(acxMendingText(mending, project.sound, titleOf), isAll)}</p>
            <Button look="primary" icon={<Wrench aria-hidden />} onClick={onFix}>
              {words.acx.fix}
            </Button>
          </div>
        )}
      </Notice>
      <ScrollSection className={styles['scroll']} label={words.acx.table}>
        <table className={styles['table']}>
          <thead>
            <tr>
              <th scope="col">{words.acx.file}</th>
              <th scope="col">{words.acx.rms}</th>
              <th scope="col">{words.acx.peak}</th>
              <th scope="col">{words.acx.floor}</th>
              <th scope="col">{words.acx.length}</th>
            </tr>
          </thead>
          <tbody>
            {files.map((check) => (
              <Row key={check.name} check={check} />
            ))}
          </tbody>
        </table>
      </ScrollSection>
    </>
  )
}

function Row({ check: { name, passed, measure, findings } }: { check: SoundCheck }) {
  const Icon = passed ? CircleCheck : CircleX
  const cures = acxCuresOf(findings)
  return (
    <>
      <tr data-failed={!passed || undefined}>
        <th scope="row">
          <span className={styles['file']}>
            <Icon aria-label={passed ? words.acx.pass : words.acx.fail} />
            {name}
          </span>
        </th>
        <td>{words.acx.db(measure.rmsDb)}</td>
        <td>{words.acx.db(measure.samplePeakDb)}</td>
        <td>{words.acx.db(measure.floorDb)}</td>
        <td>{words.clock(measure.durationSeconds)}</td>
      </tr>
      {cures.length === 0 ? null : (
        <tr className={styles['cures']}>
          <td colSpan={5}>
            {cures.map((cure) => (
              <p key={cure}>{cure}</p>
            ))}
          </td>
        </tr>
      )}
    </>
  )
}
