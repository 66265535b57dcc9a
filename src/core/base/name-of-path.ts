// What a path is called, on every system: a file's or a folder's own name.

export const nameOfPath = (path: string): string => path.split(/[\\/]/).at(-1) ?? path
