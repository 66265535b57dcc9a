// What CHANGELOG.md says of one version: the notes of a release, here and in the update feed.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { root } from './places.js'

/** Throws where it says nothing of it.
 * @param {string} version */
export function notesOf(version) {
  const sections = readFileSync(join(root, 'CHANGELOG.md'), 'utf8').split(/^## /m)
  const section = sections.find((text) => text.startsWith(`${version}\n`))
  if (section === undefined) throw new Error(`CHANGELOG.md says nothing of ${version}.`)
  return section.slice(version.length).trim()
}

/** The version that package.json has. */
export const packageVersion = () => {
  /** @type {{ version: string }} */
  const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'))
  return version
}
