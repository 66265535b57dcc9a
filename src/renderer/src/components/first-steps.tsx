// What an empty library says: what happens here, and the two ways to begin.
import { BookOpen } from 'lucide-react'
import { words } from '../words.ts'
import { AddBookButton } from './add-book-button.tsx'
import styles from './first-steps.module.css'
import { SampleCard } from './sample-card.tsx'
import { WriteButton } from './write-button.tsx'

export const FirstSteps = () => (
  <div className={styles['first']}>
    <div className={styles['intro']}>
      <h1 className={styles['title']}>{words.library.emptyTitle}</h1>
      <p className={styles['text']}>{words.library.emptyText}</p>
    </div>
    <div className={styles['ways']}>
      <section className={styles['drop']}>
        <BookOpen aria-hidden />
        <AddBookButton size="large" look="outline" />
        <p>{words.library.formats}</p>
        <WriteButton />
      </section>
      <SampleCard />
    </div>
    <ol className={styles['steps']}>
      {words.library.steps.map((step, index) => (
        <li key={step.title}>
          <span className={styles['number']}>{index + 1}</span>
          <div>
            <strong>{step.title}</strong>
            <p>{step.text}</p>
          </div>
        </li>
      ))}
    </ol>
  </div>
)
