// update.*: new versions of the desktop app.
import { fail } from '../../base/failure-error.ts'
import type { HandlersOf } from '../handlers.ts'
import type { UpdateDesk } from '../update-desk.ts'

/** `desk` answers once the studio has taken up what it left open. */
export function updateCommands(
  desk: () => UpdateDesk | null,
): HandlersOf<'update.read' | 'update.look' | 'update.fetch' | 'update.cancel' | 'update.install'> {
  const there = () => {
    const found = desk()
    if (!found) throw fail('not-found', { kind: 'update' })
    return found
  }
  return {
    'update.read': async () => ({ update: desk()?.read() ?? null }),
    async 'update.look'() {
      await there().look()
      return {}
    },
    async 'update.fetch'() {
      there().fetch()
      return {}
    },
    async 'update.cancel'() {
      there().cancel()
      return {}
    },
    async 'update.install'() {
      there().install()
      return {}
    },
  }
}
