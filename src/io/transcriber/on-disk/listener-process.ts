// The near side of a listener on the disk: one child process, started by the first sound, ended when it hangs,
// crashes or has nothing to do.
import { afterAwake } from '../../../core/base/after-awake.ts'
import { fail, failure, FailureError } from '../../../core/base/failure-error.ts'
import { createLimiter } from '../../../core/base/limiter.ts'
import { abortError, createScope, type Clock } from '../../../core/base/scope.ts'
import { untilAborted } from '../../../core/base/until-aborted.ts'
import type { Launch } from '../../process/channel.ts'
import { connect, type Remote } from '../../process/remote.ts'
import { damagedListener } from './found-listener.ts'
import type { HeardSound, HearWish, ListenerParameters } from './listener.ts'

/** A model is given back after so long without a sound. */
const idleSeconds = 120
/** How long loading, or one sound, may take: the first of a large model takes its time. */
const callTimeoutSeconds = 300
/** Of V8's heap; model and sounds lie outside of it. */
const heapMegabytes = 64
/** Ends of the process in a row, its own or because it hung, without a sound heard between them, that condemn a model. */
const mostCrashes = 3
/** Of what the engine says before it ends its process: the reason. */
const lastWords = 500

export type ListenerProcessOptions = {
  launch: Launch
  entry: URL
  clock: Clock
  name: string
  /** Read at each start, for the language that is heard. Fails with what has become of the files. */
  parameters: (language: string) => Promise<ListenerParameters>
}

export type ListenerProcess = {
  /**
   * `language`: as the model is told it; for another one it is loaded anew. Fails with `listener-crashed`,
   * `listener-damaged`, `listener-failed`; aborted by the signal at once.
   */
  hear(wish: HearWish, language: string, signal: AbortSignal): Promise<HeardSound>
  /** Ends it when nothing is under way: another model hears from now on. */
  rest(): void
  /** Ends it, and waits until it has gone; what is under way fails as cancelled. */
  close(): Promise<void>
}

type Running = { remote: Remote; language: string; loaded: Promise<null>; gone: Promise<void> }

export function createListenerProcess(options: ListenerProcessOptions): ListenerProcess {
  const { launch, entry, clock, name } = options
  // The engine uses all cores for one sound.
  const limiter = createLimiter(1, (error) => {
    throw error
  })
  let running: Running | null = null
  let isClosed = false
  let crashes = 0
  // What is given back is not waited for any more: no timer outlives it.
  const scope = createScope()
  let stopIdleTimer = () => {}

  const end = async () => {
    const child = running
    running = null
    child?.remote.kill()
    await child?.gone
  }

  const start = async (language: string): Promise<Running> => {
    let noise = ''
    const parameters = await options.parameters(language)
    if (isClosed) throw abortError()
    const channel = launch(entry, {
      ...{ name: 'lectern-neural-listener', parameters, heapMegabytes },
      onNoise: (text) => void (noise = (noise + text).slice(-lastWords)),
    })
    const { promise: gone, resolve: go } = Promise.withResolvers<void>()
    const remote = connect(channel, (code) => {
      go()
      // Ended by us: it was given back, or somebody else waits for it no longer.
      if (running?.remote !== remote) return failure('cancelled')
      running = null
      crashes += 1
      return failure('listener-crashed', { name }, `the process ended: ${code}; ${noise}`)
    })
    const loaded = remote.call<null>('load', {})
    loaded.catch(() => {})
    return (running = { remote, language, loaded, gone })
  }

  const hearOnce = async (wish: HearWish, language: string): Promise<HeardSound> => {
    if (isClosed) throw abortError()
    if (crashes >= mostCrashes)
      throw damagedListener(name, `the engine stopped ${mostCrashes} times with it`)
    if (running && running.language !== language) await end()
    const child = running ?? (await start(language))
    let isLate = false
    const stopTimer = afterAwake(clock.after, callTimeoutSeconds * 1000, () => {
      isLate = true
      crashes += 1
      void end()
    })
    try {
      await loadedOf(child)
      const heard = await child.remote.call<HeardSound>('hear', wish)
      crashes = 0
      return heard
    } catch (error) {
      if (isLate) throw fail('listener-failed', { name }, `no answer in ${callTimeoutSeconds} s`)
      throw error
    } finally {
      stopTimer()
    }
  }
  /** What ends the engine on loading is no sound's fault. */
  const loadedOf = async ({ loaded }: Running) => {
    try {
      await loaded
    } catch (error) {
      const { code, detail } = error instanceof FailureError ? error.failure : {}
      if (code !== 'listener-crashed') throw error
      throw damagedListener(name, 'the engine stopped over its files', detail)
    }
  }

  return {
    hear(wish, language, signal) {
      stopIdleTimer()
      const heard = new Promise<HeardSound>((resolve, reject) => {
        void limiter.begin(async () => {
          // What is not waited for any more is not begun.
          if (signal.aborted) reject(abortError())
          else await hearOnce(wish, language).then(resolve, reject)
          stopIdleTimer()
          stopIdleTimer = scope.after(clock, idleSeconds * 1000, () => {
            if (limiter.busy === 0) void end()
          })
        })
      })
      return untilAborted(heard, signal)
    },
    rest: () => void limiter.idle().then(end),
    async close() {
      isClosed = true
      await Promise.all([scope.dispose(), end()])
    },
  }
}
