// Shared takes in a store that speaks S3: asked while it works, left alone while it does not.
import type { StoreTrouble, TakeStore } from '../../contract/index.ts'
import { createScope, type Clock } from '../../core/base/scope.ts'
import type { Log } from '../../core/ports/machine.ts'
import { longestSoundBytes } from './packed-sound.ts'
import { connectS3, type S3Answer } from './s3.ts'
import type { SharedStore } from './shared-takes.ts'
import { takeUrl, troubleOfAnswer } from './take-place.ts'

export type S3Store = SharedStore & {
  readonly state: 'connecting' | 'connected' | 'away'
  /** Why nothing is found there, or nothing is kept; null: all is well, or not known yet. */
  readonly trouble: StoreTrouble | null
}

/** The longest that a sentence is held by it, if nobody says; what takes longer is spoken. */
const usualFindMs = 5_000
/** Nobody waits for what is given. */
const giveMs = 60_000
/** A store that does not work is left alone until the next of these looks. */
const restMs = 30_000
/** No take has this name: that it is not there is all that is asked. */
const nobodysTake = 'none'

/** Begins to look whether the store works, and does not wait for it. */
export function openS3Store(
  place: TakeStore,
  secret: string | null,
  world: { clock: Clock; log: Log; findMs?: number; tell(): void },
): S3Store {
  const { clock, log, findMs = usualFindMs, tell } = world
  const scope = createScope()
  const s3 = secret === null ? null : connectS3(place, secret)
  let state: S3Store['state'] = 'connecting'
  const troubles: Record<S3Answer['deed'], StoreTrouble | null> = { find: null, offer: null }
  const trouble = () => troubles.find ?? troubles.offer

  const note = (deed: S3Answer['deed'], now: StoreTrouble | null) => {
    if (scope.disposed) return
    const before = [state, trouble()]
    // It was away for both; a store that finds and cannot keep stays in trouble.
    const isBack = deed === 'find' && troubles.find === 'store-away' && now !== 'store-away'
    if (isBack && troubles.offer === 'store-away') troubles.offer = null
    troubles[deed] = now
    state = troubles.find === null ? 'connected' : 'away'
    if (state === before[0] && trouble() === before[1]) return
    log.info('the store of shared takes', { state, trouble: trouble() })
    tell()
  }
  /** A limit of time or a lost line is the store's trouble; that nobody wants it any more is not. */
  const asked = async (
    deed: S3Answer['deed'],
    signal: AbortSignal,
    longestMs: number,
    ask: (signal: AbortSignal) => Promise<S3Answer>,
  ): Promise<S3Answer> => {
    const given = scope.child()
    const late = new AbortController()
    given.after(clock, longestMs, () => late.abort(new Error('it takes too long')))
    try {
      const answer = await ask(AbortSignal.any([signal, late.signal, scope.signal]))
      note(deed, troubleOfAnswer(answer))
      return answer
    } catch (error) {
      if (!signal.aborted) note(deed, 'store-away')
      throw error
    } finally {
      await given.dispose()
    }
  }
  const find = (takeId: string, signal: AbortSignal) =>
    asked('find', signal, findMs, async (until) => {
      if (!s3) return { deed: 'find', status: 403, code: 'NoKey', bytes: null }
      const answer = await s3.get(takeId, longestSoundBytes, until)
      // Whoever has what nobody put there is no store, but a page that greets.
      const isStore = takeId !== nobodysTake || answer.status !== 200
      return isStore ? answer : { deed: 'find', status: 502, code: '', bytes: null }
    })

  const look = () =>
    find(nobodysTake, scope.signal).then(
      () => {},
      (error: unknown) => log.debug('the store of shared takes', { error: String(error) }),
    )
  /** Takes that are offered go on by themselves; of those that are looked for nobody would find out. */
  let isRefusing = false
  scope.every(clock, restMs, async () => {
    isRefusing = false
    if (troubles.find !== null) await look()
  })
  void look()

  return {
    get state() {
      return state
    },
    get trouble() {
      return trouble()
    },
    isThere: () => troubles.find === null,
    async get(takeId, signal) {
      if (takeUrl(place, takeId) === null) return null
      const { status, code, bytes } = await find(takeId, signal)
      if (status !== 200) log.debug('a shared take is not there', { status, code })
      return bytes
    },
    async put(takeId, flac) {
      if (isRefusing || takeUrl(place, takeId) === null) return
      try {
        const answer = await asked('offer', scope.signal, giveMs, async (until) => {
          if (!s3) return { deed: 'offer', status: 403, code: 'NoKey', bytes: null }
          return s3.put(takeId, flac, until)
        })
        if (troubleOfAnswer(answer) === null) return
        isRefusing = true
        log.debug('a take could not be shared', { status: answer.status, code: answer.code })
      } catch (error) {
        isRefusing = true
        throw error
      }
    },
    close: () => scope.dispose(),
  }
}
