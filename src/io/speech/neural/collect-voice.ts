// Brings the files of a voice into a folder of ours, and adds what a raw one lacks.
import { createReadStream, createWriteStream } from 'node:fs'
import { appendFile, mkdir, rename, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { Transform } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import type { AddingVoice } from '../../../core/ports/neural-voices.ts'
import { namesOf, type FoundVoice } from './found-voice.ts'
import { encodeMetadata } from './onnx-metadata.ts'

const chunkBytes = 1024 * 1024

/** `target` is made. Rejects with AbortError, and with what the file system says; the rest is there then. */
export async function collectVoice(
  found: FoundVoice,
  target: string,
  how: 'copy' | 'move',
  { onProgress, signal }: AddingVoice,
): Promise<void> {
  await mkdir(target, { recursive: true })
  const loaded = namesOf(found.files).filter((name) => !(found.raw && name === found.files.tokens))
  const names = [...loaded, ...found.papers]
  const sizes = await Promise.all(
    names.map(async (name) => (await stat(join(found.folder, name))).size),
  )
  const totalBytes = sizes.reduce((sum, size) => sum + size, 0)
  let doneBytes = 0
  for (const name of names) {
    if (how === 'move') {
      await rename(join(found.folder, name), join(target, name))
      continue
    }
    const counted = new Transform({
      transform(chunk: Buffer, _encoding, done) {
        doneBytes += chunk.length
        onProgress?.({ stage: 'copying', doneBytes, totalBytes })
        done(null, chunk)
      },
    })
    await pipeline(
      createReadStream(join(found.folder, name), { highWaterMark: chunkBytes }),
      counted,
      createWriteStream(join(target, name), { flags: 'wx' }),
      signal ? { signal } : {},
    )
  }
  if (!found.raw) return
  await appendFile(join(target, found.files.model ?? ''), encodeMetadata(found.raw.metadata))
  await writeFile(join(target, found.files.tokens ?? ''), found.raw.tokens)
}
