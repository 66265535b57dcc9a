// What the newest job was made of: operations inside operations, the longest first.
import type { SpanSum } from '../../../contract/index.ts'
import { useAskedAgain } from '../hooks/use-asked-again.ts'
import { operationName, spanFigures } from '../state/operation-figures.ts'
import { words } from '../words.ts'
import styles from './job-profile.module.css'

export function JobProfile() {
  const newest = useAskedAgain('performance.profiles').answer?.profiles[0]
  const { none, title } = words.performance.profile
  return (
    // Longer than the panel is high: the keyboard must be able to scroll it.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
    <section className={styles['profile']} aria-label={title} tabIndex={0}>
      <h3>{title}</h3>
      {newest === undefined || newest.spans.length === 0 ? (
        <p>{none}</p>
      ) : (
        <>
          <p>{words.jobs.kinds[newest.job.kind]}</p>
          <Spans spans={newest.spans} />
        </>
      )}
    </section>
  )
}

const Spans = ({ spans }: { spans: readonly SpanSum[] }) => (
  <ul>
    {spans.map((span) => (
      <li key={`${span.operation} ${span.of}`}>
        <span>{operationName(span)}</span>
        <span>{spanFigures(span)}</span>
        {span.spans.length === 0 ? null : <Spans spans={span.spans} />}
      </li>
    ))}
  </ul>
)
