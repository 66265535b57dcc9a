// write.*: notes, and the script that a language model writes from them.
import type { HandlersOf } from '../handlers.ts'
import type { StudioParts } from '../studio-parts.ts'
import { estimateWriting } from '../writing/estimate-writing.ts'
import { readNotes } from '../writing/read-notes.ts'
import { startWriting } from '../writing/start-writing.ts'

export function writeCommands(
  parts: StudioParts,
): HandlersOf<'write.read' | 'write.estimate' | 'write.start' | 'write.draft'> {
  const { context, writing } = parts
  return {
    async 'write.read'({ ticket }) {
      const { path, release } = context.tickets.take('book', ticket)
      try {
        return await readNotes(context.reader, path, context.scope.signal)
      } finally {
        await release()
      }
    },
    'write.estimate': (request) => estimateWriting(parts, request),
    'write.start': (request) => startWriting(parts, request),
    'write.draft': async ({ jobId }) => writing.draft(jobId).view(),
  }
}
