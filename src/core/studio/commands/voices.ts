// voice.list, server.*: who can speak, and the person's speech servers.
import type { HandlersOf } from '../handlers.ts'
import type { StudioParts } from '../studio-parts.ts'

/** Keys go in with `server.setKey` and are in no reply. */
export function voiceCommands(
  parts: StudioParts,
): HandlersOf<
  'voice.list' | 'server.list' | 'server.save' | 'server.remove' | 'server.setKey' | 'server.check'
> {
  const { context, voices } = parts
  const { servers, scope } = context
  return {
    'voice.list': ({ fresh = false }) => voices.list(fresh),
    'server.list': async () => ({
      servers: await servers.list(),
      presets: [...servers.presets()],
      keys: await servers.keysRest(),
    }),
    'server.save': ({ server }) => servers.save(server),
    async 'server.remove'({ id }) {
      await servers.remove(id)
      return {}
    },
    'server.setKey': ({ id, key }) => servers.setKey(id, key),
    'server.check': ({ id }) => servers.check(id, scope.signal),
  }
}
