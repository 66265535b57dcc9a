// DOOR 3: the terminal.
import { endWithReader } from '../io/command-line/end-with-reader.ts'
import { nodeRuntime } from '../io/runtime.ts'
import { runTerminal } from './run-terminal.ts'

endWithReader()
// Set, not called: what is still being written to a pipe is written first.
process.exitCode = await runTerminal(process.argv.slice(2), nodeRuntime(import.meta.url))
