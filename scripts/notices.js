// The third-party notices of a package, made from what is in it: electron-builder's hook when all is packed.
import { readFileSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join, posix, sep } from 'node:path'
import { asar } from './builder.js'
import { judge, licenceOf, partsOf } from './licences.js'
import { modules, root } from './places.js'

/**
 * @typedef {object} Thing A package of others that goes out with Lectern.
 * @property {string} name
 * @property {string} version
 * @property {string | undefined} licence As it says itself.
 * @property {string[]} texts What it says of its licence, whole; none where it brings no text.
 */

/** Beside the archive, where a person can open it and the app as well. */
export const noticesName = 'third-party-notices.txt'

/** Throws where something is packed that may not be handed on.
 * @param {{ appOutDir: string, packager: { getResourcesDir(folder: string): string } }} context */
export function afterPack({ appOutDir, packager }) {
  const resources = packager.getResourcesDir(appOutDir)
  const things = [...packedThings(join(resources, 'app.asar')), ...bundledThings()]
  const { wrong } = judge(things)
  if (wrong.length > 0) throw new Error(`This may not be handed on:\n${wrong.join('\n')}`)
  writeFileSync(join(resources, noticesName), noticesOf(things))
}

const manifest = /(?:^|\/)node_modules\/(?:@[^/]+\/)?[^/@]+\/package\.json$/
const legal =
  /(?:^|[-_.])(?:licen[cs]es?|copying|copyright|copyrightnotice|notices?|unlicense)(?:[-_.][^/]*)?$/i
const code = /\.(?:[cm]?js|json|[cm]?ts|map|node|wasm)$/i

/** What was packed as it is, each version once.
 * @param {string} archive
 * @returns {Thing[]} */
export function packedThings(archive) {
  const files = asar
    .listPackage(archive)
    .map((path) => path.split(sep).join('/').replace(/^\//, ''))
    .sort()
  /** @param {string} path */
  const read = (path) => asar.extractFile(archive, path.split('/').join(sep)).toString('utf8')
  return files
    .filter((path) => manifest.test(path))
    .map((path) => {
      const folder = posix.dirname(path)
      const { name, version, license, licenses } = JSON.parse(read(path))
      const texts = files
        .filter((file) => file.startsWith(`${folder}/`))
        .filter((file) => !file.slice(folder.length).includes('/node_modules/'))
        .filter((file) => legal.test(posix.basename(file)) && !code.test(file))
        .filter((file) => asar.statFile(archive, file.split('/').join(sep)).files === undefined)
      return { name, version, licence: named(license ?? licenses), texts: texts.map(read) }
    })
}

/** As the field has been written over the years.
 * @param {unknown} field
 * @returns {string | undefined} */
function named(field) {
  if (typeof field === 'string') return field
  if (Array.isArray(field)) return field.map(named).join(' OR ') || undefined
  const { type } = /** @type {{ type?: unknown }} */ (field ?? {})
  return typeof type === 'string' ? type : undefined
}

/** What became a part of our own files, as the build has noted it, and what the bundler adds of itself.
 * @returns {Thing[]} */
export function bundledThings() {
  /** @type {{ name: string, version: string, identifier?: string, text?: string }[]} */
  const bundled = ['main', 'preload', 'renderer'].flatMap((part) =>
    JSON.parse(readFileSync(join(root, 'out', part, 'bundled-packages.json'), 'utf8')),
  )
  const helpers = ['vite', 'rolldown'].map((name) => {
    const read = (/** @type {string} */ file) => readFileSync(join(modules, name, file), 'utf8')
    const { version, license } = JSON.parse(read('package.json'))
    const [own = ''] = read(name === 'vite' ? 'LICENSE.md' : 'LICENSE').split(
      '\n# Licenses of bundled dependencies',
    )
    return { name, version, licence: license, texts: [own] }
  })
  return [
    ...bundled.map(({ name, version, identifier, text }) => ({
      name,
      version,
      licence: identifier,
      texts: text === undefined ? [] : [text],
    })),
    ...helpers,
  ]
}

/** The file: every package with its licence, then every text once, with the packages it is of.
 * @param {readonly Thing[]} things */
export function noticesOf(things) {
  /** @type {Map<string, { label: string, text: string, of: Set<string> }>} */
  const texts = new Map()
  /** @type {Set<string>} */
  const lines = new Set()
  for (const thing of things.toSorted(
    (a, b) => order(a.name, b.name) || order(a.version, b.version),
  )) {
    const label = `${thing.name}@${thing.version}`
    const { licence = 'no licence named', because } = licenceOf(thing)
    lines.add(`${label}: ${licence}${because ? ` (${because})` : ''}`)
    const own = thing.texts.map((text) => ({ label: 'as the package has it', text }))
    for (const { label: kind, text } of [...own, ...standardTexts(licence, own.length > 0)]) {
      const key = text.replace(/\s+/g, ' ').trim()
      const entry = texts.get(key) ?? { label: kind, text: text.trim(), of: new Set() }
      entry.of.add(label)
      texts.set(key, entry)
    }
  }
  const chapters = [...texts.values()].map(
    ({ label, text, of }) => `${rule}\n${wrap([...of].join(', '))}\n(${label})\n\n${text}\n`,
  )
  return `${head}\n${[...lines].join('\n')}\n\n${chapters.join('\n')}`
}

const rule = '='.repeat(100)
const head = `Third-party notices of Lectern

Lectern is free software under GPL-3.0-or-later. What follows was written when this package was made, from what is
in it: every package of others with its licence, then the texts. Electron, Chromium and Node.js have theirs in
LICENSE.electron.txt and LICENSES.chromium.html.
`

/**
 * The standard text of what a package has no text of: of all its licences where it brings none, else of those that
 * are in it beside its own.
 * @param {string} licence
 * @param {boolean} hasOwn
 */
function standardTexts(licence, hasOwn) {
  const parts = partsOf(licence)
  return (hasOwn ? parts.slice(1) : parts).flatMap((id) => {
    const text = standardText(id)
    return text === null ? [] : [{ label: `the standard text of ${id}`, text }]
  })
}

const require = createRequire(import.meta.url)

/** @param {string} id
 * @returns {string | null} */
function standardText(id) {
  try {
    return require(`spdx-license-list/licenses/${id}.json`).licenseText
  } catch {
    return null
  }
}

/** @param {string} text */
const wrap = (text) => text.replace(/(.{1,98})(?:\s|$)/g, '$1\n').trimEnd()

/** By code point, the same on every machine.
 * @param {string} a
 * @param {string} b */
const order = (a, b) => (a < b ? -1 : a > b ? 1 : 0)
