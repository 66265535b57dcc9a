// Mirrors what the studio warns of.
import type { Alert } from '../../../contract/index.ts'
import type { Connection } from '../client/connection.ts'
import { readOnOpen } from '../client/read-on-open.ts'
import { createStore, type Readable } from '../client/store.ts'

export function mirrorAlerts(connection: Connection): Readable<readonly Alert[]> {
  const store = createStore<readonly Alert[]>([])
  connection.on('alerts.changed', ({ alerts }) => store.set(alerts))
  readOnOpen(connection, { name: 'alerts.read', args: {}, events: ['alerts.changed'] }, (reply) => {
    if (reply.ok) store.set(reply.value.alerts)
  })
  return store
}
