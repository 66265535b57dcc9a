// Unguessable words that stand for paths, so that no path ever reaches a page.
import { randomBytes } from 'node:crypto'
import { fail } from '../core/base/failure-error.ts'
import type { Ticketed, TicketPurpose, Tickets } from '../core/ports/tickets.ts'

/** Older tickets are forgotten when there are more than these. */
const kept = 1000

/** A fresh word: 144 random bits. */
export const newId = (): string => randomBytes(18).toString('base64url')

export function createTickets(): Tickets {
  const paths = new Map<string, Ticketed & { purpose: TicketPurpose }>()
  const peek = (purpose: TicketPurpose, ticket: string): Ticketed => {
    const found = paths.get(ticket)
    if (found?.purpose !== purpose) throw fail('not-found', { kind: 'file' })
    return found
  }
  return {
    issue(purpose, path, { download = false, release = async () => {} } = {}) {
      const ticket = newId()
      paths.set(ticket, { purpose, path, download, release })
      const [oldest] = paths
      if (paths.size > kept && oldest) {
        paths.delete(oldest[0])
        // What nobody has come for in all that time is nobody's any more.
        oldest[1].release().catch(() => {})
      }
      return ticket
    },
    take(purpose, ticket) {
      const found = peek(purpose, ticket)
      paths.delete(ticket)
      return found
    },
    peek,
  }
}
