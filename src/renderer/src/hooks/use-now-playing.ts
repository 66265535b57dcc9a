// The book that is open, to the system's media keys and to what it shows of what plays.
import { useEffect } from 'react'
import { tellNowPlaying } from '../state/now-playing.ts'
import { useBook } from './use-book.ts'
import type { SegmentDeeds } from './use-segment-deeds.ts'

export function useNowPlaying(deeds: SegmentDeeds): void {
  const book = useBook()
  useEffect(() => {
    if (!('mediaSession' in navigator)) return
    return tellNowPlaying(navigator.mediaSession, (what) => new MediaMetadata(what), book, {
      play() {
        if (['idle', 'paused'].includes(book.player.get().mode)) deeds.toggle()
      },
      step: deeds.step,
    })
  }, [book, deeds])
}
