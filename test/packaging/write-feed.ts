// A feed of one version, as electron-builder writes it beside what it has made.
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { readConfiguration, root } from './pack.ts'

type Task = { file: string }
type Packager = object
type FeedModule = {
  createUpdateInfoTasks(made: object, feeds: object[]): Promise<Task[]>
  writeUpdateInfoFiles(tasks: Task[], packager: Packager): Promise<void>
}
type Arch = { x64: number }
type Library = { Platform: Record<'LINUX' | 'WINDOWS', object>; Arch: Arch }

const fromBuilder = createRequire(
  createRequire(join(root, 'package.json')).resolve('electron-builder/package.json'),
)
const { createUpdateInfoTasks, writeUpdateInfoFiles } = fromBuilder(
  'app-builder-lib/out/publish/updateInfoBuilder.js',
) as FeedModule
const { Platform, Arch } = fromBuilder('app-builder-lib') as Library
const { buildBlockMap } = fromBuilder('app-builder-lib/out/targets/blockmap/blockmap.js') as {
  buildBlockMap(file: string, compression: 'deflate'): Promise<object>
}

/** Writes into a file of its own end what of it changes seldom, and answers with what the feed says of that. */
export const appendBlockMap = (file: string): Promise<object> => buildBlockMap(file, 'deflate')

export type Made = {
  version: string
  file: string
  system: 'LINUX' | 'WINDOWS'
  channel: string
  notes: string
  /** What making the file has told of it. */
  updateInfo?: object
}

/** Writes the feed's files into `folder`, and answers with their paths. */
export async function writeFeed(folder: string, made: Made): Promise<string[]> {
  const releaseInfo = { releaseNotes: made.notes }
  const config = { ...(await readConfiguration()), releaseInfo }
  const info = { metadata: { dependencies: { 'electron-updater': '6.0.0' } } }
  const packager = {
    platform: Platform[made.system],
    platformSpecificBuildOptions: {},
    config,
    info,
    appInfo: { version: made.version },
  }
  const { file, updateInfo = null } = made
  const event = { packager, file, updateInfo, arch: Arch.x64, target: { outDir: folder } }
  const tasks = await createUpdateInfoTasks(event, [{ provider: 'generic', channel: made.channel }])
  await writeUpdateInfoFiles(tasks, { ...info, emitArtifactCreated: async () => {} })
  return tasks.map((task) => task.file)
}
