// What is to be said of sources: whose voices are missing and why, and whose list is old.
import { CircleAlert, History } from 'lucide-react'
import type { VoiceKind, VoiceSource } from '../../../contract/index.ts'
import { formatRoute } from '../state/route.ts'
import { failureSentence, words } from '../words.ts'
import styles from './voice-chooser.module.css'

export function SourceNotes(props: { sources: readonly VoiceSource[]; kind: VoiceKind | null }) {
  const shown = props.sources.filter(
    (source) =>
      (props.kind === null || source.kind === props.kind) &&
      (source.failure !== undefined || source.ageSeconds !== null),
  )
  if (shown.length === 0) return null
  return (
    <ul className={styles['sources']}>
      {shown.map((source) => (
        <li key={source.name} data-failed={source.failure === undefined ? undefined : true}>
          {source.failure === undefined ? <History aria-hidden /> : <CircleAlert aria-hidden />}
          <p>
            {source.ageSeconds === null
              ? words.voices.missing(source.label)
              : words.voices.asOf(source.label, source.ageSeconds)}
            {'. '}
            {source.failure === undefined ? null : (
              <>
                {failureSentence(source.failure)}{' '}
                <a
                  href={formatRoute({
                    screen: 'voices',
                    server: source.kind === 'server' ? source.name : null,
                  })}
                >
                  {words.voices.look}
                </a>
              </>
            )}
          </p>
        </li>
      ))}
    </ul>
  )
}
