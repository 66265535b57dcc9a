// How names of books end. Apart from their schemas, which a page does without at its start.

/** How names of books end: for dialogs and folders. What a file is, its content says. */
export const bookEndings = [
  ...['epub', 'pdf', 'docx', 'odt', 'rtf', 'fb2', 'fbz', 'zip', 'mobi', 'prc', 'azw', 'azw3'],
  ...['html', 'htm', 'xhtml', 'md', 'markdown', 'txt', 'text'],
]

/** How files are called that a book is saved in with its takes. */
export const savedBookEnding = 'lectern'

/** What may be opened: books, and those that were saved. */
export const openedEndings = [...bookEndings, savedBookEnding]
