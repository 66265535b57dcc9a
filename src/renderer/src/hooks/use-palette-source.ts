// What the palette can offer where the person is: read once, when it opens.
import { useState } from 'react'
import { paletteDeeds, type PaletteSource } from '../state/palette.ts'
import { chapterAt } from '../client/chapter-at.ts'
import type { Face } from '../state/face.ts'
import { useFace } from './use-face.ts'

export function usePaletteSource(): PaletteSource {
  const face = useFace()
  const [source] = useState(() => sourceOf(face))
  return source
}

function sourceOf({ book, deeds, library, router }: Face): PaletteSource {
  const can = paletteDeeds((id) => deeds.find(id) !== null)
  const open = router.get().screen === 'studio' ? book.get() : null
  const project = open?.project.get()
  const chapters = project?.state === 'ready' ? project.project.chapters : []
  const here = open === null ? undefined : chapterAt(chapters, open.selection.get().position)
  const books = library.get().projects.filter(({ id }) => id !== open?.projectId)
  return { deeds: can, chapters, here, books }
}
