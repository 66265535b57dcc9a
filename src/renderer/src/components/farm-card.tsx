// The farm that is set: where it is, whether it answers, what should be changed about its Redis.
import { CircleAlert, CircleCheck, LoaderCircle, KeyRound } from 'lucide-react'
import { type Ref, useState } from 'react'
import type { FarmSettings, FarmView } from '../../../contract/index.ts'
import { Badge } from '../elements/badge.tsx'
import { Button } from '../elements/button.tsx'
import { Confirm } from '../elements/confirm.tsx'
import { Notice } from '../elements/notice.tsx'
import turning from '../elements/turning.module.css'
import { farmWords as say } from '../farm-words.ts'
import { useFace } from '../hooks/use-face.ts'
import type { FarmMirror } from '../state/farm.ts'
import { hostOf } from '../state/farm-draft.ts'
import { farmState, workerCommand } from '../state/farm-figures.ts'
import styles from './farm-section.module.css'
import line from './server-check.module.css'

const looks = { waits: LoaderCircle, good: CircleCheck, bad: CircleAlert }

export function FarmCard(props: {
  mirror: FarmMirror
  view: FarmView
  changeRef: Ref<HTMLButtonElement>
  onChange: () => void
}) {
  const { mirror, view, changeRef, onChange } = props
  const { news } = useFace()
  const [asks, setAsks] = useState(false)
  const { settings } = view
  if (settings === null) return null
  const remove = async () => {
    if (news.settle(await mirror.set({ settings: null })) !== null) news.tell(say.removed)
  }
  return (
    <div className={styles['farm']}>
      <div className={styles['head']}>
        <h3 className={styles['name']}>
          <bdi>{hostOf(settings.address)}</bdi>
        </h3>
        {view.hasPassword ? <Badge icon={<KeyRound aria-hidden />}>{say.hasPassword}</Badge> : null}
        {settings.speakHere ? <Badge>{say.speaksHere}</Badge> : null}
        {settings.shares === 'nowhere' ? null : <Badge>{sharing(settings)}</Badge>}
        <div className={styles['deeds']}>
          <Button size="small" ref={changeRef} onClick={onChange}>
            {say.change}
          </Button>
          <Button size="small" look="quiet" onClick={() => setAsks(true)}>
            {say.remove}
          </Button>
        </div>
      </div>
      <p>
        <code className={styles['command']}>{settings.address}</code>
      </p>
      <FarmStateLine view={view} />
      {view.state !== 'connected' || view.workers.length > 0 ? null : (
        <>
          <p>{say.noWorkers}</p>
          <code className={styles['command']}>
            {workerCommand(settings.address, settings.prefix)}
          </code>
        </>
      )}
      {view.warnings.map((warning) => (
        <Notice key={warning} tone="warn">
          <p>{say.warnings[warning]}</p>
        </Notice>
      ))}
      <Confirm
        open={asks}
        title={say.removeTitle}
        text={say.removeText}
        yes={say.removeYes}
        no={say.removeNo}
        onYes={() => void remove()}
        onClose={() => setAsks(false)}
      />
    </div>
  )
}

const sharing = ({ shares, takeStore }: FarmSettings): string =>
  shares === 'store' && takeStore
    ? say.sharesIn(takeStore.bucket, hostOf(takeStore.address))
    : say.sharesTakes

/** Whether its Redis answers, in a line. */
export function FarmStateLine({ view }: { view: FarmView }) {
  const { look, sentence } = farmState(view)
  const Icon = looks[look]
  return (
    <p
      className={line['line']}
      role="status"
      data-ok={look === 'good' || undefined}
      data-failed={look === 'bad' || undefined}
    >
      <Icon aria-hidden className={look === 'waits' ? turning['turning'] : undefined} />
      {sentence}
    </p>
  )
}
