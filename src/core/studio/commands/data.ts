// data.*: backups of the library, and what is to be known of its databases.
import type { HandlersOf } from '../handlers.ts'
import type { StudioParts } from '../studio-parts.ts'

export function dataCommands({
  context,
}: StudioParts): HandlersOf<
  'data.backups' | 'data.backup' | 'data.restore' | 'data.keep' | 'data.notices'
> {
  const { care, scope, events } = context
  scope.own(care.onNotice((notice) => events.emit('data.noticed', { notice })))
  return {
    'data.backups': () => care.backups(),
    'data.backup': () => care.backUp(),
    async 'data.restore'({ name }) {
      await care.restore(name)
      return {}
    },
    async 'data.keep'() {
      await care.keep()
      return {}
    },
    async 'data.notices'() {
      care.told()
      return { notices: [...care.notices()] }
    },
  }
}
