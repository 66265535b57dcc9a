// The terminal beside the packed app, which has no Node that could run it: no window, no lock, the same commands.
import { app } from 'electron'
import { endWithReader } from '../io/command-line/end-with-reader.ts'
import { electronRuntime } from './electron-runtime.ts'

/** Runs it and ends the app with its exit code. */
export async function runBesideTheApp(words: readonly string[], entryUrl: string): Promise<void> {
  // No window would tell of it, and a dialog is for nobody here.
  const onError = (error: unknown) => {
    process.stderr.write(`${String((error instanceof Error && error.stack) || error)}\n`)
    app.exit(1)
  }
  process.on('uncaughtException', onError)
  process.on('unhandledRejection', onError)
  app.dock?.hide()
  endWhenAsked()
  endWithReader()
  // Before it is there are no processes to be had.
  await app.whenReady()
  const { runTerminal } = await import('../cli/run-terminal.ts')
  const code = await runTerminal(words, electronRuntime(entryUrl))
  // Electron ends at once: what is still being written to a pipe is written first.
  for (const stream of [process.stdout, process.stderr])
    await new Promise<unknown>((written) => stream.write('', written))
  app.exit(code)
}

/**
 * A signal that a command listens to is the command's; any other one, and whatever else asks an app to quit, asks
 * Electron. That ends in the command's own time where it listens to signals, and at once where it does not.
 */
function endWhenAsked(): void {
  const others = process.listenerCount('SIGTERM')
  let isAsked = false
  app.on('before-quit', (event) => {
    event.preventDefault()
    if (isAsked) return
    isAsked = true
    if (process.listenerCount('SIGTERM') > others) process.emit('SIGTERM')
    else app.exit(130)
  })
}
