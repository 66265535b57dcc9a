// Stand-ins for what makes an installer of Windows: they keep what they are told, and make empty files.
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fromBuilderLibrary } from '../../scripts/builder.js'

/** What the compiler of installers was given, once for the uninstaller and once for the whole. */
export type Compiled = {
  defines: Record<string, string | true>
  commands: string[]
  script: string
}

type Executable = { generate(): ArrayBuffer }
type Entry = { type: unknown; id: unknown; bin: ArrayBuffer }
type VersionInfo = {
  setStringValues(language: object, values: Record<string, string>): void
  outputToResourceEntries(entries: Entry[]): void
}
type Resedit = {
  NtExecutable: {
    createEmpty(is32Bit: boolean, isDll: boolean): Executable
    from(bytes: Buffer): Executable
  }
  NtExecutableResource: {
    from(executable: Executable): { entries: Entry[]; outputResource(executable: Executable): void }
  }
  Resource: { VersionInfo: { createEmpty(): VersionInfo } }
}
const resedit = fromBuilderLibrary('resedit') as Resedit

/** A folder that passes for an unpacked Electron of Windows: a program that is real as far as its resources go. */
export function writeWindowsRuntime(folder: string): string {
  mkdirSync(folder, { recursive: true })
  const executable = resedit.NtExecutable.createEmpty(false, false)
  const resource = resedit.NtExecutableResource.from(executable)
  const version = resedit.Resource.VersionInfo.createEmpty()
  version.setStringValues({ lang: 1033, codepage: 1200 }, { ProductName: 'Electron' })
  version.outputToResourceEntries(resource.entries)
  resource.outputResource(executable)
  writeFileSync(join(folder, 'electron.exe'), Buffer.from(executable.generate()))
  writeFileSync(join(folder, 'LICENSE'), 'a stand-in')
  return folder
}

/** What a program of Windows has under a name of its own, as text; null where there is nothing. */
export function resourceOf(program: string, type: string, id: string): string | null {
  const executable = resedit.NtExecutable.from(readFileSync(program))
  const { entries } = resedit.NtExecutableResource.from(executable)
  const entry = entries.find((one) => one.type === type && one.id === id)
  return entry ? Buffer.from(entry.bin).toString('utf8') : null
}

/** The environment that electron-builder finds the stand-ins by; `compiled` reads what they were told. */
export function writeWindowsTools(folder: string): {
  environment: Record<string, string>
  compiled(): Compiled[]
} {
  const told = join(folder, 'told')
  const program = (path: string, body: string) => {
    mkdirSync(join(folder, path, '..'), { recursive: true })
    const head = `#!${process.execPath}\nconst { writeFileSync, readFileSync, readdirSync } = require('fs')\n`
    writeFileSync(join(folder, path), `${head}const words = process.argv.slice(2)\n${body}\n`, {
      mode: 0o755,
    })
  }
  mkdirSync(told)
  mkdirSync(join(folder, 'resources', 'plugins', 'x86-unicode'), { recursive: true })
  program('7za', `for (const word of words) if (word.endsWith('.7z')) writeFileSync(word, '7z')`)
  program(
    'nsis/makensis',
    `const told = ${JSON.stringify(told)}
const script = readFileSync(0, 'utf8')
writeFileSync(told + '/' + readdirSync(told).length + '.json', JSON.stringify({ words, script }))
for (const word of words) {
  const made = /^-XOutFile "(.*)"$/.exec(word)?.[1] ?? /^-DUNINSTALLER_OUT_FILE=(?:Z:)?(.*)$/.exec(word)?.[1]
  if (made) writeFileSync(made.replaceAll('\\\\', '/'), 'installer')
}`,
  )
  program('wine/bin/wine', '')
  for (const part of ['lib', 'wine-home']) mkdirSync(join(folder, 'wine', part))
  writeFileSync(join(folder, 'nsis', 'elevate.exe'), '')
  return {
    environment: {
      ELECTRON_BUILDER_7ZIP_PATH: join(folder, '7za'),
      ELECTRON_BUILDER_NSIS_DIR: join(folder, 'nsis'),
      ELECTRON_BUILDER_NSIS_RESOURCES_DIR: join(folder, 'resources'),
      ELECTRON_BUILDER_WINE_TOOLSET_DIR: join(folder, 'wine'),
    },
    compiled: () =>
      (existsSync(told) ? readdirSync(told).toSorted() : []).map((name) => read(join(told, name))),
  }
}

function read(path: string): Compiled {
  const { words, script } = JSON.parse(readFileSync(path, 'utf8')) as {
    words: string[]
    script: string
  }
  const defines = words.flatMap((word): [string, string | true][] => {
    const [, name = '', value] = /^-D([^=]+)(?:=(.*))?$/s.exec(word) ?? []
    return name === '' ? [] : [[name, value ?? true]]
  })
  const commands = words.filter((word) => word.startsWith('-X')).map((word) => word.slice(2))
  return { defines: Object.fromEntries(defines), commands, script }
}
