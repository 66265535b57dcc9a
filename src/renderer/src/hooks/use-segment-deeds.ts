// What can be done with a segment, by its row, its keys and its panel alike.
import { useMemo } from 'react'
import type { CommandReply, Reply, SegmentRow } from '../../../contract/index.ts'
import { nextChapterStart, previousChapterStart, speedBeside } from '../client/book-order.ts'
import type { OpenBook } from '../state/open-book.ts'
import { afterChosen, chosenDeeds, chosenNow, shownRun } from '../state/deed-target.ts'
import { shownAlone } from '../state/finder.ts'
import { keepFlagged } from '../state/keep-flagged.ts'
import { segmentCount } from '../client/chapter-at.ts'
import { isFlagged } from '../state/segment-state.ts'
import { chosenRows } from '../state/selection.ts'
import { words } from '../words.ts'
import { useBook } from './use-book.ts'
import type { Face } from '../state/face.ts'
import { useFace } from './use-face.ts'

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
  /** Shows where the chosen row may be cut. */
  askSplit(): void
  /** Cuts the row of this id before `at` of its text. */
  split(segmentId: string, at: number): Promise<void>
  /** The chosen row and the next one become one; all chosen ones where there are several. */
  join(): Promise<void>
  /** Takes the chosen rows out of the book. */
  remove(): Promise<void>
  /** Moves the chosen rows by so many places in their chapter. */
  move(places: number): Promise<void>
  /** Moves the end of the choice by rows: all from its beginning on are chosen. */
  extend(rows: number): void
  /** Speaks a new rendition of the row that is looked at. */
  regenerateChosen(): Promise<void>
  /** The same of a row, wherever it is now. */
  speakAgain(segmentId: string): Promise<void>
  /**
   * Keeps a text of the row that it was written for, wherever that is now; `speak`: and makes its sound at
   * once. False: it was refused.
   */
  save(
    row: Pick<SegmentRow, 'id' | 'text' | 'manner'>,
    text: string,
    speak: boolean,
  ): Promise<boolean>
  /** Moves the choice to the nearest flagged row, round the end of the book. */
  findFlagged(direction: 'forward' | 'back'): Promise<void>
  /** Keeps a flagged take of a row as it is: its flags are gone. */
  keepFlagged(segmentId: string): Promise<void>
  /** The same of the chosen row, where it is flagged; and goes on to the next one that is. */
  accept(): Promise<void>
  undo(): void
  redo(): void
  /**
   * Takes back the change that has led to this revision and no other: it is offered beside its news, and may be
   * chosen long after. Where something was changed since, says so.
   */
  takeBack(revision: number): void
}

/** The same object for as long as the book is open, so that rows need not be drawn again. */
export function useSegmentDeeds(): SegmentDeeds {
  const face = useFace()
  const book = useBook()
  return useMemo(() => segmentDeeds(face, book), [face, book])
}

export function segmentDeeds(
  { connection, news }: Pick<Face, 'connection' | 'news'>,
  book: Pick<
    OpenBook,
    'projectId' | 'finder' | 'player' | 'project' | 'segments' | 'selection' | 'turn'
  >,
): SegmentDeeds {
  const { finder, player, project, projectId, segments, selection, turn } = book
  const { withChosen, moveChosen } = chosenDeeds(book, news)
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
  /** Where no move is under way, at once: what is chosen must be so with the next key. */
  const inOrder = (work: () => void) => void turn.deed(async () => work())

  /** So many of the shown rows before or behind one, as far as the book goes. */
  const shownBeside = (from: number, rows: number): number => {
    const alone = shownAlone(finder.search.get(), finder.found.get())
    const next = alone ? beside(alone, from, rows) : from + rows
    return Math.max(0, Math.min(segmentCount(chapters()) - 1, next))
  }
  // Behind every move all is read anew, what the list shows as well: the studio's word of what has changed may
  // come later than its answer, and the next deed must not be for the rows as they were. Undo and redo may move
  // rows, too.
  const history = (ask: () => Promise<Reply<CommandReply<'project.undo'>>>) =>
    turn.move(async () => {
      const done = news.settle(await ask())
      if (done?.ended === 'lines') news.tell(words.review.ended)
      if (done?.ended === 'voice') news.tell(words.studio.voiceEnded)
      if (done?.taken !== true) return done
      segments.refresh()
      await finder.refresh()
      return done
    })
  /** False: it was refused. */
  const tellMoved = (reply: Reply<CommandReply<'segment.move'>>, sentence: string): boolean => {
    const done = news.settle(reply)
    if (done === null) return false
    segments.refresh()
    news.say(sentence)
    if (done.ended) news.tell(words.review.ended)
    return true
  }

  const speakAgain = async (segmentId: string) => {
    const args = { projectId, segmentIds: [segmentId] }
    if (news.settle(await connection.call('segment.regenerate', args)) !== null)
      news.say(words.segments.regenerating)
  }

  const goToFlagged = async (direction: 'forward' | 'back') => {
    const count = segmentCount(chapters())
    if (count === 0) return
    const from = (selection.get().position + (direction === 'forward' ? 1 : count - 1)) % count
    const args = { projectId, from, direction }
    const found = news.settle(await connection.call('segment.findFlagged', args))
    if (found === null) return
    if (found.position === null) news.tell(words.segments.noFlagged)
    else moveTo(found.position)
  }

  /** Texts that were written over, and what stands there by now: whoever was told of it may save again. */
  const changed = new Map<string, { before: string; now: string }>()
  const edit = async (segmentId: string, before: string, text: string): Promise<boolean> => {
    const known = changed.get(segmentId)
    const from = known?.before === before ? known.now : before
    const args = { projectId, segmentId, text, from }
    const reply = await connection.call('segment.edit', args)
    changed.delete(segmentId)
    if (!reply.ok && reply.failure.code === 'segment-changed')
      changed.set(segmentId, { before, now: String(reply.failure.params['text']) })
    return news.settle(reply) !== null
  }

  const deeds: SegmentDeeds = {
    togglePlay(position) {
      const { heard } = player.get()
      if (heard?.position === position && playing()) player.pause()
      else if (heard?.position === position && player.get().mode === 'paused') player.resume()
      else play(position)
    },
    toggle() {
      if (playing()) return player.pause()
      inOrder(() => {
        const { heard, mode } = player.get()
        const { position } = selection.get()
        if (mode === 'paused' && heard?.position === position) player.resume()
        else play(position)
      })
    },
    slower: () => player.setRate(speedBeside(player.get().rate, -1)),
    faster: () => player.setRate(speedBeside(player.get().rate, 1)),
    step: (rows) =>
      inOrder(() => {
        const from = (playing() ? player.get().heard?.position : null) ?? selection.get().position
        moveTo(shownBeside(from, rows))
      }),
    stepChapter: (direction) =>
      inOrder(() => {
        const find = direction === 1 ? nextChapterStart : previousChapterStart
        const position = find(chapters(), selection.get().position)
        if (position !== null) moveTo(position)
      }),
    // Both once the row's page is here: it cannot be written in before.
    edit: () => void withChosen(({ row }) => selection.edit(row.position)),
    askSplit: () => void withChosen(({ row }) => selection.split(row.position)),
    split(segmentId, at) {
      // Before its turn comes: it is cut once.
      selection.leaveEdit()
      return turn.move(async () => {
        const args = { projectId, segmentId, at }
        if (tellMoved(await connection.call('segment.split', args), words.desk.split))
          await finder.refresh()
      })
    },
    join: () =>
      moveChosen(async () => {
        const { from, to } = chosenRows(selection.get())
        const run = shownRun(book, { from, to: Math.max(to, from + 1) })
        if (run === null || run.count < 2) return void news.tell(words.desk.apart)
        const [row, next] = await Promise.all([run.from, run.from + 1].map(segments.load))
        if (!row) return
        if (next?.chapterId !== row.chapterId) return void news.tell(words.desk.chapterEnds)
        selection.choose(run.from)
        const args = { projectId, segmentId: row.id, count: run.count }
        if (tellMoved(await connection.call('segment.join', args), words.desk.joined))
          await finder.refresh()
      }),
    remove: () =>
      moveChosen(async () => {
        const next = afterChosen(book)
        const now = await chosenNow(book)
        if (now === null) return
        const { target, count } = now
        const done = news.settle(await connection.call('segment.remove', { projectId, target }))
        if (done === null) return
        segments.refresh()
        selection.choose(Math.max(0, Math.min(next, segmentCount(chapters()) - 1)))
        news.tell(words.desk.removed(count), {
          label: words.studio.undo,
          act: () => deeds.takeBack(done.revision),
        })
        if (done.ended) news.tell(words.review.ended)
        await finder.refresh()
      }),
    move: (places) =>
      moveChosen(async () => {
        const run = shownRun(book, chosenRows(selection.get()))
        if (run === null) return void news.tell(words.desk.apart)
        const row = await segments.load(run.from)
        if (row === null) return
        const args = { projectId, segmentId: row.id, count: run.count, places }
        if (!tellMoved(await connection.call('segment.move', args), words.desk.moved)) return
        const now = await connection.call('segment.places', { projectId, segmentIds: [row.id] })
        const place = now.ok ? now.value.places[0]?.position : undefined
        if (place !== undefined) selection.choose(place)
        if (place !== undefined && run.count > 1) selection.extend(place + run.count - 1)
        // Behind the choice, which must stay with what was moved.
        await finder.refresh()
      }),
    extend: (rows) => inOrder(() => selection.extend(shownBeside(selection.get().position, rows))),
    regenerateChosen: () => withChosen(({ row }) => speakAgain(row.id)),
    speakAgain,
    async save({ id: segmentId, text: before, manner }, text, speak) {
      if (text !== before) {
        if (!(await edit(segmentId, before, text))) return false
        const { saved, savedLocked } = words.segments
        if (!speak) news.say(manner?.isLocked ? savedLocked : saved)
      }
      if (speak) await speakAgain(segmentId)
      return true
    },
    findFlagged: (direction) => turn.deed(() => goToFlagged(direction)),
    keepFlagged: (segmentId) => keepFlagged({ connection, news }, projectId, segmentId),
    accept: () =>
      withChosen(async ({ row }) => {
        if (isFlagged(row.status)) await deeds.keepFlagged(row.id)
        await goToFlagged('forward')
      }),
    undo: () => void history(() => connection.call('project.undo', { projectId })),
    redo: () => void history(() => connection.call('project.redo', { projectId })),
    takeBack: (revision) =>
      void history(() => connection.call('project.undo', { projectId, revision })).then((done) => {
        if (done?.taken === false) news.tell(words.desk.notUndone)
      }),
  }
  return deeds
}

/** So many steps on among the rows that are shown. */
function beside(shown: readonly number[], from: number, steps: number): number {
  const at = shown.findIndex((position) => position >= from)
  const here = at < 0 ? shown.length - 1 : at
  // Standing between two of them, the first step leads to the next one.
  const start = shown[here] === from || steps < 0 ? here : here - 1
  return shown[Math.max(0, Math.min(shown.length - 1, start + steps))] ?? from
}
