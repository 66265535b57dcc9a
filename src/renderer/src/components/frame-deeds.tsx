// What can be done from every screen by key, palette or menu, and the palette and the sheet themselves.
import { lazy, Suspense, useEffect, useState } from 'react'
import { useDeedKeys } from '../hooks/use-deed-keys.ts'
import { useDeeds } from '../hooks/use-deeds.ts'
import { useFace } from '../hooks/use-face.ts'
import { type HeldKeys, useHeldKeys } from '../hooks/use-held-keys.ts'
import { useMenu } from '../hooks/use-menu.ts'
import { useStore } from '../hooks/use-store.ts'

const CommandPalette = lazy(async () => ({
  default: (await import('./command-palette.tsx')).CommandPalette,
}))
const KeySheet = lazy(async () => ({ default: (await import('./key-sheet.tsx')).KeySheet }))

type Sheet = 'palette' | 'keys'

export function FrameDeeds() {
  const { router, soundChecks, writing } = useFace()
  const { screen } = useStore(router)
  const [open, setOpen] = useState<Sheet | null>(null)
  /** Fetched when they are asked for first, and kept so that they can close. */
  const [asked, setAsked] = useState<ReadonlySet<Sheet>>(new Set())
  const held = useHeldKeys(() => setOpen(null))
  const show = (sheet: Sheet) => {
    if (open !== sheet) held.hold()
    setAsked((known) => new Set(known).add(sheet))
    setOpen(sheet)
  }
  const close = () => {
    held.release()
    setOpen(null)
  }
  const elsewhere = (name: typeof screen) => () => screen !== name
  useDeedKeys()
  useDeeds({
    palette: () => show('palette'),
    'key-sheet': () => show('keys'),
    library: { run: () => router.go({ screen: 'library' }), can: elsewhere('library') },
    voices: {
      run: () => router.go({ screen: 'voices', server: null }),
      can: elsewhere('voices'),
    },
    settings: { run: () => router.go({ screen: 'settings' }), can: elsewhere('settings') },
    'check-sound': soundChecks.show,
    'write-script': writing.show,
  })
  useMenu()
  return (
    <Suspense fallback={null}>
      {asked.has('palette') ? (
        <CommandPalette open={open === 'palette'} typedBefore={held.release} onClose={close} />
      ) : null}
      {asked.has('keys') ? <KeySheet open={open === 'keys'} onClose={close} /> : null}
      {open === 'keys' ? <Arrived held={held} /> : null}
    </Suspense>
  )
}

/** Stands beside a sheet that takes no text: with it on the page, keys go where they always go. */
function Arrived({ held }: { held: HeldKeys }) {
  useEffect(() => void held.release(), [held])
  return null
}
