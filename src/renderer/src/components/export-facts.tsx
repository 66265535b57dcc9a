// What an export comes to: chapters, files, length, size.
import type { ExportEstimate } from '../../../contract/index.ts'
import { words } from '../words.ts'
import styles from './export-dialog.module.css'

export function ExportFacts({ estimate }: { estimate: ExportEstimate | null }) {
  const facts: [name: string, value: string | undefined][] = [
    [words.export.chapters, estimate === null ? undefined : words.count(estimate.chapters)],
    [words.export.fileCount, estimate === null ? undefined : words.count(estimate.files)],
    [words.export.length, estimate === null ? undefined : words.duration(estimate.seconds)],
    [words.export.size, estimate === null ? undefined : words.export.about(estimate.bytes)],
  ]
  return (
    <section>
      <h3 className={styles['head']}>{words.export.contents}</h3>
      <dl className={styles['facts']} aria-busy={estimate === null}>
        {facts.map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value ?? '…'}</dd>
          </div>
        ))}
      </dl>
    </section>
  )
}
