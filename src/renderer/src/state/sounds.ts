// Mirrors the library of music and effects, and brings more into it.
import type { LibrarySound } from '../../../contract/index.ts'
import type { Connection } from '../client/connection.ts'
import { words } from '../words.ts'
import { jobEnd, type Jobs } from './jobs.ts'
import { createLatestAnswer } from './latest-answer.ts'
import type { News } from './news.ts'
import { createStore, type Readable, type Store } from '../client/store.ts'

export type SoundsMirror = Readable<readonly LibrarySound[]> & {
  /** The file that is on its way in; null while none is. */
  bringing: Readable<{ name: string; fraction: number | null } | null>
  /** Whether a book's music is looked at: what is dropped then is brought. */
  wanted: Store<boolean>
  bring(files: readonly File[]): Promise<void>
  note(id: string, note: Pick<LibrarySound, 'name' | 'licence'>): Promise<void>
  remove(sound: LibrarySound): Promise<void>
}

export function mirrorSounds(
  connection: Connection,
  jobs: Readable<Jobs>,
  news: News,
): SoundsMirror {
  const store = createStore<readonly LibrarySound[]>([])
  const bringing = createStore<{ name: string; fraction: number | null } | null>(null)
  const latest = createLatestAnswer()
  const refresh = async () => {
    const reply = await latest(connection.call('sound.list', {}))
    if (reply?.ok) store.set(reply.value.sounds)
  }
  connection.onOpen(() => void refresh())
  connection.on('sounds.changed', () => void refresh())

  const bringOne = async (file: File) => {
    const { name } = file
    const show = (fraction: number) => bringing.set({ name, fraction })
    const ticket = news.settle(await connection.host.ticketForFile(file, show))
    if (ticket === null) return
    bringing.set({ name, fraction: null })
    const started = news.settle(await connection.call('sound.bring', { ticket }))
    if (started === null) return
    const { state, failure } = await jobEnd(jobs, started.jobId)
    if (state === 'failed' && failure !== undefined) news.fail(failure)
    if (state !== 'done') return
    await refresh()
    news.tell(words.music.brought(name))
  }
  return {
    get: store.get,
    subscribe: store.subscribe,
    bringing,
    wanted: createStore(false),
    async bring(files) {
      if (files.length === 0) return
      for (const file of files) await bringOne(file)
      bringing.set(null)
    },
    async note(id, note) {
      if (news.settle(await connection.call('sound.note', { id, ...note })) !== null)
        await refresh()
    },
    async remove({ id, name }) {
      if (news.settle(await connection.call('sound.remove', { id })) === null) return
      await refresh()
      news.tell(words.music.removed(name))
    },
  }
}
