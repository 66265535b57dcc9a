// What fulfils the contract: one function per command, gathered from commands/.
import type { CommandArgs, CommandName, CommandReply } from '../../contract/index.ts'

export type Handlers = {
  [N in CommandName]: (args: CommandArgs<N>) => Promise<CommandReply<N>>
}

/** The handlers one file of commands/ gives. */
export type HandlersOf<N extends CommandName> = Pick<Handlers, N>
