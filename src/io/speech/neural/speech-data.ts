// The dictionaries that phonemize text for neural voices: unpacked once from espeak-ng's package.
import { randomUUID } from 'node:crypto'
import { closeSync, existsSync, openSync, read } from 'node:fs'
import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { promisify } from 'node:util'
import { invariant } from '../../../core/base/invariant.ts'
import { incoming } from './voice-record.ts'
import { fsFailure } from '../../codecs/fs-failure.ts'

/** Of the package; another version is unpacked beside this one. */
const version = '0.3.5'
const packed = '/usr/share/espeak-ng-data/'
const readRange = promisify(read)

export type SpeechData = {
  /** Path of the folder, unpacking it first where it is missing. Fails with `disk-full`. */
  folder(): Promise<string>
}

/** The folder of voices gets it: 24 MB, 459 files. */
export function createSpeechData(root: string): SpeechData {
  const target = join(root, '.shared', `espeak-ng-data-${version}`)
  let unpacking: Promise<string> | null = null
  const ensure = async (): Promise<string> => {
    // What a crash leaves under that name is removed with all that was on its way.
    if (!existsSync(target)) await unpack(join(root, `${incoming}${randomUUID()}`), target)
    return target
  }
  return {
    folder() {
      const running = (unpacking ??= ensure())
      running.catch(() => (unpacking = null))
      return running
    },
  }
}

/** Under another name first, so that what has its name is whole. */
async function unpack(part: string, target: string): Promise<void> {
  const { resolve } = createRequire(import.meta.url)
  const source = await readFile(resolve('@echogarden/espeak-ng-emscripten'), 'utf8')
  // The package keeps all files in one, and tells in its code where each of them begins.
  const places = [...source.matchAll(/\{filename:"([^"]+)",start:(\d+),end:(\d+)\}/g)]
  invariant(places.length > 0, 'the package lists its files')
  const data = openSync(resolve('@echogarden/espeak-ng-emscripten/espeak-ng.data'), 'r')
  try {
    for (const [, name = '', start, end] of places) {
      const path = join(part, name.slice(packed.length))
      const bytes = Buffer.alloc(Number(end) - Number(start))
      if (bytes.length > 0) await readRange(data, bytes, 0, bytes.length, Number(start))
      await mkdir(dirname(path), { recursive: true })
      await writeFile(path, bytes)
    }
    await mkdir(dirname(target), { recursive: true })
    await rename(part, target)
  } catch (error) {
    await rm(part, { recursive: true, force: true })
    if (!existsSync(target)) throw fsFailure(error, dirname(target))
  } finally {
    closeSync(data)
  }
}
