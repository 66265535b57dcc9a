// Quitting: the windows go first, then the studio finishes what is in flight, then the process ends.
import { app } from 'electron'

/** `close` is waited for, once, whichever way the app is asked to end; what it answers with ends the app. */
export function closeBeforeQuit(
  close: () => Promise<() => void>,
  onError: (error: unknown) => void,
): { readonly isClosing: boolean } {
  let closed = false
  let closing = false
  app.on('will-quit', (event) => {
    if (closed) return
    event.preventDefault()
    if (closing) return
    closing = true
    void close()
      .catch((error: unknown) => {
        onError(error)
        return () => app.quit()
      })
      .then((end) => {
        closed = true
        end()
      })
      .catch((error: unknown) => {
        // Else it would stay, without a window, and keep the next one from opening.
        onError(error)
        app.exit(1)
      })
  })
  return {
    get isClosing() {
      return closing
    },
  }
}
