// A server as it is before anybody has said anything about it but where it is.
import type { SpeechServer } from '../../../contract/index.ts'
import { openAiPrices } from './prices.ts'
import { knownServers } from './server-presets.ts'

/** With what is known of its kind; a model of OpenAI's brings its price. */
export function newServer(
  given: Pick<SpeechServer, 'id' | 'kind' | 'name' | 'addresses'> & { model?: string | undefined },
): SpeechServer {
  const { id, kind, name, addresses } = given
  const known = knownServers[kind]
  const model = given.model ?? known.model
  return {
    id,
    name,
    kind,
    addresses,
    model,
    voices: [],
    languages: [],
    format: 'wav',
    instructions: '',
    allowPlain: false,
    lanes: known.lanes,
    requestsPerMinute: null,
    charactersPerMinute: null,
    price: kind === 'openai' ? (openAiPrices[model] ?? null) : known.price,
  }
}
