// How a model's server answered when it was last checked, in a line.
import { CircleAlert, CircleCheck, CircleDashed, LoaderCircle } from 'lucide-react'
import type { LanguageModelCheck } from '../../../contract/index.ts'
import turning from '../elements/turning.module.css'
import type { scriptWords } from '../script-words.ts'
import { failureSentence, words } from '../words.ts'
import styles from './server-check.module.css'

export function ModelServerCheck(props: {
  say: Pick<typeof scriptWords.script.model, 'checking' | 'unchecked' | 'answers' | 'lists'>
  check: LanguageModelCheck | null
  isChecking: boolean
  now: number
}) {
  const { say, check, isChecking } = props
  if (isChecking)
    return (
      <p className={styles['line']} role="status">
        <LoaderCircle aria-hidden className={turning['turning']} />
        {say.checking}
      </p>
    )
  if (check === null)
    return (
      <p className={styles['line']}>
        <CircleDashed aria-hidden />
        {say.unchecked}
      </p>
    )
  const age = words.servers.testAge(Math.max(0, (props.now - check.at) / 1000))
  const isOk = check.failure === null
  return (
    <p className={styles['line']} data-ok={isOk || undefined} data-failed={!isOk || undefined}>
      {isOk ? <CircleCheck aria-hidden /> : <CircleAlert aria-hidden />}
      <span role="status">
        {check.failure === null
          ? `${say.answers(check.latencyMs ?? 0)} ${say.lists(check.models.length)}`
          : failureSentence(check.failure)}{' '}
        <span className={styles['age']}>{age}</span>
      </span>
    </p>
  )
}
