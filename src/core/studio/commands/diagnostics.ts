// diagnostics.save: a bundle for a report of trouble, as one file.
import { diagnostics } from '../watch/diagnostics.ts'
import { handOver } from '../hand-over.ts'
import type { HandlersOf } from '../handlers.ts'
import { saveBundle } from '../watch/save-bundle.ts'
import type { StudioParts } from '../studio-parts.ts'
import type { Watch } from '../watch/watch.ts'

export function diagnosticsCommands(
  parts: StudioParts,
  watch: Watch,
): HandlersOf<'diagnostics.save'> {
  const { context } = parts
  const { exportFolders, tickets } = context
  return {
    async 'diagnostics.save'({ ticket }) {
      const place = tickets.take('target', ticket)
      try {
        const entries = await diagnostics(context, await watch.samples())
        const file = await saveBundle(exportFolders, place.path, entries)
        return { file, ...handOver(parts, place) }
      } catch (error) {
        await place.release()
        throw error
      }
    },
  }
}
