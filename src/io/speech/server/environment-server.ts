// The server that the environment names, as OpenAI's own tools read it.
import type { Log } from '../../../core/ports/machine.ts'
import { failureOf } from '../../../core/base/failure-error.ts'
import type { SpeechServer } from '../../../contract/index.ts'
import { environment } from '../../environment.ts'
import { newServer } from './new-server.ts'
import { serverAddress } from '../../servers/server-address.ts'
import { environmentServerId } from './server-identity.ts'
import { guessKind, knownServers } from './server-presets.ts'

export type EnvironmentServer = { server: SpeechServer; key: string | null }

/** Null where OPENAI_BASE_URL and OPENAI_API_KEY are not set, or the address cannot be used. */
export function environmentServer(log: Log): EnvironmentServer | null {
  const key = environment('OPENAI_API_KEY')
  const base = environment('OPENAI_BASE_URL') ?? (key === null ? null : knownServers.openai.address)
  if (base === null) return null
  try {
    const address = serverAddress(base, false)
    const kind = guessKind(address, [])
    const name = `${knownServers[kind].name} (environment)`
    return { server: newServer({ id: environmentServerId, kind, name, addresses: [address] }), key }
  } catch (error) {
    log.warn('OPENAI_BASE_URL is not used', { failure: failureOf(error) })
    return null
  }
}
