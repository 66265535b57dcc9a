// The list of proposals: only those in view are drawn, keys go from one to the next, take and dismiss.
import {
  type KeyboardEvent,
  useEffectEvent,
  useLayoutEffect,
  useMemo,
  useRef,
  useState,
} from 'react'
import type { Proposal } from '../../../contract/index.ts'
import { keyName } from '../hooks/key-name.ts'
import { useProposalHearing } from '../hooks/use-proposal-hearing.ts'
import type { ScriptDeeds } from '../hooks/use-script.ts'
import { useVirtualRows } from '../hooks/use-virtual-rows.ts'
import { keyAfter, keyBeside, linesOf, type ProposalGroup } from '../state/proposals.ts'
import { proposalPress } from '../state/proposal-press.ts'
import { scriptWords } from '../script-words.ts'
import { ProposalHead } from './proposal-head.tsx'
import { ProposalItem } from './proposal-item.tsx'
import styles from './proposal-list.module.css'

const { proposals: say } = scriptWords.script
const headHeight = 48
const rowHeight = 110

export function ProposalList(props: { groups: readonly ProposalGroup[]; deeds: ScriptDeeds }) {
  const { groups, deeds } = props
  const lines = useMemo(() => linesOf(groups), [groups])
  const proposals = useMemo(() => groups.flatMap((group) => group.proposals), [groups])
  const hearing = useProposalHearing(proposals)
  /** Key of the one that the keys are about; it may have gone. */
  const [chosen, setChosen] = useState<string | null>(null)
  const current = keyBeside(lines, chosen, 0)
  const currentLine = lines.findIndex(
    (line) => line.is === 'proposal' && line.proposal.key === current,
  )
  const scroller = useRef<HTMLDivElement>(null)
  const list = useVirtualRows({
    count: lines.length,
    scroller,
    heightOf: (index) => (lines[index]?.is === 'head' ? headHeight : rowHeight),
    overscan: 6,
    kept: currentLine,
  })
  /** How often the focus was to go to the current one. */
  const [turn, setTurn] = useState(0)
  // Rows change their lines, and a line its height: what was measured is of others.
  useLayoutEffect(() => list.measure(), [list, lines])
  const focus = useEffectEvent(() => {
    if (currentLine < 0) return scroller.current?.focus()
    list.scrollToIndex(currentLine, { align: 'auto' })
    scroller.current
      ?.querySelector<HTMLElement>('[data-current] button')
      ?.focus({ preventScroll: true })
  })
  useLayoutEffect(() => (turn > 0 ? focus() : undefined), [turn])
  const go = (key: string | null) => {
    setChosen(key)
    setTurn((now) => now + 1)
  }
  const end = (how: 'take' | 'dismiss', gone: readonly Proposal[]) => {
    go(
      keyAfter(
        lines,
        gone.map(({ key }) => key),
      ),
    )
    void deeds[how](gone)
  }
  const press = (event: KeyboardEvent<HTMLUListElement>) => {
    const name = keyName(event.nativeEvent)
    const at = proposals.find(({ key }) => key === keyAt(event.target))
    const isRow = event.target instanceof Element && event.target.matches('[data-row]')
    const what = name === null || at === undefined ? null : proposalPress(name, isRow)
    if (what === null || at === undefined) return
    event.preventDefault()
    if (event.repeat && what !== 'next' && what !== 'previous') return
    if (what === 'next' || what === 'previous')
      go(keyBeside(lines, at.key, what === 'next' ? 1 : -1))
    else if (what === 'first' || what === 'last')
      go(keyBeside(lines, at.key, what === 'first' ? -proposals.length : proposals.length))
    else if (what === 'show') deeds.show(at.position)
    else end(what, [at])
  }
  return (
    <div ref={scroller} className={styles['scroller']} tabIndex={-1}>
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- its buttons' keys */}
      <ul
        aria-label={say.list}
        className={styles['rows']}
        style={{ height: list.getTotalSize() }}
        onKeyDown={press}
        onFocus={({ target }) => setChosen((now) => keyAt(target) ?? now)}
      >
        {list.getVirtualItems().map((item) => {
          const line = lines[item.index]
          if (line === undefined) return null
          const place = { height: item.size, transform: `translateY(${item.start}px)` }
          if (line.is === 'head')
            return (
              <li
                key={`${line.group.kind} ${line.group.band}`}
                className={styles['head']}
                style={place}
              >
                <ProposalHead group={line.group} onTake={() => end('take', line.group.proposals)} />
              </li>
            )
          const { proposal } = line
          return (
            <li
              key={proposal.key}
              className={styles['row']}
              style={place}
              data-key={proposal.key}
              data-current={proposal.key === current || undefined}
              aria-posinset={line.at + 1}
              aria-setsize={proposals.length}
            >
              <ProposalItem
                proposal={proposal}
                isCurrent={proposal.key === current}
                isHeard={hearing.hearing === proposal.key}
                onShow={() => deeds.show(proposal.position)}
                onHear={() => hearing.toggle(proposal.key)}
                onTake={() => end('take', [proposal])}
                onDismiss={() => end('dismiss', [proposal])}
              />
            </li>
          )
        })}
      </ul>
    </div>
  )
}

/** The key of the proposal that something of the list belongs to. */
const keyAt = (target: EventTarget): string | null =>
  (target instanceof Element ? target.closest('[data-key]') : null)?.getAttribute('data-key') ??
  null
