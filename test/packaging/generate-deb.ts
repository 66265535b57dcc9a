// What electron-builder would put into a deb beside the app: its own words, nothing of them is ours.
import { copyFileSync, mkdirSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { root } from './pack.ts'
import { writeStandInRuntime } from './stand-in-runtime.ts'

type BuilderModule = {
  Platform: { LINUX: { createTarget(name: string, arch: number): object } }
  Arch: { x64: number; arm64: number }
  build(options: {
    targets: object
    prepackaged: string
    projectDir: string
    publish: 'never'
    config: object
    effectiveOptionComputed(options: [words: string[], desktopFile: string]): Promise<boolean>
  }): Promise<unknown>
}

export type Deb = {
  /** What fpm, which is not run, would be told. */
  words: string[]
  desktopFile: string
  /** The text of the file of media types. */
  types: string
  /** Run by dpkg as root, as they are in it. */
  scripts: { afterInstall: string; afterRemove: string }
}

/** All that electron-builder generates for a deb, short of the archive itself. */
export async function generateDeb(folder: string, arch: 'x64' | 'arm64'): Promise<Deb> {
  const { build, Platform, Arch } = createRequire(join(root, 'package.json'))(
    'electron-builder',
  ) as BuilderModule
  const prepackaged = writeStandInRuntime(join(folder, 'prepackaged'), '0.0.0')
  mkdirSync(join(prepackaged, 'resources'))
  let deb: Deb | null = null
  await build({
    targets: Platform.LINUX.createTarget('deb', Arch[arch]),
    prepackaged,
    projectDir: root,
    publish: 'never',
    config: { directories: { output: join(folder, 'deb') } },
    async effectiveOptionComputed([words, desktopFile]) {
      const kept = join(folder, 'lectern.desktop')
      copyFileSync(desktopFile, kept)
      const types = words.find((word) => word.includes('=/usr/share/mime/'))?.split('=')[0]
      const script = (name: string) => readFileSync(words[words.indexOf(name) + 1] ?? '', 'utf8')
      deb = {
        words,
        desktopFile: kept,
        types: types ? readFileSync(types, 'utf8') : '',
        scripts: {
          afterInstall: script('--after-install'),
          afterRemove: script('--after-remove'),
        },
      }
      return true
    },
  })
  if (deb === null) throw new Error('electron-builder made no deb')
  return deb
}
