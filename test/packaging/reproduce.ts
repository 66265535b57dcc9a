// Builds and packs the same sources twice, in two places, times and languages: nothing may differ but what is listed.
import { execFile, execFileSync } from 'node:child_process'
import {
  cpSync,
  linkSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readlinkSync,
  rmSync,
  symlinkSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { promisify } from 'node:util'
import { differences, inventoryOf, inventoryOfArchive } from './differences.ts'
import { packResources, root } from './pack.ts'

const scratch = mkdtempSync(join(tmpdir(), 'lectern-reproduce-'))
const places = [
  { name: 'one', folder: join(scratch, 'one'), zone: 'UTC', language: 'C' },
  {
    name: 'the other',
    folder: join(scratch, 'a place with a longer name', 'other'),
    zone: 'Pacific/Auckland',
    language: 'tr_TR.UTF-8',
  },
]

/** Hard links: a second copy of the packages takes no room, and lies where it seems to. */
function linkTree(from: string, to: string): void {
  mkdirSync(to, { recursive: true })
  for (const entry of readdirSync(from, { withFileTypes: true })) {
    const [source, target] = [join(from, entry.name), join(to, entry.name)]
    if (entry.isDirectory()) linkTree(source, target)
    else if (entry.isSymbolicLink()) symlinkSync(readlinkSync(source), target)
    else
      try {
        linkSync(source, target)
      } catch {
        cpSync(source, target)
      }
  }
}

/** The sources as they are here, committed or not. */
function copySources(folder: string): void {
  const files = execFileSync(
    'git',
    ['ls-files', '-z', '--cached', '--others', '--exclude-standard'],
    {
      cwd: root,
      encoding: 'utf8',
    },
  )
  for (const file of files.split('\0').filter(Boolean)) {
    mkdirSync(dirname(join(folder, file)), { recursive: true })
    cpSync(join(root, file), join(folder, file))
  }
}

try {
  const made = []
  for (const { name, folder, zone, language } of places) {
    console.info(`Building and packing in ${name} …`)
    copySources(folder)
    linkTree(join(root, 'node_modules'), join(folder, 'node_modules'))
    const env = { ...process.env, TZ: zone, LC_ALL: language, LANG: language }
    await promisify(execFile)(process.execPath, [join(folder, 'scripts', 'build.js')], {
      cwd: folder,
      env,
    })
    const packed = join(folder, 'packed')
    mkdirSync(packed)
    const resources = await packResources(folder, packed, env)
    made.push(
      new Map([
        ...inventoryOf(join(folder, 'out'), 'out'),
        ...inventoryOf(resources, 'resources'),
        ...inventoryOfArchive(join(resources, 'app.asar')),
      ]),
    )
  }
  const [one, other] = made
  if (one === undefined || other === undefined) throw new Error('There are no two builds.')
  const found = differences(one, other)
  for (const line of found) console.error(line)
  if (found.length === 0) console.info(`All of ${one.size} files are the same, bit for bit.`)
  process.exitCode = found.length === 0 ? 0 : 1
} finally {
  rmSync(scratch, { recursive: true, force: true })
}
