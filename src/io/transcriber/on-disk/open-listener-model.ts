// The model on the disk that a person has chosen to hear takes back, kept in a file and loaded when it is needed.
import { availableParallelism } from 'node:os'
import { TranscriberCheck, type ListenerModel } from '../../../contract/index.ts'
import { FailureError, failureOf } from '../../../core/base/failure-error.ts'
import type { TranscriberInUse } from '../../../core/ports/transcribers.ts'
import { openJsonFile } from '../../json-file.ts'
import { FoundListener } from './found-listener.ts'
import { inspectListener } from './listener-folder.ts'
import {
  createListenerProcess,
  type ListenerProcess,
  type ListenerProcessOptions,
} from './listener-process.ts'
import {
  languageTold,
  longestSeconds,
  recogniserSettings,
  timesWords,
} from './recogniser-settings.ts'

export type ListenerModelOptions = Pick<ListenerProcessOptions, 'launch' | 'entry' | 'clock'> & {
  /** Absolute path of the file that the choice is kept in. */
  path: string
}

export type OpenedListenerModel = {
  model(): ListenerModel | null
  lastCheck(): TranscriberCheck | null
  /** Null: none. Fails with `not-a-listener`, `listener-damaged`, `folder-not-writable`, `disk-full`. */
  choose(folder: string | null): Promise<void>
  /** Has it hear a second of silence; a failure is kept as what it came to. */
  check(signal: AbortSignal): Promise<void>
  inUse(): TranscriberInUse | null
  close(): Promise<void>
}

type Saved = { found: FoundListener | null; check: TranscriberCheck | null }

/** Opens nothing but its file. */
export function openListenerModel(options: ListenerModelOptions): OpenedListenerModel {
  const { clock } = options
  const file = openJsonFile<Saved>(options.path, (saved) => {
    const { found, check } = (saved ?? {}) as { found?: unknown; check?: unknown }
    const known = FoundListener.safeParse(found).data ?? null
    return { found: known, check: (known && TranscriberCheck.safeParse(check).data) ?? null }
  })
  /** Also of models that were chosen before. */
  const processes: ListenerProcess[] = []
  const open = (found: FoundListener) => {
    const { name, family, folder, bytes } = found
    const process = createListenerProcess({
      ...options,
      name,
      async parameters(language) {
        // It may have changed since it was chosen.
        const now = await inspectListener(folder)
        const settings = recogniserSettings(now, { language, threads: availableParallelism() })
        return { name, settings, longestSeconds: longestSeconds[now.family] }
      },
    })
    const inUse: TranscriberInUse = {
      ...{ label: name, model: `${name}@${bytes}`, price: null },
      hear: ({ flac, language }, signal) =>
        process.hear({ flac }, languageTold(found, language), signal),
    }
    processes.push(process)
    const model: ListenerModel = { name, family, bytes, timesWords: timesWords(family) }
    return { found, process, inUse, model }
  }
  const saved = file.read().found
  let opened = saved && open(saved)

  return {
    model: () => opened?.model ?? null,
    lastCheck: () => file.read().check,
    async choose(folder) {
      const found = folder === null ? null : await inspectListener(folder)
      await file.change(() => ({ found, check: null }))
      // What is under way comes to its end with the old one.
      opened?.process.rest()
      opened = found && open(found)
    },
    async check(signal) {
      const asked = opened
      if (!asked) return
      const check: TranscriberCheck = {
        at: clock.now(),
        failure: null,
        latencyMs: null,
        models: [],
      }
      try {
        const startedAt = clock.monotonic()
        await asked.process.hear({ flac: null }, languageTold(asked.found, 'en'), signal)
        check.latencyMs = Math.round(clock.monotonic() - startedAt)
      } catch (error) {
        if (!(error instanceof FailureError)) throw error
        check.failure = failureOf(error)
      }
      if (asked === opened) await file.change((now) => ({ ...now, check }))
    },
    inUse: () => opened?.inUse ?? null,
    async close() {
      await Promise.all(processes.map((process) => process.close()))
    },
  }
}
