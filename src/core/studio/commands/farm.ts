// farm.*: workers on other machines.
import { fail } from '../../base/failure-error.ts'
import type { HandlersOf } from '../handlers.ts'
import type { StudioContext } from '../studio-context.ts'

export function farmCommands({
  farm,
}: Pick<StudioContext, 'farm'>): HandlersOf<'farm.read' | 'farm.set' | 'farm.wish'> {
  const view = async () => ({ farm: await farm.view() })
  return {
    'farm.read': view,
    async 'farm.set'(change) {
      await farm.set(change)
      return view()
    },
    async 'farm.wish'({ workerId, wish }) {
      const { workers } = await farm.view()
      if (!workers.some(({ id }) => id === workerId)) throw fail('not-found', { kind: 'worker' })
      await farm.wish(workerId, wish)
      return view()
    },
  }
}
