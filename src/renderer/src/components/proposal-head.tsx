// The head of a group of proposals: their kind, how sure they are, and a way to take all of them.
import { Button } from '../elements/button.tsx'
import type { ProposalGroup } from '../state/proposals.ts'
import { scriptWords } from '../script-words.ts'
import styles from './proposal-list.module.css'

const { proposals: say } = scriptWords.script

export function ProposalHead({ group, onTake }: { group: ProposalGroup; onTake: () => void }) {
  const name = say.group(scriptWords.script.kinds[group.kind], say.bands[group.band])
  const number = group.proposals.length
  return (
    <>
      <h4 className={styles['name']}>
        {scriptWords.script.kinds[group.kind]}{' '}
        <span className={styles['band']}>{say.bands[group.band]}</span>
      </h4>
      <Button size="small" aria-label={say.takeAllOf(number, name)} onClick={onTake}>
        {say.takeAll(number)}
      </Button>
    </>
  )
}
