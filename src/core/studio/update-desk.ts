// New versions of the app: when they are looked for and fetched, and that none breaks off what runs.
import type { AppUpdate, Release, UpdateState } from '../../contract/index.ts'
import { fail, failureOf } from '../base/failure-error.ts'
import type { Scope } from '../base/scope.ts'
import type { StudioContext } from './studio-context.ts'

/** The start of an app has other things to do. */
const firstLookMs = 60_000
const everyMs = 24 * 3600_000
/** Between the end of one work and the beginning of the next that follows from it. */
const quietMs = 3000

export type UpdateDesk = {
  read(): AppUpdate
  /** Resolves when it is known; what was found may be being fetched then. */
  look(): Promise<void>
  fetch(): void
  cancel(): void
  /** Now, or when nothing runs. Fails with `not-found` where nothing was fetched. */
  install(): void
}

/** `isFree`: nothing runs that an installation would break off. Null where there are no updates. */
export function openUpdateDesk(context: StudioContext, isFree: () => boolean): UpdateDesk | null {
  const { updates, clock, scope, events, log } = context
  if (!updates) return null
  let state: UpdateState = { kind: 'none', lookedAt: null }
  let fetching: Scope | null = null

  const read = (): AppUpdate => ({ way: updates.way, state })
  const set = (next: UpdateState) => {
    state = next
    events.emit('update.changed', { update: read() })
  }
  const setReady = (release: Release) => set({ kind: 'ready', release, mustWait: !isFree() })
  const setFailed = (error: unknown, release: Release | null) => {
    const failure = failureOf(error)
    log.warn('an update failed', { failure })
    set({ kind: 'failed', failure, release })
  }

  const fetch = async (release: Release) => {
    const work = scope.child()
    fetching = work
    set({ kind: 'fetching', release, done: 0, total: 0 })
    try {
      await updates.fetch((done, total) => {
        if (!work.disposed) set({ kind: 'fetching', release, done, total })
      }, work.signal)
      // One that was whole before it could be cancelled is there all the same.
      setReady(release)
    } catch (error) {
      if (scope.disposed) return
      if (work.disposed) set({ kind: 'found', release })
      else setFailed(error, release)
    } finally {
      fetching = null
      await work.dispose()
    }
  }
  const look = async () => {
    if (!mayLook(state)) return
    set({ kind: 'looking' })
    try {
      const release = await updates.look()
      if (scope.disposed) return
      if (!release) set({ kind: 'none', lookedAt: clock.now() })
      else if (context.settingsInForce().updates === 'fetch') void fetch(release)
      else set({ kind: 'found', release })
    } catch (error) {
      if (!scope.disposed) setFailed(error, null)
    }
  }
  const install = async (release: Release) => {
    set({ kind: 'installing', release })
    try {
      const isEnding = await updates.install(isFree)
      if (scope.disposed) return
      // Whoever keeps the app open after all finds it as it was.
      if (isEnding) setReady(release)
      else set({ kind: 'waiting', release })
    } catch (error) {
      setFailed(error, release)
    }
  }
  const installWhenQuiet = () => {
    if (state.kind === 'waiting' && isFree()) void install(state.release)
  }
  const followWork = () => {
    if (state.kind === 'ready' && state.mustWait === isFree()) setReady(state.release)
    if (state.kind === 'waiting' && isFree()) scope.after(clock, quietMs, installWhenQuiet)
  }
  scope.own(events.on('job.advanced', followWork))
  scope.own(events.on('queue.changed', followWork))
  const lookByItself = () => {
    if (context.settingsInForce().updates !== 'never') return look()
  }
  scope.after(clock, firstLookMs, () => void lookByItself())
  scope.every(clock, everyMs, lookByItself)

  return {
    read,
    look,
    fetch() {
      const release = state.kind === 'found' || state.kind === 'failed' ? state.release : null
      if (release) void fetch(release)
    },
    cancel() {
      void fetching?.dispose()
      if (state.kind === 'waiting') setReady(state.release)
    },
    install() {
      if (state.kind !== 'ready') throw fail('not-found', { kind: 'update' })
      if (isFree()) void install(state.release)
      else set({ kind: 'waiting', release: state.release })
    },
  }
}

/** Not where one is on its way already, or there. */
const mayLook = ({ kind }: UpdateState): boolean =>
  kind === 'none' || kind === 'found' || kind === 'failed'
