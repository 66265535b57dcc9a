// The near side of a neural model: one child process, started by the first segment, ended when it
// hangs, crashes or has nothing to do.
import { rmSync } from 'node:fs'
import { afterAwake } from '../../../core/base/after-awake.ts'
import { fail, failure, FailureError } from '../../../core/base/failure-error.ts'
import { createLimiter } from '../../../core/base/limiter.ts'
import { abortError, createScope, type Clock } from '../../../core/base/scope.ts'
import { untilAborted } from '../../../core/base/until-aborted.ts'
import type { Launch } from '../../process/channel.ts'
import { connect, type Remote } from '../../process/remote.ts'
import type { EngineSettings } from './engine-settings.ts'
import type { LoadedModel, SpeakerParameters, SpeakWish } from './speaker.ts'

/** Segments at once: the engine uses all cores for one, a second one fills the gaps. */
export const segmentsAtOnce = 2

/** A model is given back after so long without a segment. */
const idleSeconds = 120

/** Of V8's heap; the model lies outside of it. */
const heapMegabytes = 64

export type ModelProcessOptions = {
  launch: Launch
  entry: URL
  clock: Clock
  spool: string
  /** For failures: the model's voice id without a speaker. */
  voice: string
  /** Read at each start. */
  settings: () => EngineSettings | Promise<EngineSettings>
  /** How long loading, or one segment, may take. */
  callTimeoutSeconds: () => number
  /** The process has ended by itself. */
  onCrash: () => void
}

export type ModelProcess = {
  /** Absent while nothing runs. */
  readonly pid: number | undefined
  /** Starts it and loads the model. Fails with `voice-damaged`, `voice-crashed`, `voice-timeout`. */
  load(): Promise<LoadedModel>
  /** Fails as `load` does, and with `voice-failed`; aborted by the signal at once. */
  speak(wish: Omit<SpeakWish, 'number'>, signal: AbortSignal): Promise<{ file: string }>
  /** Ends it when it has nothing to do. */
  rest(): void
  /** Ends it, and waits until it has gone; what is under way fails as cancelled. */
  close(): Promise<void>
}

type Running = {
  remote: Remote
  model: Promise<LoadedModel>
  endedBy: 'us' | null
  gone: Promise<void>
}

/** Of what the engine says before it ends its process: the reason. */
const lastWords = 500

export function createModelProcess(options: ModelProcessOptions): ModelProcess {
  const { launch, entry, clock, spool, voice, settings, callTimeoutSeconds, onCrash } = options
  const limiter = createLimiter(segmentsAtOnce, (error) => {
    throw error
  })
  let running: Promise<Running> | null = null
  let current: Running | null = null
  let isClosed = false
  let number = 0
  // What is given back is not waited for any more: no timer outlives it.
  const scope = createScope()
  let stopIdleTimer = () => {}

  const end = (child: Running) => {
    child.endedBy = 'us'
    if (current === child) {
      current = null
      running = null
    }
    child.remote.kill()
  }

  /** The answer, or `voice-timeout` and the end of the process, which no longer hears. */
  const within = async <T>(child: Running, answer: Promise<T>): Promise<T> => {
    const seconds = callTimeoutSeconds()
    let isLate = false
    const stopTimer = afterAwake(clock.after, seconds * 1000, () => {
      isLate = true
      end(child)
    })
    try {
      return await answer
    } catch (error) {
      if (isLate) throw fail('voice-timeout', { voice, seconds })
      throw error
    } finally {
      stopTimer()
    }
  }

  const start = async (): Promise<Running> => {
    let noise = ''
    const channel = launch(entry, {
      name: 'lectern-neural-voice',
      parameters: { spool, settings: await settings() } satisfies SpeakerParameters,
      heapMegabytes,
      onNoise: (text) => void (noise = (noise + text).slice(-lastWords)),
    })
    const { promise: gone, resolve: go } = Promise.withResolvers<void>()
    const child = { endedBy: null, gone } as Running
    child.remote = connect(channel, (code) => {
      if (current === child) {
        current = null
        running = null
      }
      go()
      if (isClosed) return failure('cancelled')
      if (child.endedBy === null) onCrash()
      return failure('voice-crashed', { voice }, `the process ended: ${code}; ${noise}`)
    })
    current = child
    child.model = within(child, child.remote.call<LoadedModel>('load', { voice }))
    child.model.catch(() => {})
    if (isClosed) end(child)
    return child
  }
  const ensure = (): Promise<Running> => {
    if (isClosed) throw abortError()
    const starting = (running ??= start())
    starting.catch(() => (running = null))
    return starting
  }

  const speakOnce = async (wish: Omit<SpeakWish, 'number'>, signal: AbortSignal) => {
    for (;;) {
      if (signal.aborted) throw abortError()
      const child = await ensure()
      number += 1
      const mine = { ...wish, number }
      // The segment stays under way until it has really stopped, so the signal goes its own way.
      const stop = () => void child.remote.call('stop', { number: mine.number }).catch(() => {})
      signal.addEventListener('abort', stop, { once: true })
      try {
        await child.model
        const spoken = await within(child, child.remote.call<{ file: string }>('speak', mine))
        if (!signal.aborted) return spoken
        rmSync(spoken.file, { force: true })
        throw abortError()
      } catch (error) {
        const crashed = error instanceof FailureError && error.failure.code === 'voice-crashed'
        // Ended because another segment hung: this one has another try.
        if (!crashed || child.endedBy === null) throw error
      } finally {
        signal.removeEventListener('abort', stop)
      }
    }
  }

  const rest = () => {
    if (limiter.busy === 0 && current) end(current)
  }

  return {
    get pid() {
      return current?.remote.pid
    },
    load: async () => (await ensure()).model,
    speak(wish, signal) {
      stopIdleTimer()
      const spoken = new Promise<{ file: string }>((resolve, reject) => {
        void limiter.begin(async () => {
          await speakOnce(wish, signal).then(resolve, reject)
          stopIdleTimer()
          stopIdleTimer = scope.after(clock, idleSeconds * 1000, rest)
        })
      })
      return untilAborted(spoken, signal)
    },
    rest,
    async close() {
      isClosed = true
      const last = current
      if (last) end(last)
      await Promise.all([scope.dispose(), last?.gone])
    },
  }
}
