// Notes and the marks that lead to them, by the names that both have: `text/notes.xhtml#note-4`.
import { resolveHref } from '../../base/href.ts'

/** The note whose text is read: it may have ids on several elements, and marks name one of them. */
export type Note = {
  ids: string[]
  /** The name it goes by, decided with its first words. */
  name: string | null
}

export type NoteNames = {
  /** Learns an id of a note. One that a mark named, where the note has its name already, begins another. */
  addId(note: Note, id: string): void
  /** A link's target as a name; empty when it names no place in the book. Marks of it are remembered. */
  nameOfMark(href: string): string
  /** The name of an id in this document if a mark named it, else null. */
  named(ids: readonly (string | undefined)[]): string | null
  /** Remembers the ids around a mark: a note leads back to one of them. */
  addPlaces(ids: readonly string[]): void
  /** Whether a link leads to where a mark is. */
  leadsBack(href: string): boolean
  /** The name of a note by its ids: the one that a mark named, else the first. */
  nameOfNote(note: Note): string | null
}

/** More of them are no book's. */
const maxNamed = 200_000

/** What a book's note marks have told so far, shared by its documents. */
export type NoteMarks = {
  /** Names of what they lead to. */
  named: Set<string>
  /** Names of where the marks are. */
  places: Set<string>
  /** The number of the last bare one: the next one is by one higher, or counts anew. */
  lastNumber: number
}

export const createNoteMarks = (): NoteMarks => ({
  named: new Set(),
  places: new Set(),
  lastNumber: 0,
})

/** `path`: the document's name, empty for a single file. */
export function createNoteNames(path: string, { named: marked, places }: NoteMarks): NoteNames {
  const nameOf = (href: string): string => {
    const target = href === '' ? null : resolveHref(path, href)
    return target === null || target.fragment === null ? '' : `${target.path}#${target.fragment}`
  }
  // An id stands as it is; only links are written in escapes.
  const nameOfId = (id: string): string => `${path}#${id}`
  const named = (ids: readonly (string | undefined)[]): string | null => {
    const found = ids.find((id) => id !== undefined && marked.has(nameOfId(id)))
    return found === undefined ? null : nameOfId(found)
  }
  return {
    nameOfMark(href) {
      const name = nameOf(href)
      if (name !== '' && marked.size < maxNamed) marked.add(name)
      return name
    },
    addId(note, id) {
      if (note.name !== null && !marked.has(nameOfId(id))) return
      if (note.name !== null) note.ids = []
      note.name = null
      note.ids.push(id)
    },
    named,
    addPlaces(ids) {
      for (const id of ids) if (places.size < maxNamed) places.add(nameOfId(id))
    },
    leadsBack: (href) => places.has(nameOf(href)),
    nameOfNote(note) {
      const [first] = note.ids
      note.name ??= named(note.ids) ?? (first === undefined ? null : nameOfId(first))
      return note.name
    },
  }
}
