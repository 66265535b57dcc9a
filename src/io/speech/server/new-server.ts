// A server as it is before anybody has said anything about it but where it is.
import type { SpeechServer } from '../../../contract/index.ts'
import { knownServers } from './server-presets.ts'

export function newServer(
  given: Pick<SpeechServer, 'id' | 'kind' | 'name' | 'addresses'> & { model?: string | undefined },
): SpeechServer {
  const { id, kind, name, addresses } = given
  const known = knownServers[kind]
  return {
    id,
    name,
    kind,
    addresses,
    model: given.model ?? known.model,
    voices: [],
    languages: [],
    format: 'wav',
    instructions: '',
    allowPlain: false,
    lanes: known.lanes,
    requestsPerMinute: null,
    charactersPerMinute: null,
    price: known.price,
  }
}
