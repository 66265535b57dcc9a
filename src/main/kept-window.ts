// Keeps where the window is when it is closed, for the next one.
import { screen, type BrowserWindow } from 'electron'
import { openJsonFile } from '../io/json-file.ts'
import { placeOnScreens, type WindowPlace } from './window-place.ts'

export type WindowPlaces = {
  read(): WindowPlace
  /** Keeps where this one is when it is closed. */
  keep(window: BrowserWindow): void
  /** Resolves when all is written. */
  close(): Promise<void>
}

/** `path`: of a small file. What cannot be written is the usual place at the next start. */
export function openWindowPlaces(path: string, onError: (error: unknown) => void): WindowPlaces {
  const file = openJsonFile<unknown>(path, (found) => found)
  let writing: Promise<unknown> = Promise.resolve()
  return {
    read() {
      const main = screen.getPrimaryDisplay()
      // They come in any order.
      const others = screen.getAllDisplays().filter(({ id }) => id !== main.id)
      const areas = [main, ...others].map(({ workArea }) => workArea)
      return placeOnScreens(file.read(), areas)
    },
    keep(window) {
      window.on('close', () => {
        // As it is when it is not maximised: both are taken up again.
        const place = { ...window.getNormalBounds(), isMaximized: window.isMaximized() }
        writing = file.change(() => place).catch(onError)
      })
    },
    async close() {
      await writing
    },
  }
}
