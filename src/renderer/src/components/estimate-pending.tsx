// In place of an estimate that is not there: why it could not be made, or that it is being counted.
import type { Failure } from '../../../contract/index.ts'
import { Notice } from '../elements/notice.tsx'
import { failureSentence } from '../words.ts'
import panel from './panel.module.css'

export function EstimatePending(props: {
  failure: Failure | null
  /** Absent: nothing is said until it is there. */
  counting: string | undefined
}) {
  const { failure, counting } = props
  if (failure !== null)
    return (
      <Notice tone="danger">
        <p>{failureSentence(failure)}</p>
      </Notice>
    )
  return counting === undefined ? null : (
    <p className={panel['note']} role="status">
      {counting}
    </p>
  )
}
