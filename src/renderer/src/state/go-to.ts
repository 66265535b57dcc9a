// Goes to a place of the open book: the choice moves there, and what plays plays on from there.
import { words } from '../words.ts'
import type { News } from './news.ts'
import type { OpenBook } from './open-book.ts'
import type { Place } from './places.ts'

export async function goTo(book: OpenBook, news: News, place: Place): Promise<void> {
  const { player, project, selection, timelines } = book
  if (place.kind === 'position') {
    selection.choose(place.position)
    if (['playing', 'waiting'].includes(player.get().mode)) {
      selection.follow(true)
      player.playFrom(place.position)
    }
    return
  }
  const open = project.get()
  if (open.state !== 'ready') return
  const ticked = open.project.chapters.filter(({ spoken }) => spoken)
  const seek = async (chapterId: string, seconds: number) => {
    selection.follow(true)
    await book.seekChapter(chapterId, seconds)
  }
  if (place.kind === 'chapter-time') {
    const timeline = await timelines.fresh(place.chapterId)
    if (timeline === null || timeline.spans.length === 0)
      return void news.tell(words.palette.notNarrated)
    return seek(place.chapterId, Math.min(place.seconds, timeline.durationSeconds))
  }
  let before = 0
  for (const { id } of ticked) {
    const timeline = await timelines.fresh(id)
    if (timeline === null) break
    const into = place.seconds - before
    before += timeline.durationSeconds
    if (into < timeline.durationSeconds) return seek(id, into)
    // Behind a chapter that is not narrated to its end nobody knows the times.
    if (!timeline.complete) break
  }
  news.tell(words.palette.notThatLong(words.clock(before)))
}
