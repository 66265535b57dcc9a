// How files are called that a book is saved in; what a file is, its first entry says.
export const savedBookEnding = 'lectern'
