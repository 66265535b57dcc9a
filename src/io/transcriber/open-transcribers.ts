// Who hears takes back: the model on the disk where one is chosen, else the server that is set.
import type { TranscriberView } from '../../contract/index.ts'
import type { Transcribers } from '../../core/ports/transcribers.ts'
import { openListenerModel, type ListenerModelOptions } from './on-disk/open-listener-model.ts'
import {
  openTranscriptionServer,
  type TranscriptionServerOptions,
} from './open-transcription-server.ts'

export type TranscribersOptions = {
  server: TranscriptionServerOptions
  onDisk: ListenerModelOptions
}

/** `close` ends what is under way, which fails as cancelled. */
export type OpenedTranscribers = Transcribers & { close(): Promise<void> }

/** Opens nothing but two files. */
export function openTranscribers(options: TranscribersOptions): OpenedTranscribers {
  const server = openTranscriptionServer(options.server)
  const onDisk = openListenerModel(options.onDisk)
  const view = async (): Promise<TranscriberView> => {
    const model = onDisk.model()
    const seen = await server.view()
    return model ? { ...seen, onDisk: model, check: onDisk.lastCheck() } : { ...seen, onDisk: null }
  }
  const viewed = async (work: Promise<unknown>) => {
    await work
    return view()
  }
  return {
    view,
    set(transcriber) {
      const isOnDisk = onDisk.model() !== null
      if (transcriber === null && isOnDisk) return viewed(onDisk.choose(null))
      const set = server.set(transcriber)
      return viewed(isOnDisk ? set.then(() => onDisk.choose(null)) : set)
    },
    choose: (folder) => viewed(onDisk.choose(folder)),
    setKey: (key) => viewed(server.setKey(key)),
    check: (signal) => viewed(onDisk.model() ? onDisk.check(signal) : server.check(signal)),
    inUse: () => onDisk.inUse() ?? server.inUse(),
    async close() {
      await Promise.all([server.close(), onDisk.close()])
    },
  }
}
