// The open book, for the studio's components, and its project once that is there.
import { createContext, useContext } from 'react'
import type { Project } from '../../../contract/index.ts'
import type { OpenBook } from '../state/open-book.ts'
import type { OpenProject } from '../state/project.ts'
import { useStore } from './use-store.ts'

export const BookContext = createContext<OpenBook | null>(null)

export function useBook(): OpenBook {
  const book = useContext(BookContext)
  if (book === null) throw new Error('a component outside of the studio')
  return book
}

/** For components that the studio shows only when the project is here. */
export function useProject(): Extract<OpenProject, { state: 'ready' }> & { project: Project } {
  const open = useStore(useBook().project)
  if (open.state !== 'ready') throw new Error('a component before its project')
  return open
}
