// What the reader had to work around in this book; closed until someone wants to know.
import { Info } from 'lucide-react'
import type { ReadWarning } from '../../../contract/index.ts'
import { warningSentence, words } from '../words.ts'
import styles from './book-remarks.module.css'

export function BookRemarks({ warnings }: { warnings: readonly ReadWarning[] }) {
  if (warnings.length === 0) return null
  const sentences = [...new Set(warnings.map(warningSentence))]
  return (
    <details className={styles['remarks']}>
      <summary className={styles['summary']}>
        <Info aria-hidden />
        {words.studio.warnings(sentences.length)}
      </summary>
      <ul className={styles['list']}>
        {sentences.map((sentence) => (
          <li key={sentence}>{sentence}</li>
        ))}
      </ul>
    </details>
  )
}
