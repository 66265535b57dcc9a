// Two takes beside each other, changed over while they play: the other goes on at the same place.
import { Radio } from '@base-ui/react/radio'
import { RadioGroup } from '@base-ui/react/radio-group'
import { Check, Play, Square, X } from 'lucide-react'
import type { SegmentRow, TakeView } from '../../../contract/index.ts'
import { Button, IconButton } from '../elements/button.tsx'
import { SmallWave } from '../elements/small-wave.tsx'
import { useBook } from '../hooks/use-book.ts'
import { useKeyHint } from '../hooks/use-key-hint.ts'
import { useStore } from '../hooks/use-store.ts'
import { useTakeDeeds } from '../hooks/use-take-deeds.ts'
import type { TakeName } from '../state/take-names.ts'
import { words } from '../words.ts'
import details from './segment-details.module.css'
import styles from './take-comparison.module.css'

const { compare } = words.takes

export function TakeComparison(props: {
  row: SegmentRow
  pair: readonly (TakeName & { take: TakeView })[]
  heard: TakeView | null
}) {
  const { row, pair, heard: chosen } = props
  const { takeSound } = useBook()
  const deeds = useTakeDeeds()
  const { mode, heard } = useStore(takeSound)
  const hint = useKeyHint('compare-takes')
  const now = pair.find(({ take }) => take.id === heard)
  return (
    <section className={styles['compare']} aria-labelledby="take-compare">
      <div className={details['line']}>
        <h4 className={styles['title']} id="take-compare">
          {compare.title}
        </h4>
        <IconButton
          size="small"
          label={compare.close}
          icon={<X />}
          onClick={() => takeSound.close()}
        />
      </div>
      <RadioGroup
        className={styles['pair']}
        aria-label={compare.which}
        value={heard}
        onValueChange={(id) => takeSound.change(id ?? '')}
      >
        {pair.map(({ take, name, short }, at) => (
          <Radio.Root
            key={take.id}
            value={take.id}
            className={styles['side']}
            aria-label={`${compare.letters[at]}: ${name}`}
          >
            <span className={styles['letter']}>{compare.letters[at]}</span>
            <span className={styles['name']}>{short}</span>
            <SmallWave peaks={take.peaks} />
          </Radio.Root>
        ))}
      </RadioGroup>
      <div className={styles['deeds']}>
        <IconButton
          size="small"
          look="outline"
          label={mode === 'idle' ? compare.play : compare.stop}
          {...hint}
          data-mode={mode}
          icon={mode === 'idle' ? <Play /> : <Square />}
          onClick={takeSound.toggleCompared}
        />
        <Button
          size="small"
          icon={<Check aria-hidden />}
          disabled={now === undefined || now.take.id === chosen?.id}
          onClick={() => now && void deeds.choose(row, now.take, now.name)}
        >
          {compare.choose}
        </Button>
      </div>
      <p className={details['note']}>{compare.text}</p>
    </section>
  )
}
