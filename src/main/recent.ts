// The system's list of files that were opened last, on the dock and in the jump list. Linux keeps none by us.
import { extname } from 'node:path'
import { app } from 'electron'
import { openedEndings } from '../contract/index.ts'
import type { Studio } from '../core/studio/studio.ts'

/** A book that is about to be imported; what is no book is passed over: sounds and voices are dropped, too. */
export function rememberBook(path: string): void {
  const ending = extname(path).slice(1).toLowerCase()
  if ((openedEndings as readonly string[]).includes(ending)) app.addRecentDocument(path)
}

/** A library that was emptied leaves no traces of what was in it. */
export function forgetWithLibrary(studio: Pick<Studio, 'call' | 'on'>): void {
  const forgetIfEmpty = async () => {
    const listed = await studio.call('library.list', {})
    if (listed.ok && listed.value.projects.length === 0) app.clearRecentDocuments()
  }
  studio.on('library.removed', () => void forgetIfEmpty())
}
