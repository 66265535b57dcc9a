// The processes of the neural models, one for each that is spoken with, and what their crashes mean.
import { availableParallelism } from 'node:os'
import { fail, FailureError } from '../../../core/base/failure-error.ts'
import type { Clock } from '../../../core/base/scope.ts'
import type { Log } from '../../../core/ports/machine.ts'
import type { Launch } from '../../process/channel.ts'
import { createQuarantine, type Quarantine } from '../quarantine.ts'
import { engineSettings, type ExecutionProvider, type LoadableVoice } from './engine-settings.ts'
import { damaged } from './found-voice.ts'
import { executionProviders } from './execution-provider.ts'
import { createModelProcess, type ModelProcess } from './model-process.ts'
import type { LoadedModel } from './speaker.ts'

export type ModelCrewOptions = {
  launch: Launch
  entry: URL
  clock: Clock
  log: Log
  spool: string
  callTimeoutSeconds: () => number
  /** Wished for; used where it loads. */
  executionProvider: () => ExecutionProvider
  /** Path of espeak-ng's data. */
  speechData: () => Promise<string>
}

export type Model = LoadableVoice & { needsSpeechData: boolean }

export type LiveModel = {
  process: ModelProcess
  quarantine: Quarantine
  /** Loaded, by the processor where nothing else will. Fails as its process does. */
  ready(): Promise<LoadedModel>
  /** A segment was spoken: whatever has crashed before, the model is sound. */
  isSound(): void
}

/** Ends of the process in a row, without a segment between them, that condemn a model. */
const mostCrashes = 3

/** Of espeak-ng's data, in bytes: it cuts longer ones, and ends the process over what is not there. */
const longestPath = 240

export function createModelCrew(options: ModelCrewOptions) {
  const { log, speechData, executionProvider } = options
  const models = new Map<string, LiveModel>()

  const start = (id: string, model: Model, onCondemned: (reason: string) => void): LiveModel => {
    const voice = `neural:${id}`
    let crashes = 0
    let computedBy: ExecutionProvider = 'cpu'
    let isWishRefused = false
    let lastCrash: string | undefined
    const isCondemned = () => crashes >= mostCrashes
    const reason = `the engine stopped ${mostCrashes} times with it`

    const process = createModelProcess({
      ...options,
      voice,
      async settings() {
        const wish = executionProvider()
        const isOffered = executionProviders().includes(wish)
        if (!isOffered && !isWishRefused) log.warn('a voice is computed by cpu', { voice, wish })
        isWishRefused ||= !isOffered
        computedBy = isWishRefused ? 'cpu' : wish
        const data = model.needsSpeechData ? await speechData() : null
        if (data !== null && Buffer.byteLength(data) > longestPath)
          throw damaged(voice, 'the path of the data folder is too long for its dictionaries')
        return engineSettings({ ...model, speechData: data }, availableParallelism(), computedBy)
      },
      onCrash() {
        // A processor of another kind that cannot is not the model's fault.
        if (computedBy === 'cpu') crashes += 1
        if (!isCondemned()) return
        log.error('a voice is not used any more', { voice, reason })
        onCondemned(reason)
      },
    })
    return {
      process,
      quarantine: createQuarantine(),
      isSound: () => void (crashes = 0),
      async ready() {
        for (;;) {
          if (isCondemned()) throw fail('voice-damaged', { voice, reason }, lastCrash)
          try {
            return await process.load()
          } catch (error) {
            const code = error instanceof FailureError ? error.failure.code : ''
            if (code !== 'voice-crashed' && code !== 'voice-damaged') throw error
            lastCrash = String(error)
            if (computedBy !== 'cpu') {
              log.warn('a voice is computed by cpu', {
                voice,
                wish: computedBy,
                why: String(error),
              })
              isWishRefused = true
              process.rest()
            } else if (code === 'voice-damaged') throw error
          }
        }
      },
    }
  }

  return {
    /** The process of a model, started when it is first needed. */
    of(id: string, model: Model, onCondemned: (reason: string) => void): LiveModel {
      const known = models.get(id) ?? start(id, model, onCondemned)
      models.set(id, known)
      return known
    },
    /** Loads a model once, in a process that ends with it. */
    async try(model: Model): Promise<LoadedModel> {
      const once = start('new', model, () => {})
      try {
        return await once.ready()
      } finally {
        // On some systems its files are held until it has gone.
        await once.process.close()
      }
    },
    /** Ends the process of a model, and forgets its past. */
    async drop(id: string): Promise<void> {
      const model = models.get(id)
      models.delete(id)
      await model?.process.close()
    },
    rest: () => [...models.values()].forEach(({ process }) => process.rest()),
    async close(): Promise<void> {
      await Promise.all([...models.values()].map(({ process }) => process.close()))
    },
    get pids(): number[] {
      return [...models.values()].flatMap(({ process: { pid } }) =>
        pid === undefined ? [] : [pid],
      )
    },
  }
}
