// DOOR 3: the terminal.
import { runVerb } from './run-verb.ts'

// Whoever reads us may have read enough, as `head` has.
process.stdout.on('error', (error: NodeJS.ErrnoException) =>
  process.exit(error.code === 'EPIPE' ? 0 : 1),
)

// Set, not called: what is still being written to a pipe is written first.
process.exitCode = await runVerb(process.argv.slice(2), import.meta.url)
