// The rules as pure functions: sources in, complaints out, each naming its file and the right door.
import type { Layer } from './table.ts'
import { packageOf, type Import, type Source } from './read-sources.ts'

const liesIn = (path: string, place: string): boolean =>
  path === place || path.startsWith(`${place}/`)

/** The layer a path belongs to: the most particular one. */
export const layerOf = (path: string, layers: readonly Layer[]): Layer | undefined =>
  layers
    .filter((layer) => liesIn(path, layer.at))
    .reduce<Layer | undefined>(
      (best, layer) => (best === undefined || layer.at.length > best.at.length ? layer : best),
      undefined,
    )

/** Imports against the direction table. */
export const brokenDirections = (sources: readonly Source[], layers: readonly Layer[]): string[] =>
  sources.flatMap((source) => {
    const layer = layerOf(source.path, layers)
    if (layer === undefined) return [`${source.path} lies in no layer of the table`]
    return source.imports.flatMap((each) => {
      const complaint = complain(source.path, each, layer, layers)
      return complaint === null ? [] : [`${source.path} imports ${each.specifier}: ${complaint}`]
    })
  })

function complain(
  path: string,
  { specifier, target, typeOnly }: Import,
  layer: Layer,
  layers: readonly Layer[],
): string | null {
  if (target !== null) {
    if (target.startsWith('..')) return 'it lies outside src'
    const allowed = liesIn(target, layer.at) || layer.may.some((place) => liesIn(target, place))
    if (!allowed) {
      const what = layerOf(target, layers)?.at ?? target
      return `${layer.at} may import only ${layer.may.join(', ') || 'itself'}, not ${what}`
    }
    if (layer.at === 'preload' && !liesIn(target, 'preload') && !typeOnly)
      return 'the preload takes nothing but types from others, it must stay tiny'
    return null
  }
  if (specifier.startsWith('node:'))
    return layer.packages.includes('node:*') ? null : 'no Node here; ask for it by a port'
  if (path.endsWith('.d.ts') || layer.packages.includes(packageOf(specifier))) return null
  return `the table does not list this package for ${layer.at}`
}

/** Rings of imports, each as its files in order. */
export function importCycles(sources: readonly Source[]): string[] {
  const targets = new Map(
    sources.map((source) => [source.path, source.imports.flatMap(({ target }) => target ?? [])]),
  )
  const done = new Set<string>()
  const trail: string[] = []
  const cycles: string[] = []
  const visit = (path: string): void => {
    const seenAt = trail.indexOf(path)
    if (seenAt >= 0) cycles.push([...trail.slice(seenAt), path].join(' → '))
    if (seenAt >= 0 || done.has(path)) return
    trail.push(path)
    for (const target of targets.get(path) ?? []) visit(target)
    trail.pop()
    done.add(path)
  }
  for (const path of targets.keys()) visit(path)
  return cycles
}

/** Relative imports that lead nowhere. `exists` takes a path below src. */
export const deadImports = (
  sources: readonly Source[],
  exists: (path: string) => boolean,
): string[] =>
  sources.flatMap(({ path, imports }) =>
    imports
      .filter(({ target }) => target !== null && !exists(target))
      .map(({ specifier }) => `${path} imports ${specifier}, which is not there`),
  )

/** Packages with more than one importing file, unless shared; a package with a folder stays in it. */
export function crowdedPackages(
  sources: readonly Source[],
  shared: readonly string[],
  folders: Readonly<Record<string, string>>,
): string[] {
  const importers = new Map<string, Set<string>>()
  for (const { path, imports } of sources) {
    for (const { specifier, target } of imports) {
      const name = packageOf(specifier)
      if (target !== null || name.startsWith('node:') || shared.includes(name)) continue
      importers.set(name, (importers.get(name) ?? new Set()).add(path))
    }
  }
  return [...importers].flatMap(([name, files]) => {
    const folder = folders[name]
    if (folder !== undefined) {
      const outside = [...files].filter((path) => !liesIn(path, folder))
      return outside.map((path) => `${path} imports ${name}, whose place is ${folder}`)
    }
    return files.size <= 1 ? [] : [`${name} has ${files.size} importers: ${[...files].join(', ')}`]
  })
}

/** Words that more than one file says in its code. */
export const crowdedWords = (sources: readonly Source[], words: readonly string[]): string[] =>
  words.flatMap((word) => {
    const pattern = new RegExp(`(?<![\\w.])${word.replace('.', '\\.')}\\b`)
    const files = sources.filter(({ code }) => pattern.test(code)).map(({ path }) => path)
    return files.length <= 1 ? [] : [`${word} is said by ${files.join(', ')}`]
  })

/** Timers outside of scopes. */
export const rawTimers = (
  sources: readonly Source[],
  exemptions: Readonly<Record<string, string>>,
): string[] =>
  sources
    .filter(({ path }) => !(path in exemptions))
    .filter(
      ({ code, imports }) =>
        /(?<![\w.])(globalThis\.|window\.)?(setTimeout|setInterval)\b/.test(code) ||
        imports.some(({ specifier }) => specifier.startsWith('node:timers')),
    )
    .map(({ path }) => `${path} uses a raw timer; hang it on a scope (core/base/scope)`)

/** File and folder names that are not kebab-case, and those that say nothing. */
export const badNames = (paths: readonly string[], junk: readonly string[]): string[] =>
  paths.flatMap((path) =>
    path.split('/').flatMap((name) => {
      const stem = name.replace(/\..*$/, '')
      if (junk.includes(stem)) return [`${path}: ${stem} says nothing about what is in it`]
      return /^[a-z0-9]+(-[a-z0-9]+)*$/.test(stem) ? [] : [`${path}: ${name} is not kebab-case`]
    }),
  )

/** Files that have grown too long. */
export const longFiles = (sources: readonly Source[], maxLines: number): string[] =>
  sources
    .filter((source) => lineCount(source) > maxLines)
    .map((source) => `${source.path} has ${lineCount(source)} lines, more than ${maxLines}`)

export const lineCount = ({ text }: Source): number => text.trimEnd().split('\n').length

/** Habits of a file: it says what it is for, exports by name, and re-exports no folder. */
export const badHabits = (sources: readonly Source[], barrels: readonly string[]): string[] =>
  sources.flatMap(({ path, text, code }) => [
    ...(/^\/\/ \S/.test(text) ? [] : [`${path}: the first line does not say what it is for`]),
    ...(/^export default\b/m.test(code) ? [`${path}: exports a default; export by name`] : []),
    ...(/^export \* from/m.test(code) && !barrels.includes(path)
      ? [`${path}: re-exports all of another; ${barrels.join(', ')} is the only barrel`]
      : []),
  ])
