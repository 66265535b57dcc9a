// What the studio offers to keys and palette. What each key is stands in state/deed-table.ts.
import type { PanelTab } from '../state/panel-tab.ts'
import { slowest, fastest } from '../client/book-order.ts'
import { chapterAt } from '../client/chapter-at.ts'
import { useBook } from './use-book.ts'
import { useCredits } from './use-credits.ts'
import { useDeeds } from './use-deeds.ts'
import { useFace } from './use-face.ts'
import type { SegmentDeeds } from './use-segment-deeds.ts'

export function useStudioDeeds(deeds: SegmentDeeds, showTab: (tab: PanelTab) => void): void {
  const { router } = useFace()
  const addCredits = useCredits()
  const { exporting, finder, narration, player, project, projectId, segments, selection, turn } =
    useBook()
  const here = () => selection.get().position
  const narrateChapter = async () => {
    const row = await segments.load(here())
    if (row !== null) await narration.want({ kind: 'chapters', chapterIds: [row.chapterId] })
  }
  const chooseChapter = async () => {
    const open = project.get()
    if (open.state !== 'ready') return
    const chapter = chapterAt(open.project.chapters, here())
    if (chapter === undefined || chapter.segments === 0) return
    selection.choose(chapter.firstPosition)
    selection.extend(chapter.firstPosition + chapter.segments - 1)
  }
  useDeeds({
    play: deeds.toggle,
    slower: { run: deeds.slower, can: () => player.get().rate > slowest },
    pause: player.pause,
    faster: {
      // As in other players: what stands still begins to play.
      run: () => (player.get().mode === 'playing' ? deeds.faster() : deeds.toggle()),
      can: () => player.get().mode !== 'playing' || player.get().rate < fastest,
    },
    'usual-speed': { run: () => player.setRate(1), can: () => player.get().rate !== 1 },
    'previous-segment': () => deeds.step(-1),
    'next-segment': () => deeds.step(1),
    'previous-chapter': () => deeds.stepChapter(-1),
    'next-chapter': () => deeds.stepChapter(1),
    'next-flag': () => void deeds.findFlagged('forward'),
    'previous-flag': () => void deeds.findFlagged('back'),
    find: finder.open,
    edit: deeds.edit,
    split: deeds.askSplit,
    join: () => void deeds.join(),
    remove: () => void deeds.remove(),
    'move-up': () => void deeds.move(-1),
    'move-down': () => void deeds.move(1),
    'choose-up': () => deeds.extend(-1),
    'choose-down': () => deeds.extend(1),
    'choose-chapter': () => void turn.deed(chooseChapter),
    regenerate: () => void deeds.regenerateChosen(),
    accept: () => void deeds.accept(),
    undo: deeds.undo,
    redo: deeds.redo,
    narrate: () => void narration.want({ kind: 'ticked' }),
    'narrate-chapter': () => void narrateChapter(),
    export: exporting.show,
    'add-credits': () => void addCredits(),
    review: () => router.go({ screen: 'review', projectId }),
    'show-details': () => showTab('details'),
    'show-voices': () => showTab('voice'),
    'show-sound': () => showTab('sound'),
    'show-music': () => showTab('music'),
  })
}
