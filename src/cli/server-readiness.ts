// Asks a server for one word before a book is given to it, so that a dead one ends the run at once.
import type { Failure, SpeechServer } from '../contract/index.ts'
import { FailureError } from '../core/base/failure-error.ts'
import type { Terminal } from './open-terminal.ts'

/** Of a source by its name; does nothing for what is no server, and asks each server once. */
export type Readiness = (
  source: string,
  /** Its first voice is the one that is wanted. */
  withVoice?: boolean,
) => Promise<void>

export function createReadiness({ opened, signal }: Terminal): Readiness {
  const asked = new Map<string, Promise<void>>()
  const ask = async (source: string, withVoice: boolean) => {
    const known = (await opened.servers.list()).some(({ server }) => server.id === source)
    if (!known) return
    const { server, check } = await opened.servers.check(source, signal)
    const failure = check?.failure
    if (!failure) return
    const isOfVoice = withVoice && failure.code === 'voice-unknown'
    if (isOfVoice || isHopeless(failure, server)) throw new FailureError(failure)
  }
  return (source, withVoice = false) => {
    const before = asked.get(source) ?? ask(source, withVoice)
    asked.set(source, before)
    return before
  }
}

/** Nobody listens there; a connection that breaks, or a server that is starting, is another matter. */
const nobodyThere = [
  'ECONNREFUSED',
  'ENOTFOUND',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'EAI_AGAIN',
  'UND_ERR_CONNECT_TIMEOUT',
]

/** Whether waiting would help nothing. Of several machines one that is missing does not matter. */
export function isHopeless({ code, detail }: Failure, { addresses }: SpeechServer): boolean {
  if (code === 'server-unreachable')
    return addresses.length === 1 && nobodyThere.includes(detail ?? '')
  return ['key-refused', 'model-gone', 'quota-spent'].includes(code)
}
