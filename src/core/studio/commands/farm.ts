// farm.*: workers on other machines.
import { fail } from '../../base/failure-error.ts'
import type { HandlersOf } from '../handlers.ts'
import type { StudioContext } from '../studio-context.ts'

export function farmCommands({
  farm,
}: Pick<StudioContext, 'farm'>): HandlersOf<
  'farm.read' | 'farm.set' | 'farm.setPassword' | 'farm.setStoreKey' | 'farm.wish'
> {
  const view = async () => ({ farm: await farm.view() })
  return {
    'farm.read': view,
    async 'farm.set'({ settings }) {
      await farm.set(settings)
      return view()
    },
    async 'farm.setPassword'({ password }) {
      await farm.setPassword(password)
      return view()
    },
    async 'farm.setStoreKey'({ key }) {
      await farm.setStoreKey(key)
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
