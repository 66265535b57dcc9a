// What a book is called that does not say so: as its file, without the ending.

export const titleOfFile = (name: string): string => name.replace(/\.[^.]*$/, '')
