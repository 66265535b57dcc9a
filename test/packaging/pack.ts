// Packs the app as electron-builder.yml says, offline, and takes the package apart again.
import { execFile } from 'node:child_process'
import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join, relative } from 'node:path'
import { promisify } from 'node:util'
import { asar, fromBuilder } from '../../scripts/builder.js'
import { writeStandInRuntime } from './stand-in-runtime.ts'

export const root = join(import.meta.dirname, '..', '..')

type Association = { ext: string | string[]; mimeType?: string }
type ForSystem = { target?: unknown; files?: string[]; fileAssociations?: Association[] }
type Configuration = {
  artifactName?: string
  electronFuses?: object
  directories?: object
  publish?: object | null
  releaseInfo?: { releaseNotes?: string }
  protocols?: object[]
  fileAssociations?: Association[]
  win?: ForSystem
  mac?: ForSystem & {
    entitlements?: string
    entitlementsInherit?: string
    hardenedRuntime?: boolean
  }
  linux?: ForSystem
}
type ConfigModule = {
  getConfig(root: string, path: null, overrides: object | null): Promise<Configuration>
  validateConfiguration(configuration: Configuration, log: object): Promise<void>
}
type FileModule = {
  getNodeModuleFileMatcher(
    from: string,
    to: string,
    expand: (pattern: string) => string,
    system: ForSystem,
    packager: object,
  ): { createFilter(): (path: string, stat: { isDirectory(): boolean }) => boolean }
}
const { getConfig, validateConfiguration } = fromBuilder(
  'app-builder-lib/out/util/config/config.js',
) as ConfigModule

/** electron-builder.yml, read; `overrides` are what the command line says beside it. */
export const readConfiguration = (overrides: object | null = null): Promise<Configuration> =>
  getConfig(root, null, overrides)

const systems = { linux: 'linux', darwin: 'mac', win32: 'win' } as const

/** Tells of a path in `node_modules` whether a package for that system would hold it. */
export function moduleFilter(
  configuration: Configuration,
  platform: keyof typeof systems,
  arch: string,
): (path: string) => boolean {
  const { getNodeModuleFileMatcher } = fromBuilder(
    'app-builder-lib/out/fileMatcher.js',
  ) as FileModule
  const values: Record<string, string> = { platform, arch, os: systems[platform] }
  const expand = (pattern: string) =>
    pattern.replace(/\$\{(\w+)\}/g, (macro, name: string) => values[name] ?? macro)
  const packager = { config: configuration, debugLogger: { isEnabled: false } }
  const system = configuration[systems[platform]] ?? {}
  const filter = getNodeModuleFileMatcher(root, root, expand, system, packager).createFilter()
  return (path) => filter(join(root, path), { isDirectory: () => false })
}

/** Rejects with the list of what is wrong. */
export async function validate(configuration: Configuration): Promise<void> {
  const { DebugLogger } = fromBuilder('builder-util') as {
    DebugLogger: new (isEnabled: boolean) => object
  }
  await validateConfiguration(configuration, new DebugLogger(false))
}

export const packedFeed = {
  provider: 'generic',
  url: 'https://updates.lectern.example/',
  channel: 'beta',
} as const

export type Packed = {
  /** Every file of the payload, relative. */
  files: string[]
  /** The folder that it was extracted to. */
  payload: string
  /** What lies beside Electron: the archive, what is not in it, the notices. */
  resources: string
}

/** Packs into `folder`, as a release with a feed of updates, and takes the package apart again. */
export async function pack(folder: string): Promise<Packed> {
  const resources = await packResources(root, folder)
  const payload = join(folder, 'payload')
  asar.extractAll(join(resources, 'app.asar'), payload)
  const files = filesIn(payload).map((file) => relative(payload, file))
  return { files, payload, resources }
}

/** Packs the project that lies in `project`, built as it is, into `folder`; answers with the resources in it. */
export async function packResources(
  project: string,
  folder: string,
  env: NodeJS.ProcessEnv = process.env,
): Promise<string> {
  // Fuses are flipped in the real executable, which a stand-in is not.
  const { electronFuses: _, ...configuration } = await getConfig(project, null, null)
  const { version } = JSON.parse(
    readFileSync(join(root, 'node_modules', 'electron', 'package.json'), 'utf8'),
  ) as { version: string }
  const path = join(folder, 'electron-builder.json')
  const output = join(folder, 'dist')
  writeFileSync(
    path,
    JSON.stringify({
      ...configuration,
      publish: packedFeed,
      electronDist: writeStandInRuntime(join(folder, 'runtime'), version),
      directories: { ...configuration.directories, output },
    }),
  )
  await promisify(execFile)(
    process.execPath,
    [
      join(project, 'node_modules', 'electron-builder', 'cli.js'),
      ...['--linux', 'dir', '--publish', 'never', '--config', path],
    ],
    { cwd: project, env, maxBuffer: 64 * 1024 * 1024 },
  )
  const unpacked = process.arch === 'x64' ? 'linux-unpacked' : `linux-${process.arch}-unpacked`
  return join(output, unpacked, 'resources')
}

export const filesIn = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
