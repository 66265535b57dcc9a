// Asks the browser for files. Empty when the person cancels.

import { bookEndings } from '../../../contract/index.ts'

/** What the studio can read; the studio itself looks at the content, never at the name. */
export const acceptedNames = bookEndings.map((ending) => `.${ending}`).join()

export function pickFiles(): Promise<File[]> {
  return new Promise((resolve) => {
    const input = document.createElement('input')
    input.type = 'file'
    input.multiple = true
    input.accept = acceptedNames
    input.onchange = () => resolve([...(input.files ?? [])])
    input.oncancel = () => resolve([])
    input.click()
  })
}
