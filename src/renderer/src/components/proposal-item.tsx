// A proposal: what is proposed, the words that it is about, where it comes from, and what can be done with it.
import { Check, Square, Volume2, X } from 'lucide-react'
import type { Proposal } from '../../../contract/index.ts'
import { Button, IconButton } from '../elements/button.tsx'
import { bareQuotation, wordText } from '../state/proposals.ts'
import { scriptWords } from '../script-words.ts'
import { deliveryText, personText, words } from '../words.ts'
import styles from './proposal-list.module.css'

const { proposals: say } = scriptWords.script

export function ProposalItem(props: {
  proposal: Proposal
  /** Whether the keys are about it. */
  isCurrent: boolean
  isHeard: boolean
  onShow: () => void
  onHear: () => void
  onTake: () => void
  onDismiss: () => void
}) {
  const { proposal, isHeard } = props
  const { text, source, confidence, change } = proposal
  const proposed = proposedText(proposal)
  const origin = say.origin(say.sources[source], confidence)
  const places = change.kind === 'words' ? [say.inSegments(change.count)] : []
  const tabIndex = props.isCurrent ? 0 : -1
  return (
    <>
      <button
        type="button"
        className={styles['show']}
        data-row
        tabIndex={tabIndex}
        title={proposed}
        aria-label={say.row([proposed, ...places, origin].join(', '), text)}
        onClick={props.onShow}
      >
        <span className={styles['proposed']}>{proposed}</span>
        <span className={styles['text']}>
          {change.kind === 'words' ? (
            <span className={styles['count']}>{say.inSegments(change.count)} · </span>
          ) : null}
          <bdi>{text}</bdi>
        </span>
      </button>
      <div className={styles['foot']}>
        <span className={styles['origin']} title={origin}>
          {say.originShort(say.sources[source], confidence)}
        </span>
        {change.kind === 'words' ? (
          <IconButton
            plain
            size="small"
            tabIndex={tabIndex}
            label={isHeard ? say.stop(change.word) : say.hear(change.word)}
            icon={isHeard ? <Square /> : <Volume2 />}
            onClick={props.onHear}
          />
        ) : null}
        <IconButton
          plain
          size="small"
          tabIndex={tabIndex}
          label={say.dismissOf(proposed)}
          title={say.dismiss}
          icon={<X />}
          onClick={props.onDismiss}
        />
        <Button
          size="small"
          icon={<Check aria-hidden />}
          tabIndex={tabIndex}
          aria-label={say.takeOf(proposed)}
          onClick={props.onTake}
        >
          {say.take}
        </Button>
      </div>
    </>
  )
}

/** In words: `Anna: “Come here”`, `whispered, out of breath`, `Cholmondeley → Chumley`; a sentence for the ear as it is. */
function proposedText({ text, change }: Proposal): string {
  if (change.kind === 'how') return deliveryText(change.delivery)
  if (change.kind === 'words') return wordText(change)
  if (change.kind === 'ear' || change.kind === 'description') return change.say
  if (change.kind === 'people') {
    const { name, said } = change
    return said.is === 'same'
      ? words.people.same(name, said.name)
      : words.people.described(name, personText(said.description))
  }
  return change.speakers
    .map(({ name, from, to }) => say.who(name, bareQuotation(text.slice(from, to))))
    .join(' · ')
}
