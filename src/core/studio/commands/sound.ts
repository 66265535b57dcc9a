// sound.check: what a finished audio file measures.
import { FailureError } from '../../base/failure-error.ts'
import { checkSound } from '../check-sound.ts'
import type { HandlersOf } from '../handlers.ts'
import type { StudioParts } from '../studio-parts.ts'

export function soundCommands({ context }: StudioParts): HandlersOf<'sound.check'> {
  const { tickets, scope } = context
  /** A file that was chosen to be measured, or one that an export has finished. */
  const pathOf = (ticket: string): string => {
    try {
      return tickets.peek('finished', ticket).path
    } catch (error) {
      if (error instanceof FailureError) return tickets.take('sound', ticket).path
      throw error
    }
  }
  return {
    'sound.check': ({ ticket }) => checkSound(context, pathOf(ticket), scope.signal),
  }
}
