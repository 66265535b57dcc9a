// Drives electron-builder for a system that this is not, offline: the app as small as can be, tools that stand in.
import { writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { readConfiguration, root } from './pack.ts'

type Targets = { createTarget(name: string, arch: number): object }

type BuilderModule = {
  Platform: { LINUX: Targets; MAC: Targets; WINDOWS: Targets }
  Arch: { x64: number; arm64: number }
  build(options: {
    targets: object
    projectDir: string
    publish: 'never'
    config: string
  }): Promise<unknown>
}

const { build, Platform, Arch } = createRequire(join(root, 'package.json'))(
  'electron-builder',
) as BuilderModule

/** What the generated files speak of is all there; what else is in the app is told by other tests. */
const few = ['package.json', 'LICENSE', 'out/main/index.js', '!node_modules/**']

/**
 * Makes one target by electron-builder.yml as it is, but for `runtime`, which stands in for Electron, and for the
 * fuses, which are flipped in the real one. Answers with the folder of what was made.
 */
export async function generate(
  folder: string,
  system: keyof BuilderModule['Platform'],
  target: string,
  arch: 'x64' | 'arm64',
  runtime: string,
): Promise<string> {
  const { electronFuses: _, ...configuration } = await readConfiguration()
  const path = join(folder, 'electron-builder.json')
  const output = join(folder, 'made')
  writeFileSync(
    path,
    JSON.stringify({
      ...configuration,
      files: few,
      electronDist: runtime,
      directories: { ...configuration.directories, output },
    }),
  )
  await build({
    targets: Platform[system].createTarget(target, Arch[arch]),
    projectDir: root,
    publish: 'never',
    config: path,
  })
  return output
}
