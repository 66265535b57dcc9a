// listener.*: the model on the disk that hears takes back in a server's place.
import type { HandlersOf } from '../handlers.ts'
import type { StudioParts } from '../studio-parts.ts'

export function listenerCommands({ context }: StudioParts): HandlersOf<'listener.choose'> {
  const { transcribers, tickets } = context
  return {
    'listener.choose': ({ ticket }) => transcribers.choose(tickets.take('folder', ticket).path),
  }
}
