// The studio's keys, as the sheet tells them.
import type { SegmentDeeds } from './use-segment-deeds.ts'
import { useBook } from './use-book.ts'
import { useKeys } from './use-keys.ts'
import { useMenu } from './use-menu.ts'

export function useStudioKeys(deeds: SegmentDeeds, openExport: () => void): void {
  const { player, selection } = useBook()
  useMenu('export', openExport)
  useKeys({
    ' ': deeds.toggle,
    j: deeds.slower,
    k: player.pause,
    l: () => (player.get().mode === 'playing' ? deeds.faster() : deeds.toggle()),
    ArrowUp: () => deeds.step(-1),
    ArrowDown: () => deeds.step(1),
    Enter: deeds.edit,
    r: () => void deeds.regenerate(selection.get().position),
    f: () => void deeds.findFlagged('forward'),
    'shift+f': () => void deeds.findFlagged('back'),
    e: openExport,
    'mod+z': deeds.undo,
    'mod+shift+z': deeds.redo,
    'mod+y': deeds.redo,
  })
}
