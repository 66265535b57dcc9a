// What a studio's tree takes at one moment, as named numbers: by the kernel, and by what it tells of itself.
import { readdirSync } from 'node:fs'
import { dataFolderAt } from '../../src/io/data-folder.ts'
import { systemClock } from '../../src/io/clock.ts'
import { createProcessTable } from '../../src/io/process-table.ts'
import { entryName } from '../kill/marked-processes.ts'
import type { KillableStudio } from '../kill/start-studio.ts'
import { filesBelow } from '../chaos/older-folder.ts'

/** By name; memory in MB. */
export type Sample = Record<string, number>

const megabytes = (bytes: number): number => bytes / 1e6

/** The most of each kind of process counts: a pool starts and ends its children. */
export async function takeSample(studio: KillableStudio, data: string): Promise<Sample> {
  const main = await studio.collect()
  // Of its children and threads the studio tells by its last look, which is some seconds old.
  const { owned, processes } = await studio.call('performance.processes', {})
  const sample: Sample = {
    'heap of main': megabytes(main.heapUsed),
    'external of main': megabytes(main.external),
  }
  const most = (name: string, value: number | null) => {
    if (value !== null) sample[name] = Math.max(sample[name] ?? 0, value)
  }
  for (const { name, heapUsedBytes, externalBytes } of processes) {
    if (name === 'main') continue
    if (heapUsedBytes !== null) most(`heap of ${name}`, megabytes(heapUsedBytes))
    if (externalBytes !== null) most(`external of ${name}`, megabytes(externalBytes))
  }
  const tree = (await createProcessTable(studio.pid, systemClock).look([])) ?? []
  for (const { pid, rssBytes, threads, openFiles } of tree) {
    const name = pid === studio.pid ? 'main' : entryName(pid)
    most(`RSS of ${name}`, megabytes(rssBytes))
    most(`threads of ${name}`, threads)
    most(`open files of ${name}`, openFiles)
  }
  sample['PSS of the tree'] = megabytes(tree.reduce((sum, { pssBytes }) => sum + pssBytes, 0))
  sample['processes'] = tree.length
  for (const { name, count } of owned) sample[name] = count
  const { spool, transfers } = dataFolderAt(data)
  sample['temporary files'] = [spool, transfers].flatMap((folder) => readdirSync(folder)).length
  sample['files in the data folder'] = filesBelow(data).length
  return sample
}
