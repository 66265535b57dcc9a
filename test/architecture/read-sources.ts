// Reads every source file and the imports in it.
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { dirname, join, posix, relative, sep } from 'node:path'
import { parseSync } from 'vite'

export type Import = {
  specifier: string
  /** Path below src for a relative import; null for a package. */
  target: string | null
  typeOnly: boolean
}

export type Source = {
  /** Below src, with forward slashes. */
  path: string
  text: string
  /** The text with comments blanked. */
  code: string
  imports: Import[]
}

/** All TypeScript files below `root`, read and parsed. */
export const readSources = (root: string): Source[] =>
  filesBelow(root)
    .filter((file) => /\.tsx?$/.test(file))
    .map((file) =>
      parseSource(relative(root, file).split(sep).join('/'), readFileSync(file, 'utf8')),
    )

/** All files below a folder. */
export const filesBelow = (folder: string): string[] =>
  existsSync(folder)
    ? readdirSync(folder, { recursive: true, withFileTypes: true })
        .filter((entry) => entry.isFile())
        .map((entry) => join(entry.parentPath, entry.name))
        .sort()
    : []

/** One file's imports: static, dynamic, re-exports and those inside types. */
export function parseSource(path: string, text: string): Source {
  const { module, comments, errors } = parseSync(path, text)
  if (errors.length > 0) throw new Error(`${path}: ${errors[0]?.message}`)
  let code = text
  for (const { start, end } of comments)
    code = code.slice(0, start) + text.slice(start, end).replace(/[^\n]/g, ' ') + code.slice(end)

  const imports: Import[] = []
  const add = (specifier: string, typeOnly: boolean) =>
    imports.push({ specifier, target: targetOf(path, specifier), typeOnly })

  for (const { moduleRequest, entries } of module.staticImports)
    add(moduleRequest.value, entries.length > 0 && entries.every((entry) => entry.isType))
  for (const { entries } of module.staticExports)
    for (const { moduleRequest, isType } of entries)
      if (moduleRequest) add(moduleRequest.value, isType)
  for (const { moduleRequest } of module.dynamicImports) {
    const literal = /^['"`](.*)['"`]$/.exec(text.slice(moduleRequest.start, moduleRequest.end))
    if (literal?.[1] !== undefined) add(literal[1], false)
  }
  const known = new Set(imports.map((each) => each.specifier))
  for (const [, specifier] of code.matchAll(/\bimport\(\s*['"]([^'"]+)['"]\s*\)/g))
    if (specifier !== undefined && !known.has(specifier)) add(specifier, true)
  return { path, text, code, imports }
}

function targetOf(path: string, specifier: string): string | null {
  if (!specifier.startsWith('.')) return null
  return posix.normalize(posix.join(dirname(path), specifier.replace(/\?.*$/, '')))
}

/** The package of a specifier: 'a/b' → 'a', '@a/b/c' → '@a/b', 'node:fs' → 'node:fs'. */
export const packageOf = (specifier: string): string =>
  specifier
    .split('/')
    .slice(0, specifier.startsWith('@') ? 2 : 1)
    .join('/')
