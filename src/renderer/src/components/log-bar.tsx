// Which lines of the log are shown, and how to take them along.
import { Copy } from 'lucide-react'
import { logEntryText, type LogLevel, logLevels } from '../../../contract/index.ts'
import { copyText } from '../client/copy-text.ts'
import { Button } from '../elements/button.tsx'
import { SearchField } from '../elements/search-field.tsx'
import { Segmented } from '../elements/segmented.tsx'
import { useFace } from '../hooks/use-face.ts'
import type { LogView } from '../hooks/use-log.ts'
import { words } from '../words.ts'
import styles from './log-bar.module.css'

export function LogBar({ log }: { log: LogView }) {
  const { news } = useFace()
  const say = words.performance.log
  const { entries } = log.lines
  const copy = async () => {
    const done = await copyText(entries.map(logEntryText).join('\n'))
    news.tell(done ? say.copied(entries.length) : say.notCopied)
  }
  return (
    <div className={styles['bar']}>
      <Segmented<LogLevel>
        label={say.level}
        value={log.level}
        choices={logLevels.toReversed().map((value) => ({ value, label: say.levels[value] }))}
        onChange={(level) => log.choose({ level })}
      />
      <SearchField
        label={say.search}
        hint={say.searchHint}
        value={log.text}
        onChange={(text) => log.choose({ text })}
      />
      <Button
        size="small"
        icon={<Copy aria-hidden />}
        disabled={entries.length === 0}
        onClick={() => void copy()}
      >
        {words.performance.copy}
      </Button>
    </div>
  )
}
