// Notes that no type tells of: a mark leads to them, and they lead back to it.
import type { Frame } from './frame.ts'
import type { ItemQueue } from './item-queue.ts'
import { isMarkText } from '../marks.ts'
import type { NoteNames } from './notes.ts'

export type LinkedNotes = {
  /** Learns of an id in the block under way. */
  meet(id: string): void
  /** A mark was in the block under way: what leads to one of its ids leads back. */
  remember(): void
  /** The block under way is over. */
  leave(): void
  /** The name of the note that begins with a plain link, its number; else null. */
  begins(link: Frame, text: string, frames: readonly Frame[], queue: ItemQueue): string | null
  /**
   * The name of the note that a way back is of; null where no mark named the place. What is around it in the
   * same element becomes the note's. `frames`: from the outermost element in.
   */
  noteOf(frames: readonly Frame[], queue: ItemQueue): string | null
  /** Whether the block under way is such a note. */
  readonly isNote: boolean
  /** From which item on a note may still turn out to be one. */
  openFrom(frames: readonly Frame[], queue: ItemQueue): number
}

/** Elements that hold one note each. */
const holders: ReadonlySet<string> = new Set(['p', 'li', 'dd', 'dt', 'div', 'aside', 'td'])
/** No block has more ids that matter. */
const maxIds = 200

export function createLinkedNotes(names: NoteNames): LinkedNotes {
  let ids: string[] = []
  let isNote = false

  const isHolder = (frame: Frame): boolean =>
    holders.has(frame.name) &&
    frame.matter !== 'notes' &&
    frame.attributes['id'] !== undefined &&
    names.named([frame.attributes['id']]) !== null

  const noteOf: LinkedNotes['noteOf'] = (frames, queue) => {
    const at = frames.findLastIndex(isHolder)
    const holder = frames[at]
    const name = names.named([...ids, holder?.attributes['id']])
    if (name === null || frames.some(({ heading }) => heading > 0)) return null
    isNote = true
    if (holder && queue.asNote(holder.from, name))
      for (const frame of frames.slice(at)) {
        frame.matter = 'notes'
        frame.note = { ids: [name.slice(name.indexOf('#') + 1)], name }
      }
    return name
  }

  return {
    meet(id) {
      if (ids.length < maxIds) ids.push(id)
    },
    remember: () => names.addPlaces(ids),
    leave() {
      ids = []
      isNote = false
    },
    begins(link, text, frames, queue) {
      const href = link.attributes['href'] ?? ''
      const isBack = href !== '' && isMarkText(text) && names.leadsBack(href)
      return isBack && link.matter !== 'notes' ? noteOf(frames, queue) : null
    },
    noteOf,
    get isNote() {
      return isNote
    },
    openFrom: (frames, queue) => frames.find(isHolder)?.from ?? queue.count,
  }
}
