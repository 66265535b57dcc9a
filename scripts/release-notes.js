// `node scripts/release-notes.js v1.2.3`: prints what CHANGELOG.md says of the version that is released.
import './guard.js'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { root } from './places.js'
import { reportAndExit } from './setup.js'

try {
  const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'))
  const tag = process.argv[2]
  if (tag !== `v${version}`) throw new Error(`The tag is ${tag}, and package.json says ${version}.`)
  const sections = readFileSync(join(root, 'CHANGELOG.md'), 'utf8').split(/^## /m)
  const section = sections.find((text) => text.startsWith(`${version}\n`))
  if (section === undefined) throw new Error(`CHANGELOG.md says nothing of ${version}.`)
  process.stdout.write(`${section.slice(version.length).trim()}\n`)
} catch (error) {
  reportAndExit(error)
}
