// Asks the browser for files. Empty when the person cancels.

import { openedEndings, soundEndings } from '../../../contract/index.ts'

const namesOf = (endings: readonly string[]): string => endings.map((it) => `.${it}`).join()

/** What the studio can read; the studio itself looks at the content, never at the name. */
export const bookNames = namesOf(openedEndings)
/** The same of sounds. */
export const soundNames = namesOf(soundEndings)

export function pickFiles(): Promise<File[]> {
  return new Promise((resolve) => {
    const input = document.createElement('input')
    input.type = 'file'
    input.multiple = true
    input.accept = bookNames
    input.onchange = () => resolve([...(input.files ?? [])])
    input.oncancel = () => resolve([])
    input.click()
  })
}
