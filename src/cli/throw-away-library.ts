// A library for one command without a cache: nothing that was spoken before, and everything that a person has set.
import { copyFileSync, existsSync, readdirSync, symlinkSync } from 'node:fs'
import { mkdtemp } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { dataFolderAt, openDataFolder, settingsFiles } from '../io/data-folder.ts'
import { farmInFile } from '../io/farm/kept-farm.ts'
import { openJsonFile } from '../io/json-file.ts'

/** The root of one with the settings and the voices of the library at `root`; whoever has it made removes it. */
export async function throwAwayLibrary(root: string): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'lectern-'))
  const [from, to] = [dataFolderAt(root), openDataFolder(folder)]
  const copies = settingsFiles(to)
  for (const [index, path] of settingsFiles(from).entries())
    if (existsSync(path)) copyFileSync(path, copies[index] as string)
  if (existsSync(to.farm)) await keepApart(to.farm)
  if (existsSync(from.voices))
    for (const { name } of readdirSync(from.voices, { withFileTypes: true }))
      if (!name.startsWith('.'))
        symlinkSync(join(from.voices, name), join(to.voices, name), 'junction')
  return folder
}

/** The farm speaks, and the takes that others have made are as little looked for as one's own. */
async function keepApart(path: string): Promise<void> {
  const file = openJsonFile(path, farmInFile)
  await file.change((farm) => farm && { ...farm, shares: 'nowhere' })
}
