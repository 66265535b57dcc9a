// Asks the browser for files. Empty when the person cancels.

/** What the studio can read; the studio itself looks at the content, never at the name. */
export const acceptedNames =
  '.epub,.docx,.odt,.rtf,.fb2,.fb2.zip,.mobi,.azw,.azw3,.prc,.txt,.text,.md,.markdown,.html,.htm,.xhtml'

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
