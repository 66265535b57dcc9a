// A folder that passes for an unpacked Electron: enough for packing, nothing to run.
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

/** Writes the folder and answers with its path. */
export function writeStandInRuntime(folder: string, version: string): string {
  mkdirSync(folder, { recursive: true })
  writeFileSync(join(folder, 'electron'), '#!/bin/sh\nexit 0\n', { mode: 0o755 })
  writeFileSync(join(folder, 'version'), version)
  writeFileSync(join(folder, 'LICENSE'), 'a stand-in')
  return folder
}
