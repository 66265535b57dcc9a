// The new version of the app: what there is of it, what is new in it, and the one thing that can be done about it now.
import type { AppUpdate } from '../../../contract/index.ts'
import { Button } from '../elements/button.tsx'
import { Fold } from '../elements/fold.tsx'
import { ProgressBar } from '../elements/progress-bar.tsx'
import { useFace } from '../hooks/use-face.ts'
import { useUpdate } from '../hooks/use-update.ts'
import { updateWords as words } from '../update-words.ts'
import { failureSentence } from '../words.ts'
import styles from './about.module.css'

/** Nothing where the app does not update itself. */
export function UpdateSection() {
  const update = useUpdate()
  const { connection, news } = useFace()
  if (update === null) return null
  const { state } = update
  const release = 'release' in state ? state.release : null
  const deed = deedOf(state)
  return (
    <section className={styles['update']} aria-label={words.title}>
      <p role="status">
        {state.kind === 'failed' ? failureSentence(state.failure) : words.state(update)}
      </p>
      {state.kind === 'fetching' ? (
        <>
          <ProgressBar
            label={words.progress(state.release.version)}
            fraction={state.total > 0 ? state.done / state.total : null}
          />
          <p>{state.total > 0 ? words.progressOf(state.done, state.total) : null}</p>
        </>
      ) : null}
      {release === null || release.notes === '' ? null : (
        <Fold summary={words.notes(release.version)} className={styles['notes']}>
          <p>{release.notes}</p>
        </Fold>
      )}
      {/* One button whatever it says: who has pressed it stays on it. */}
      <Button
        look={deed.look ?? 'outline'}
        aria-disabled={deed.command === null}
        onClick={() => {
          if (deed.command !== null) void connection.call(deed.command, {}).then(news.settle)
        }}
      >
        {deed.label}
      </Button>
    </section>
  )
}

type Deed = {
  label: string
  /** Null: it is being done. */
  command: 'update.look' | 'update.fetch' | 'update.cancel' | 'update.install' | null
  look?: 'primary'
}

function deedOf(state: AppUpdate['state']): Deed {
  switch (state.kind) {
    case 'none':
      return { label: words.look, command: 'update.look' }
    case 'looking':
      return { label: words.look, command: null }
    case 'found':
      return { label: words.fetch, command: 'update.fetch', look: 'primary' }
    case 'fetching':
      return { label: words.stop, command: 'update.cancel' }
    case 'ready':
      return {
        label: state.mustWait ? words.installLater : words.install,
        command: 'update.install',
        look: 'primary',
      }
    case 'waiting':
      return { label: words.notNow, command: 'update.cancel' }
    case 'installing':
      return { label: words.install, command: null }
    case 'failed':
      return state.release !== null && state.failure.retry !== 'never'
        ? { label: words.fetchAgain, command: 'update.fetch' }
        : { label: words.look, command: 'update.look' }
  }
}
