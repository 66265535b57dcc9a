// `node scripts/release-notes.js v1.2.3`: prints what CHANGELOG.md says of the version that is released.
import './guard.js'
import { notesOf, packageVersion } from './changelog.js'
import { reportAndExit } from './setup.js'

try {
  const version = packageVersion()
  const tag = process.argv[2]
  if (tag !== `v${version}`) throw new Error(`The tag is ${tag}, and package.json says ${version}.`)
  process.stdout.write(`${notesOf(version)}\n`)
} catch (error) {
  reportAndExit(error)
}
