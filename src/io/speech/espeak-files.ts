// The engine's 24 MB of dictionaries stay on the disk: each read of the engine becomes one of the file.
import { openSync, readSync } from 'node:fs'
import type { EspeakFile, EspeakModule } from './espeak-module.ts'

export type EspeakFiles = {
  /** What the engine believes to be its data. Never written, so that the system backs it by nothing. */
  placeholder: ArrayBuffer
  /** Leads the engine's files to the disk. Once, after it has loaded. */
  redirect(engine: EspeakModule): void
}

/**
 * The package comes with one data file and expects it whole in memory, in every thread. A voice needs
 * few slices of it (English 0.8 MB), and the engine copies those into its own memory anyway. So it gets
 * an empty buffer of the same size, in which its file system marks where each file begins, and the
 * files' read operation is replaced by one that reads there in the real file.
 */
export function openEspeakFiles(path: string, bytes: number): EspeakFiles {
  const placeholder = new ArrayBuffer(bytes)
  const descriptor = openSync(path, 'r')

  const redirectFile = (file: EspeakFile, start: number) => {
    const size = file.usedBytes
    file.stream_ops = {
      ...file.stream_ops,
      read(_stream, buffer, offset, length, position) {
        const wanted = Math.min(size - position, length)
        return wanted <= 0 ? 0 : readSync(descriptor, buffer, offset, wanted, start + position)
      },
    }
  }
  const visit = (engine: EspeakModule, folder: EspeakFile) => {
    for (const child of Object.values(folder.contents as Record<string, EspeakFile>)) {
      if (engine.FS.isDir(child.mode)) visit(engine, child)
      else if (child.contents instanceof Uint8Array && child.contents.buffer === placeholder)
        redirectFile(child, child.contents.byteOffset)
    }
  }
  return {
    placeholder,
    redirect: (engine) => visit(engine, engine.FS.lookupPath('/usr/share/espeak-ng-data').node),
  }
}
