// The palette, by Ctrl+K: every command that can be done now, with its keys, and every place to go to.
import { Autocomplete } from '@base-ui/react/autocomplete'
import { Dialog } from '@base-ui/react/dialog'
import { Search } from 'lucide-react'
import { useMemo, useRef, useState } from 'react'
import { KeyCaps } from '../elements/key-caps.tsx'
import modal from '../elements/modal.module.css'
import { keyCaps } from '../hooks/key-name.ts'
import { useFace } from '../hooks/use-face.ts'
import { usePaletteSource } from '../hooks/use-palette-source.ts'
import { useStore } from '../hooks/use-store.ts'
import { goTo } from '../state/go-to.ts'
import { type PaletteGroup, paletteGroups, type PaletteItem } from '../state/palette.ts'
import { words } from '../words.ts'
import styles from './command-palette.module.css'

export function CommandPalette(props: {
  open: boolean
  /** Asked for once the palette can be written in: what was typed until then. */
  typedBefore: () => string
  onClose: () => void
}) {
  const { open, onClose } = props
  const face = useFace()
  /** Done when the palette is gone: a deed may want the focus that the palette gives back. */
  const chosen = useRef<PaletteItem | null>(null)
  const act = (item: PaletteItem | null) => {
    const book = face.book.get()
    if (item === null) return
    if ('deed' in item) face.deeds.find(item.deed)?.()
    else if ('place' in item && book !== null) void goTo(book, face.news, item.place)
    else if ('projectId' in item)
      face.router.go({ screen: 'studio', projectId: item.projectId, play: false })
  }
  return (
    <Dialog.Root
      open={open}
      onOpenChange={(now) => (now ? undefined : onClose())}
      onOpenChangeComplete={(now) => {
        if (now) return
        const item = chosen.current
        chosen.current = null
        act(item)
      }}
    >
      <Dialog.Portal>
        <Dialog.Backdrop className={modal['backdrop']} />
        <Dialog.Popup className={styles['popup']} aria-label={words.palette.title}>
          <Finder
            typedBefore={props.typedBefore}
            onChoose={(item) => {
              chosen.current = item
              onClose()
            }}
          />
        </Dialog.Popup>
      </Dialog.Portal>
    </Dialog.Root>
  )
}

function Finder(props: { typedBefore: () => string; onChoose: (item: PaletteItem) => void }) {
  const { onChoose } = props
  const source = usePaletteSource()
  const [search, setSearch] = useState('')
  const groups = useMemo(() => paletteGroups(source, search), [source, search])
  return (
    <Autocomplete.Root
      open
      inline
      mode="none"
      items={groups}
      itemToStringValue={(item: PaletteItem) => item.name}
      value={search}
      onValueChange={setSearch}
      autoHighlight="always"
      keepHighlight
    >
      <div className={styles['search']}>
        <Search aria-hidden />
        <Autocomplete.Input
          className={styles['input']}
          aria-label={words.palette.title}
          placeholder={words.palette.placeholder}
          onFocus={() => {
            const typed = props.typedBefore()
            if (typed !== '') setSearch((search) => search + typed)
          }}
        />
        <Dialog.Close className={styles['close']} aria-label={words.app.close}>
          <KeyCaps caps={keyCaps('Escape')} />
        </Dialog.Close>
      </div>
      <Autocomplete.Empty className={styles['empty']}>{words.palette.nothing}</Autocomplete.Empty>
      <Autocomplete.List className={styles['list']} aria-label={words.palette.results}>
        {(group: PaletteGroup) => (
          <Autocomplete.Group key={group.kind} items={group.items}>
            <Autocomplete.GroupLabel className={styles['kind']}>
              {words.palette.kinds[group.kind]}
            </Autocomplete.GroupLabel>
            <Autocomplete.Collection>
              {(item: PaletteItem) => (
                <Autocomplete.Item
                  key={item.id}
                  value={item}
                  className={styles['item']}
                  onClick={() => onChoose(item)}
                >
                  <span className={styles['name']} dir="auto">
                    {item.name}
                  </span>
                  {'deed' in item ? <DeedKeys item={item} /> : null}
                </Autocomplete.Item>
              )}
            </Autocomplete.Collection>
          </Autocomplete.Group>
        )}
      </Autocomplete.List>
    </Autocomplete.Root>
  )
}

function DeedKeys({ item }: { item: Extract<PaletteItem, { deed: unknown }> }) {
  const key = useStore(useFace().keys)[item.deed][0]
  return key === undefined ? null : <KeyCaps caps={keyCaps(key)} />
}
