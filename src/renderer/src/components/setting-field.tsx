// One setting: what it does, its value in a unit people write, its range, and who has set it.
import { Lock, RotateCcw } from 'lucide-react'
import { useId, useState } from 'react'
import type { SettingRow } from '../../../contract/setting-row.ts'
import type { SettingValue } from '../../../contract/settings.ts'
import { IconButton } from '../elements/button.tsx'
import { Notice } from '../elements/notice.tsx'
import { useFace } from '../hooks/use-face.ts'
import { fromShown, shownUnit, toShown } from '../state/settings.ts'
import { failureSentence, words } from '../words.ts'
import { SettingInput } from './setting-input.tsx'
import styles from './setting-field.module.css'

/** The range in words, each end in its own best unit; empty where there is none to say. */
export function rangeWords(row: SettingRow): string {
  if (row.range === null || !('min' in row.range)) return ''
  const { min, max } = row.range
  const end = (number: number) => {
    const unit = shownUnit(row, number)
    return words.settings.quantity(toShown(number, unit), unit)
  }
  return words.settings.range(end(min), end(max))
}

export function SettingField({ row, value }: { row: SettingRow; value: SettingValue }) {
  const { connection, news } = useFace()
  const [problem, setProblem] = useState<string | null>(null)
  const textId = useId()
  const name = words.settings.names[row.name] ?? row.name
  const locked = value.source === 'environment'
  const unit = shownUnit(row, typeof value.value === 'number' ? value.value : 0)

  const change = async (next: number | boolean | string) => {
    if (next === value.value) return setProblem(null)
    const reply = await connection.call('settings.change', { name: row.name, value: next })
    setProblem(reply.ok ? null : failureSentence(reply.failure))
    if (reply.ok) news.say(words.settings.saved(name))
  }
  const write = (written: string) => {
    const number = fromShown(written, unit)
    if (number !== null) return void change(number)
    const failure = {
      code: 'setting-invalid',
      params: { name, value: written },
      retry: 'never',
    } as const
    setProblem(failureSentence(failure))
  }

  return (
    <li className={styles['row']}>
      <div className={styles['text']}>
        <h2 className={styles['name']}>{name}</h2>
        <p id={textId}>{words.settings.sentences[row.name] ?? row.sentence}</p>
        <p className={styles['notes']}>
          <span>{words.settings.source[value.source]}</span>
          {rangeWords(row) === '' ? null : <span>{rangeWords(row)}</span>}
          {row.atStart ? <span>{words.settings.atStart}</span> : null}
          <code>{row.environment}</code>
        </p>
        {value.lacks === undefined ? null : (
          <Notice tone="warn">{words.settings.lacks(value.lacks)}</Notice>
        )}
        {locked ? (
          <p className={styles['locked']}>
            <Lock aria-hidden />
            {words.settings.fromEnvironment(row.environment)}
          </p>
        ) : null}
        {problem === null ? null : (
          <p className={styles['problem']} role="alert">
            {problem}
          </p>
        )}
      </div>
      <div className={styles['value']}>
        {value.source === 'saved' && value.value !== row.default ? (
          <IconButton
            size="small"
            label={words.settings.reset(name)}
            icon={<RotateCcw />}
            onClick={() => void change(row.default)}
          />
        ) : null}
        <SettingInput
          row={row}
          value={value.value}
          unit={unit}
          disabled={locked}
          name={name}
          describedBy={textId}
          onChange={(next) => void change(next)}
          onWrite={write}
        />
      </div>
    </li>
  )
}
