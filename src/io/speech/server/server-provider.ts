// A person's speech server behind the VoiceProvider port.
import type { SpeechServer, Voice } from '../../../contract/index.ts'
import { digestText } from '../../../core/base/digest.ts'
import { fail, FailureError } from '../../../core/base/failure-error.ts'
import { abortError, type Clock } from '../../../core/base/scope.ts'
import type { SpeechRequest, VoiceProvider } from '../../../core/ports/speech.ts'
import { endpointNames } from '../../servers/server-address.ts'
import { createServerConnections } from '../../servers/server-connections.ts'
import { createServerListing, type ServerListing } from './server-listing.ts'
import { knownServers } from './server-presets.ts'
import { serverVoice } from './server-voice.ts'
import { speakByServer, understandsStyles, type ServerSound } from './speak-by-server.ts'
import { createUses, type Uses } from '../../servers/uses.ts'
import type { VoiceListCache } from './voice-list-cache.ts'

export type ServerProviderOptions = {
  server: SpeechServer
  /** Asked before the first request, and again after `renew`. */
  key: () => Promise<string | null>
  cache: VoiceListCache
  /** Absolute path of the folder that gets the sound. */
  spool: string
  clock: Clock
  /** Segments at once where the server does not say; read for each. */
  usualLanes: () => number
  /** How long one request may take; read for each. */
  callTimeoutSeconds: () => number
}

export type ServerProvider = {
  provider: VoiceProvider
  listing: ServerListing
  speak(request: SpeechRequest, signal: AbortSignal): Promise<ServerSound>
  /** What is under way, also of several steps. */
  uses: Uses
  /** The key is another: what is under way comes to its end with the old one. */
  renew(): void
  /** Cuts all connections. Calls under way fail as cancelled, and so does every later one. */
  close(): Promise<void>
}

/** Where nobody says how many at once, the core finds it out up to here. */
const mostLanes = 32

/** Connects with the first request; until then no library is loaded. */
export function createServerProvider(options: ServerProviderOptions): ServerProvider {
  const { server, cache, spool, clock } = options
  const known = knownServers[server.kind]
  const closing = new AbortController()
  const answered = new Set<string>()
  const uses = createUses()
  const lanes = () => ({
    start: server.lanes ?? options.usualLanes(),
    max: server.lanes || Math.max(mostLanes, options.usualLanes()),
  })
  const endpoints = endpointNames(server.addresses)

  const connections = createServerConnections(options.key, () => lanes().max)
  const listing = createServerListing({
    server,
    connections,
    cache,
    clock,
    lifetime: closing.signal,
  })

  /** What the person typed comes first; what is known of the kind, where the server lists nothing. */
  const voicesOf = (found: readonly { name: string; label: string }[]): Voice[] => {
    const named = (name: string) => ({ name, label: name })
    const listed = found.length > 0 ? found : known.voices.map(named)
    const byName = new Map(
      [...server.voices.map(named), ...listed].map((each) => [each.name, each]),
    )
    return [...byName.values()].map((each) => serverVoice(server, each))
  }

  const voices: VoiceProvider['voices'] = async (signal, { fresh = false } = {}) => {
    try {
      return voicesOf((await listing.read(signal, fresh)).voices)
    } catch (error) {
      if (error instanceof FailureError && server.voices.length > 0) return voicesOf([])
      throw error
    }
  }

  /** Some servers speak a name they do not know with another voice. */
  const mustHave = async ({ id, name }: Voice, signal: AbortSignal): Promise<void> => {
    if (server.voices.includes(name)) return
    const has = (all: readonly Voice[]) =>
      all.length === 0 || all.some((each) => each.name === name)
    const now = listing.known()
    if (now && has(voicesOf(now.voices))) return
    if (!has(await voices(signal, { fresh: now !== null })))
      throw fail('voice-unknown', { voice: id })
  }

  const speak = async (request: SpeechRequest, asking: AbortSignal): Promise<ServerSound> => {
    const signal = AbortSignal.any([asking, closing.signal])
    if (signal.aborted) throw abortError()
    await mustHave(request.voice, signal)
    const at = request.endpoint === undefined ? 0 : endpoints.indexOf(request.endpoint)
    const address = server.addresses[at] ?? server.addresses[0] ?? ''
    const { voice, spoken, rate, style } = request
    const how = { rate, ...(style !== undefined && { style }) }
    const wholeMs = options.callTimeoutSeconds() * 1000
    const isFirst = !answered.has(address)
    const sound = await connections.use(address, (connected) =>
      speakByServer(
        { ...connected, server, voice, spoken, ...how, spool, clock, wholeMs, isFirst },
        signal,
      ),
    )
    answered.add(address)
    return sound
  }

  const provider: VoiceProvider = {
    name: server.id,
    label: server.name,
    endpointId: endpointIdOf(server),
    endpoints,
    capabilities: {
      kind: 'server',
      maxCharacters: known.maxCharacters,
      pauses: false,
      get lanes() {
        return lanes()
      },
      deterministic: false,
      offline: false,
      normalizesText: known.normalizesText,
      speaksAnyLanguage: known.speaksAnyLanguage,
      styles: understandsStyles(server),
      price: server.price,
      requestsPerMinute: server.requestsPerMinute,
      charactersPerMinute: server.charactersPerMinute,
    },
    voices: (signal, how) => uses.during(() => voices(signal, how)),
    voicesAge: listing.age,
    isSilent: listing.isSilent,
    async speak(request, signal) {
      const { kind: _, sampleRate: __, ...sound } = await uses.during(() => speak(request, signal))
      return sound
    },
    // Connections close by themselves when they are idle.
    rest: async () => {},
  }
  return {
    provider,
    listing,
    speak,
    uses,
    renew() {
      connections.renew()
      listing.renew()
    },
    async close() {
      closing.abort(abortError())
      await connections.close()
    },
  }
}

/** What makes the sound: everything that is asked of the server but the voice and the text. */
function endpointIdOf({ id, model, format, instructions }: SpeechServer): string {
  return [id, model, format, digestText(instructions).slice(0, 12)].join('/')
}
