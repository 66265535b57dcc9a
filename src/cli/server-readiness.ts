// Asks a server for one word before a book is given to it, so that a dead one ends the run at once.
import type { Failure, SpeechServer } from '../contract/index.ts'
import { FailureError } from '../core/base/failure-error.ts'
import type { Terminal } from './open-terminal.ts'

/** Of a source by its name; does nothing for what is no server, and asks each server once. */
export type Readiness = (source: string) => Promise<void>

export function createReadiness({ opened, signal }: Terminal): Readiness {
  const asked = new Map<string, Promise<void>>()
  const ask = async (source: string) => {
    const known = (await opened.servers.list()).some(({ server }) => server.id === source)
    if (!known) return
    const { server, check } = await opened.servers.check(source, signal)
    if (check?.failure && isHopeless(check.failure, server)) throw new FailureError(check.failure)
  }
  return (source) => {
    const before = asked.get(source) ?? ask(source)
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
  return ['key-refused', 'model-gone', 'quota-spent', 'voice-unknown'].includes(code)
}
