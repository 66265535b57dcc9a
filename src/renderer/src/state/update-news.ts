// Tells once of each new version that a person can do something about. What it says is fetched then.
import type { UpdateState } from '../../../contract/index.ts'
import type { Connection } from '../client/connection.ts'
import type { News } from './news.ts'

type Told = Extract<UpdateState, { kind: 'found' | 'ready' }>

/** For as long as the page lives. */
export function tellOfUpdates(connection: Connection, news: News): void {
  let told = ''
  connection.on('update.changed', ({ update: { state } }) => {
    // Nobody would look for the reason by themselves why nothing newer ever comes.
    if (state.kind === 'failed' && state.failure.code === 'update-by-hand') news.fail(state.failure)
    if (state.kind !== 'found' && state.kind !== 'ready') return
    const key = `${state.kind} ${state.release.version}`
    if (key !== told) void tell(state, connection, news)
    told = key
  })
}

async function tell(state: Told, connection: Connection, news: News): Promise<void> {
  const { updateWords } = await import('../update-words.ts')
  const { kind, release } = state
  const label =
    kind === 'found'
      ? updateWords.fetch
      : state.mustWait
        ? updateWords.installLater
        : updateWords.install
  const close = news.tell(updateWords.news[kind](release.version), {
    label,
    act() {
      close()
      const name = kind === 'found' ? 'update.fetch' : 'update.install'
      void connection.call(name, {}).then(news.settle)
    },
  })
}
