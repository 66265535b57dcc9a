// Where the voice is in its chapter, in whole seconds, so that the page is drawn once a second.
import { useSyncExternalStore } from 'react'
import { useBook } from './use-book.ts'

export function useHeardSeconds(): number {
  const book = useBook()
  return useSyncExternalStore(book.player.onTime, () => Math.floor(book.heardSeconds()))
}
