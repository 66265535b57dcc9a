// What the newest job was made of: operations inside operations, the longest first.
import type { SpanSum } from '../../../contract/index.ts'
import { ScrollSection } from '../elements/scroll-section.tsx'
import { useAskedAgain } from '../hooks/use-asked-again.ts'
import { operationName, spanFigures } from '../state/operation-figures.ts'
import { words } from '../words.ts'
import styles from './job-profile.module.css'

export function JobProfile() {
  const newest = useAskedAgain('performance.profiles').answer?.profiles[0]
  const { none, title } = words.performance.profile
  return (
    <ScrollSection className={styles['profile']} label={title}>
      <h3>{title}</h3>
      {newest === undefined || newest.spans.length === 0 ? (
        <p>{none}</p>
      ) : (
        <>
          <p>{words.jobs.kinds[newest.job.kind]}</p>
          <Spans spans={newest.spans} />
        </>
      )}
    </ScrollSection>
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
