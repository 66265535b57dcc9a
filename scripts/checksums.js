// `node scripts/checksums.js FOLDER`: writes SHA256SUMS into a folder of installers, for `sha256sum --check`.
import './guard.js'
import { createHash } from 'node:crypto'
import { createReadStream, readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { reportAndExit } from './setup.js'

const name = 'SHA256SUMS'

try {
  const folder = process.argv[2]
  if (folder === undefined) throw new Error('Which folder? node scripts/checksums.js FOLDER')
  const files = readdirSync(folder)
    .filter((file) => file !== name)
    .sort()
  if (files.length === 0) throw new Error(`There is nothing in ${folder}.`)
  const lines = []
  for (const file of files) {
    const hash = createHash('sha256')
    await pipeline(createReadStream(join(folder, file)), hash)
    lines.push(`${hash.digest('hex')}  ${file}\n`)
  }
  writeFileSync(join(folder, name), lines.join(''))
} catch (error) {
  reportAndExit(error)
}
