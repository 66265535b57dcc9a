// Finished sound files on their way through a check: sent where they must be, measured one after the other.
import { soundEndings, type Failure, type SoundCheck } from '../../../contract/index.ts'
import type { Connection } from '../client/connection.ts'
import { createStore, type Readable } from '../client/store.ts'

export type CheckState =
  | { state: 'sending'; fraction: number }
  | { state: 'measuring' }
  | { state: 'done'; check: SoundCheck }
  | { state: 'failed'; failure: Failure }

export type CheckedFile = CheckState & { id: number; name: string }

export type SoundChecks = {
  files: Readable<readonly CheckedFile[]>
  /** Whether they are looked at. */
  open: Readable<boolean>
  show(): void
  /** Ends looking; what was measured is forgotten. */
  close(): void
  /** Checks them, and shows it. */
  add(files: readonly File[]): Promise<void>
}

/** By its name: what is dropped to be checked, and what for a book. */
export const isSound = ({ name }: { readonly name: string }): boolean =>
  soundEndings.includes(/\.([^.]+)$/.exec(name)?.[1]?.toLowerCase() ?? '')

export function createSoundChecks(connection: Connection): SoundChecks {
  const files = createStore<readonly CheckedFile[]>([])
  const open = createStore(false)
  let last = 0
  let turn: Promise<void> = Promise.resolve()

  const set = (id: number, state: CheckState) =>
    files.update((all) =>
      all.map((file) => (file.id === id ? { id, name: file.name, ...state } : file)),
    )
  const check = async (id: number, file: File) => {
    const isWanted = () => files.get().some((one) => one.id === id)
    if (!isWanted()) return
    const onProgress = (fraction: number) => set(id, { state: 'sending', fraction })
    const ticket = await connection.host.ticketForFile(file, onProgress)
    if (!ticket.ok) return set(id, { state: 'failed', failure: ticket.failure })
    set(id, { state: 'measuring' })
    const reply = await connection.call('sound.check', { ticket: ticket.value })
    set(
      id,
      reply.ok
        ? { state: 'done', check: reply.value }
        : { state: 'failed', failure: reply.failure },
    )
  }
  return {
    files,
    open,
    show: () => open.set(true),
    close() {
      open.set(false)
      files.set([])
    },
    add(wanted) {
      open.set(true)
      for (const file of wanted) {
        const id = (last += 1)
        files.update((all) => [...all, { id, name: file.name, state: 'sending', fraction: 0 }])
        turn = turn.then(() => check(id, file))
      }
      return turn
    },
  }
}
