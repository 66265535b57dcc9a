// Where a sound is to be heard: in the book, in the chapter that is looked at, or at the chosen segment.
import { Plus } from 'lucide-react'
import { useSyncExternalStore } from 'react'
import type { CueChapters, CuePlace } from '../../../contract/index.ts'
import { IconButton } from '../elements/button.tsx'
import { DropMenu, MenuItem, MenuLine } from '../elements/menu.tsx'
import { useBook, useProject } from '../hooks/use-book.ts'
import { bedUnder } from '../hooks/use-music.ts'
import { useSelected } from '../hooks/use-store.ts'
import { words } from '../words.ts'

export function PlaceMenu({ name, onPlace }: { name: string; onPlace: (place: CuePlace) => void }) {
  const { segments, selection } = useBook()
  const { chapters } = useProject().project
  const position = useSelected(selection, (now) => now.position)
  const row = useSyncExternalStore(segments.subscribe, () => segments.row(position))
  const chapter = chapters.find(({ id }) => id === row?.chapterId)
  const { places } = words.music
  const item = (label: string, place: CuePlace) => (
    <MenuItem onClick={() => onPlace(place)}>{label}</MenuItem>
  )
  const here: CueChapters | null = chapter ? { kind: 'one', chapterId: chapter.id } : null
  return (
    <DropMenu
      trigger={<IconButton plain size="small" label={words.music.placeOf(name)} icon={<Plus />} />}
    >
      {item(places.introBook, { kind: 'intro', chapters: { kind: 'book' } })}
      {item(places.introEvery, { kind: 'intro', chapters: { kind: 'every' } })}
      {here && chapter
        ? item(places.introOne(chapter.title), { kind: 'intro', chapters: here })
        : null}
      <MenuLine />
      {item(places.bedEvery, bedUnder({ kind: 'every' }))}
      {here && chapter ? item(places.bedOne(chapter.title), bedUnder(here)) : null}
      <MenuLine />
      {item(places.outroBook, { kind: 'outro', chapters: { kind: 'book' } })}
      {item(places.outroEvery, { kind: 'outro', chapters: { kind: 'every' } })}
      {row === undefined ? null : (
        <>
          <MenuLine />
          {item(places.before, { kind: 'before', segmentId: row.id })}
          {item(places.under, { kind: 'under', segmentId: row.id })}
          {item(places.after, { kind: 'after', segmentId: row.id })}
        </>
      )}
    </DropMenu>
  )
}
