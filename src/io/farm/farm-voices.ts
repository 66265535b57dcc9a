// Sources of voices with the farm behind them: what is here speaks here and there, what is there alone speaks there.
import type { Failure, ProviderName, Voice, VoiceId } from '../../contract/index.ts'
import { fail, failure } from '../../core/base/failure-error.ts'
import type { SpeechRequest, VoiceProvider } from '../../core/ports/speech.ts'
import { recipeKey } from '../../core/speech/recipe.ts'
import type { FarmAsking } from './farm-asking.ts'
import type { FarmLine } from './farm-line.ts'
import { queueName } from './farm-keys.ts'
import type { AnnouncedSource } from './protocol.ts'
import { voicesOf, type SeenWorker, type WorkerBoard } from './worker-board.ts'

export type FarmVoices = {
  /** The same provider again for the same one of this machine: schedules are kept by them. */
  behind(locals: readonly VoiceProvider[]): readonly VoiceProvider[]
  /** Why a source of a worker is not used; null: it is. */
  refused(worker: SeenWorker, source: AnnouncedSource): Failure | null
}

/** With a space in it, so that it is no server's host. */
const farmPlace = 'the farm'
/** So much more than its lanes is brought, so that no worker waits for the studio. */
const more = 2

export function createFarmVoices(
  { line, board, asking }: { line: FarmLine; board: WorkerBoard; asking: FarmAsking },
  speakHere: boolean,
): FarmVoices {
  const made = new WeakMap<VoiceProvider, VoiceProvider>()
  const farmOnly = new Map<ProviderName, VoiceProvider>()
  let localNow: readonly VoiceProvider[] = []

  const counted = new Map<ProviderName, { version: number; lanes: number }>()
  /** Asked for at every request, and counted when the board has changed. */
  const lanesOf = (provider: ProviderName, endpointOf: (id: VoiceId) => string | null): number => {
    const { version } = board
    const known = counted.get(provider)
    if (known?.version === version) return known.lanes
    const isUsed = ({ endpointId, voices }: AnnouncedSource) =>
      voices.some(({ id }) => endpointOf(id) === endpointId)
    const lanes = Math.ceil(board.lanesOf(provider, isUsed) * more)
    counted.set(provider, { version, lanes })
    return lanes
  }
  const whyNoLanes = (label: string): Failure =>
    (line.state === 'connected' ? asking.full() : line.failure) ??
    failure('farm-empty', { voice: label })
  const askFarm = (endpointId: string, request: SpeechRequest, signal: AbortSignal) => {
    const { voice, spoken, rate, style, answer = '1', haste = () => 'rest' as const } = request
    // Since it was ordered another model may have taken its place: that makes another take.
    if (request.endpointId !== undefined && request.endpointId !== endpointId)
      throw fail('cancelled')
    const how = style === undefined ? {} : { style }
    const key = recipeKey({ spoken, voice: voice.id, endpointId, rate, ...how })
    const queue = queueName(voice.provider, endpointId)
    if (!board.mayTake(voice.id, endpointId)) throw fail('farm-empty', { voice: voice.label })
    const job = { voice, spoken: [...spoken], rate, ...how }
    return asking.ask({ queue, endpointId, jobId: `${key}.${answer}`, job, haste }, signal)
  }

  const both = (local: VoiceProvider): VoiceProvider => {
    const { name } = local
    let here: ReadonlySet<VoiceId> | null = null
    const endpointOfLocal = (id: VoiceId) => local.endpointOf?.(id) ?? local.endpointId
    /** Until the list was read it has whatever the farm does not announce. */
    const isHere = (id: VoiceId) => (here ? here.has(id) : board.endpointOf(id) === null)
    const endpointOf = (id: VoiceId) =>
      isHere(id) ? endpointOfLocal(id) : (board.endpointOf(id) ?? endpointOfLocal(id))
    const there = (): Voice[] => voicesOf(board.sourcesOf(name))
    return {
      ...{ name, label: local.label, endpointId: local.endpointId, endpointOf },
      endpoints: [...(speakHere ? local.endpoints : []), farmPlace],
      get capabilities() {
        return local.capabilities
      },
      lanesOf: (endpoint) =>
        endpoint === farmPlace ? lanesOf(name, endpointOf) : (local.lanesOf?.(endpoint) ?? null),
      whyNoLanes: () => (speakHere ? null : whyNoLanes(local.label)),
      async voices(signal, options) {
        const own = await local.voices(signal, options)
        here = new Set(own.map(({ id }) => id))
        return [...own, ...there().filter(({ id }) => !here?.has(id))]
      },
      voicesAge: () => local.voicesAge?.() ?? null,
      isSilent: () => local.isSilent?.() ?? false,
      async speak(request, signal) {
        const { voice, endpoint } = request
        const isHereToo = speakHere && isHere(voice.id)
        const endpointId = endpointOf(voice.id)
        const isThere = board.mayTake(voice.id, endpointId)
        // An endpoint is a wish: some voices are there alone.
        if (isThere && (endpoint === farmPlace || !isHereToo))
          return askFarm(endpointId, request, signal)
        // It is asked for again here, in a lane of this machine.
        if (!isHereToo || endpoint === farmPlace) throw fail('farm-empty', { voice: voice.label })
        return local.speak(request, signal)
      },
      rest: () => local.rest(),
    }
  }

  const there = (name: ProviderName, first: AnnouncedSource): VoiceProvider => ({
    ...{ name, label: first.label, endpointId: first.endpointId, endpoints: [farmPlace] },
    endpointOf: (id) => board.endpointOf(id) ?? first.endpointId,
    capabilities: {
      ...first.capabilities,
      maxCharacters: first.capabilities.maxCharacters ?? Infinity,
      lanes: { start: 0, max: Infinity },
      ...{ offline: false, requestsPerMinute: null, charactersPerMinute: null },
    },
    lanesOf: () => lanesOf(name, board.endpointOf),
    whyNoLanes: () => whyNoLanes(first.label),
    voices: async () => voicesOf(board.sourcesOf(name)),
    isSilent: () => board.sourcesOf(name).length === 0,
    async speak(request, signal) {
      const endpointId = board.endpointOf(request.voice.id)
      if (endpointId === null) throw fail('farm-empty', { voice: request.voice.label })
      return askFarm(endpointId, request, signal)
    },
    rest: async () => {},
  })

  return {
    behind(locals) {
      localNow = locals
      const local = locals.map((provider) => {
        // What the system speaks with is another thing on every machine.
        if (provider.capabilities.kind === 'system') return provider
        const known = made.get(provider)
        if (known) return known
        const wrapped = both(provider)
        made.set(provider, wrapped)
        return wrapped
      })
      const names = new Set(locals.map(({ name }) => name))
      for (const name of board.providers()) {
        const [first] = board.sourcesOf(name)
        if (first && !names.has(name) && !farmOnly.has(name)) farmOnly.set(name, there(name, first))
      }
      // Once seen it stays, so that a narration waits for it instead of losing its voice.
      return [...local, ...[...farmOnly.values()].filter(({ name }) => !names.has(name))]
    },
    refused({ name }, { provider, endpointId, voices }) {
      const local = localNow.find((one) => one.name === provider)
      if (!local) return null
      const [first] = voices
      // A neural model that is not here has no other one to differ from.
      if (!first || (local.endpointOf && board.endpointOf(first.id) === endpointId)) return null
      const own = local.endpointOf?.(first.id) ?? local.endpointId
      if (own === endpointId) return null
      return failure('farm-other-voice', { worker: name, voice: local.label })
    },
  }
}
