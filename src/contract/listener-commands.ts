// Commands of the listener that is a model on this computer.
import { z } from 'zod'
import { Ticket } from './host.ts'
import { TranscriberView } from './transcriber.ts'

export const listenerCommands = {
  /**
   * Has a folder with a model hear from now on; a server that is set stays set, and hears again when the model is
   * removed. Loads nothing. Fails with `not-a-listener`, `listener-damaged`.
   */
  'listener.choose': { args: z.object({ ticket: Ticket }), reply: TranscriberView },
} as const
