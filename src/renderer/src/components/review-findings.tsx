// What the reader left out within the chapters, where notes are read, and what it worked around.
import type { BookReview, ReadWarning } from '../../../contract/index.ts'
import { notePlaces } from '../../../contract/index.ts'
import { Button } from '../elements/button.tsx'
import { ChoiceCards } from '../elements/choice-cards.tsx'
import { useProject } from '../hooks/use-book.ts'
import { useEdition, useReview, useReviewDeeds, type ReviewDeeds } from '../hooks/use-review.ts'
import { leftOutWords, warningSentence, words } from '../words.ts'
import styles from './review-findings.module.css'

export function ReviewFindings({ warnings }: { warnings: readonly ReadWarning[] }) {
  const review = useReview()
  const deeds = useReviewDeeds()
  const sentences = [...new Set(warnings.map(warningSentence))]
  return (
    <aside className={styles['findings']} aria-label={words.review.findings}>
      <Edition />
      <section className={styles['section']}>
        <h2 className={styles['title']}>{words.review.leftOutTitle}</h2>
        {review === null || review.leftOut.length === 0 ? (
          <p className={styles['none']}>
            {review === null ? words.review.loading : words.review.leftOutNone}
          </p>
        ) : (
          review.leftOut.map((group) => (
            <LeftOutGroup key={group.reason} group={group} deeds={deeds} />
          ))
        )}
      </section>
      {review === null ? null : <Notes notes={review.notes} deeds={deeds} />}
      {sentences.length === 0 ? null : (
        <section className={styles['section']}>
          <h2 className={styles['title']}>{words.review.warningsTitle}</h2>
          <ul className={styles['warnings']}>
            {sentences.map((sentence) => (
              <li key={sentence}>{sentence}</li>
            ))}
          </ul>
        </section>
      )}
    </aside>
  )
}

function Edition() {
  const changes = useEdition()
  if (changes === null) return null
  const { same, fresh, gone, lines } = changes
  return (
    <section className={styles['section']}>
      <h2 className={styles['title']}>{words.review.editionTitle}</h2>
      <p className={styles['none']}>{words.review.edition(same, same + fresh)}</p>
      <p className={styles['none']}>{words.review.editionFresh(fresh, gone)}</p>
      <ul className={styles['lines']}>
        {lines.map(({ segmentId, text }) => (
          <li key={segmentId} className={styles['words']} dir="auto" title={text}>
            {text}
          </li>
        ))}
      </ul>
      {fresh > lines.length ? (
        <p className={styles['none']}>{words.review.moreLines(fresh - lines.length)}</p>
      ) : null}
    </section>
  )
}

function LeftOutGroup(props: { group: BookReview['leftOut'][number]; deeds: ReviewDeeds }) {
  const { reason, count, lines } = props.group
  const [first] = lines
  return (
    <div className={styles['group']}>
      <div className={styles['groupHead']}>
        <h3 className={styles['reason']}>
          {words.review.leftOutCount(count, leftOutWords[reason])}
        </h3>
        <Button
          size="small"
          disabled={first === undefined}
          onClick={() => first && props.deeds.putBack(first.segmentId, true)}
        >
          {words.review.putBackAll(count)}
        </Button>
      </div>
      <ul className={styles['lines']}>
        {lines.map(({ segmentId, text }) => (
          <li key={segmentId} className={styles['line']}>
            <span className={styles['words']} dir="auto" title={text}>
              {text}
            </span>
            <Button
              size="small"
              look="quiet"
              aria-label={`${words.review.putBack}: ${text}`}
              onClick={() => props.deeds.putBack(segmentId, false)}
            >
              {words.review.putBack}
            </Button>
          </li>
        ))}
      </ul>
      {count > lines.length ? (
        <p className={styles['none']}>{words.review.moreLines(count - lines.length)}</p>
      ) : null}
    </div>
  )
}

function Notes({ notes, deeds }: { notes: BookReview['notes']; deeds: ReviewDeeds }) {
  const { marks, known } = notes
  const { notePlace } = useProject().project
  return (
    <section className={styles['section']}>
      <h2 className={styles['title']}>{words.review.notesTitle}</h2>
      <p className={styles['none']}>
        {marks === 0 ? words.review.notesNone : words.review.notesFound(marks, known)}
      </p>
      {known === 0 ? null : (
        <ChoiceCards
          label={words.review.notesPlace}
          value={notePlace}
          cards={notePlaces.map((value) => ({ value, ...words.review.notePlaces[value] }))}
          onChange={deeds.placeNotes}
        />
      )}
    </section>
  )
}
