// What can be done with a segment, by its row, its keys and its panel alike.
import { useMemo } from 'react'
import { nextChapterStart, previousChapterStart, speedBeside } from '../client/book-order.ts'
import type { OpenBook } from '../state/open-book.ts'
import { segmentCount } from '../state/project.ts'
import { words } from '../words.ts'
import { useBook } from './use-book.ts'
import { type Face, useFace } from './use-face.ts'

export type SegmentDeeds = {
  /** Plays from a row, or pauses when it is the one being heard. */
  togglePlay(position: number): void
  /** Pauses, resumes, or begins at the chosen row. */
  toggle(): void
  slower(): void
  faster(): void
  /** Moves the choice by rows; plays there when it plays. */
  step(rows: number): void
  stepChapter(direction: 1 | -1): void
  edit(): void
  /** Speaks a new rendition of a row. */
  regenerate(position: number): Promise<void>
  /** Keeps a text; `speak`: and makes its sound at once. False: it was refused. */
  save(position: number, text: string, speak: boolean): Promise<boolean>
  /** Moves the choice to the nearest flagged row, round the end of the book. */
  findFlagged(direction: 'forward' | 'back'): Promise<void>
  /** Keeps a flagged take as it is: its flags are gone. */
  keepFlagged(position: number): Promise<void>
  undo(): void
  redo(): void
}

/** The same object for as long as the book is open, so that rows need not be drawn again. */
export function useSegmentDeeds(): SegmentDeeds {
  const face = useFace()
  const book = useBook()
  return useMemo(() => segmentDeeds(face, book), [face, book])
}

export function segmentDeeds({ connection, news }: Face, book: OpenBook): SegmentDeeds {
  const { player, project, projectId, segments, selection } = book
  const chapters = () => {
    const open = project.get()
    return open.state === 'ready' ? open.project.chapters : []
  }
  const playing = () => ['playing', 'waiting'].includes(player.get().mode)
  const play = (position: number) => {
    selection.choose(position)
    selection.follow(true)
    player.playFrom(position)
  }
  const moveTo = (position: number) => (playing() ? play(position) : selection.choose(position))
  const history = async (name: 'project.undo' | 'project.redo') => {
    const done = news.settle(await connection.call(name, { projectId }))
    if (done?.ended === 'lines') news.tell(words.review.ended)
    if (done?.ended === 'voice') news.tell(words.studio.voiceEnded)
  }

  const deeds: SegmentDeeds = {
    togglePlay(position) {
      const { heard } = player.get()
      if (heard?.position === position && playing()) player.pause()
      else if (heard?.position === position && player.get().mode === 'paused') player.resume()
      else play(position)
    },
    toggle() {
      const { heard, mode } = player.get()
      const { position } = selection.get()
      if (playing()) player.pause()
      else if (mode === 'paused' && heard?.position === position) player.resume()
      else play(position)
    },
    slower: () => player.setRate(speedBeside(player.get().rate, -1)),
    faster: () => player.setRate(speedBeside(player.get().rate, 1)),
    step(rows) {
      const from = (playing() ? player.get().heard?.position : null) ?? selection.get().position
      const last = segmentCount(chapters()) - 1
      moveTo(Math.max(0, Math.min(last, from + rows)))
    },
    stepChapter(direction) {
      const find = direction === 1 ? nextChapterStart : previousChapterStart
      const position = find(chapters(), selection.get().position)
      if (position !== null) moveTo(position)
    },
    edit: () => selection.edit(selection.get().position),
    async regenerate(position) {
      const row = await segments.load(position)
      if (row === null) return
      const segmentIds = [row.id]
      const started = news.settle(
        await connection.call('segment.regenerate', { projectId, segmentIds }),
      )
      if (started !== null) news.say(words.segments.regenerating)
    },
    async save(position, text, speak) {
      const row = await segments.load(position)
      if (row === null) return false
      if (text !== row.text) {
        const done = news.settle(
          await connection.call('segment.edit', { projectId, segmentId: row.id, text }),
        )
        if (done === null) return false
        if (!speak) news.say(words.segments.saved)
      }
      if (speak) await deeds.regenerate(position)
      return true
    },
    async findFlagged(direction) {
      const count = segmentCount(chapters())
      if (count === 0) return
      const from = (selection.get().position + (direction === 'forward' ? 1 : count - 1)) % count
      const found = news.settle(
        await connection.call('segment.findFlagged', { projectId, from, direction }),
      )
      if (found === null) return
      if (found.position === null) news.tell(words.segments.noFlagged)
      else moveTo(found.position)
    },
    async keepFlagged(position) {
      const row = await segments.load(position)
      if (row === null) return
      const args = { projectId, segmentId: row.id }
      const done = news.settle(await connection.call('segment.keepFlagged', args))
      if (done !== null) news.say(words.segments.kept)
    },
    undo: () => void history('project.undo'),
    redo: () => void history('project.redo'),
  }
  return deeds
}
