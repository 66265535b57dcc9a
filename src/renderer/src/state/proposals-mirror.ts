// Mirrors what is proposed for an open book, for as long as somebody looks; what is taken here is gone at once.
import { scriptKinds, type Failure, type Job } from '../../../contract/index.ts'
import { after } from '../client/after.ts'
import type { Connection } from '../client/connection.ts'
import { createStore, type Readable } from '../client/store.ts'
import { isActive } from './jobs.ts'
import { type Proposals, type ProposalsNow, withoutHidden } from './proposals.ts'

export type ProposalsMirror = {
  proposals: Readable<ProposalsNow>
  refresh(): Promise<void>
  /**
   * Hides these while `work` is done to them, and reads anew behind it. They are shown again where it was refused
   * (null), or where the studio still proposes them.
   */
  without<T>(keys: readonly string[], work: () => Promise<T | null>): Promise<T | null>
  /** Follows the book until the function that it returns is called. */
  watch(): () => void
}

/** Of each kind; those that are surest come first. */
const most = 500
/** Each is a look through the whole book. */
const pauseMs = 500

export function mirrorProposals(connection: Connection, projectId: string): ProposalsMirror {
  const store = createStore<ProposalsNow>({ state: 'loading' })
  let known: Proposals | null = null
  let failure: Failure | null = null
  let planned: (() => void) | null = null
  let turn = 0
  let newest: Promise<void> = Promise.resolve()
  /** Keys, by how many deeds that are under way they are hidden. */
  const hidden = new Map<string, number>()
  const asking = new Set<string>()

  const show = () => {
    if (known !== null)
      store.set({ state: 'ready', ...withoutHidden(known, new Set(hidden.keys())) })
    else store.set(failure === null ? { state: 'loading' } : { state: 'failed', failure })
  }
  const read = async (): Promise<void> => {
    const mine = (turn += 1)
    const args = { projectId, kinds: [...scriptKinds], most }
    const reply = await connection.call('script.proposals', args)
    // Another reading has begun since: that one's answer counts, and whoever waits for this one waits for it.
    if (mine !== turn) return newest
    if (reply.ok) known = reply.value
    failure = reply.ok ? null : reply.failure
    show()
  }
  const refresh = () => (newest = read())
  const plan = () => {
    planned?.()
    planned = after(pauseMs, () => {
      planned = null
      void refresh()
    })
  }
  const hide = (keys: readonly string[], by: 1 | -1) => {
    for (const key of keys) {
      const times = (hidden.get(key) ?? 0) + by
      if (times > 0) hidden.set(key, times)
      else hidden.delete(key)
    }
    show()
  }
  /** What a model has answered is proposed when the asking rests. */
  const follow = (job: Job) => {
    if (job.kind !== 'script' || job.projectId !== projectId) return
    if (job.state === 'running') asking.add(job.id)
    else if (asking.delete(job.id) || !isActive(job)) plan()
  }
  return {
    proposals: store,
    refresh() {
      failure = null
      show()
      return refresh()
    },
    async without(keys, work) {
      hide(keys, 1)
      const done = await work()
      if (done !== null) await refresh()
      hide(keys, -1)
      // It may have been refused because the book is another by now.
      if (done === null) plan()
      return done
    },
    watch() {
      const stops = [
        connection.onOpen(() => void refresh()),
        connection.on('project.changed', ({ project }) => {
          if (project.id === projectId) plan()
        }),
        connection.on('job.advanced', ({ job }) => follow(job)),
      ]
      return () => {
        planned?.()
        planned = null
        stops.forEach((stop) => stop())
      }
    },
  }
}
