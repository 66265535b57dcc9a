// Unguessable words that stand for paths, so that no path ever reaches a page.
import { randomBytes } from 'node:crypto'
import { fail } from '../core/base/failure-error.ts'
import type { Ticketed, Tickets } from '../core/ports.ts'

/** Older tickets are forgotten when there are more than these. */
const kept = 1000

/** A fresh word: 144 random bits. */
export const newId = (): string => randomBytes(18).toString('base64url')

export function createTickets(): Tickets {
  const paths = new Map<string, Ticketed>()
  const peek = (ticket: string) => {
    const found = paths.get(ticket)
    if (!found) throw fail('not-found', { kind: 'file' })
    return found
  }
  return {
    issue(path, { download = false, release = async () => {} } = {}) {
      const ticket = newId()
      paths.set(ticket, { path, download, release })
      const oldest = paths.size > kept ? paths.keys().next().value : undefined
      if (oldest !== undefined) paths.delete(oldest)
      return ticket
    },
    take(ticket) {
      const found = peek(ticket)
      paths.delete(ticket)
      return found
    },
    peek,
  }
}
