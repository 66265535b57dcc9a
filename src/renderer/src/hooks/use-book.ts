// The open book, for the studio's components, and its project once that is there.
import { createContext, useContext } from 'react'
import type { OpenBook } from '../state/open-book.ts'
import type { OpenProject } from '../state/project.ts'

export const BookContext = createContext<OpenBook | null>(null)

export function useBook(): OpenBook {
  const book = useContext(BookContext)
  if (book === null) throw new Error('a component outside of the studio')
  return book
}

export type ReadyProject = Extract<OpenProject, { state: 'ready' }>

/**
 * The project as whoever shows the studio has it. Not read from its store: that may already know that the
 * book was removed while what shows it is still being drawn.
 */
export const ProjectContext = createContext<ReadyProject | null>(null)

/** For components that the studio shows only when the project is here. */
export function useProject(): ReadyProject {
  const open = useContext(ProjectContext)
  if (open === null) throw new Error('a component before its project')
  return open
}
