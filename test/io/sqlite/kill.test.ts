// Killed at any moment, the stores lose nothing that they had acknowledged.
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { failure } from '../../../src/core/base/failure-error.ts'
import { openDataFolder } from '../../../src/io/data-folder.ts'
import { forkProcess } from '../../../src/io/process/fork.ts'
import { connect } from '../../../src/io/process/remote.ts'
import { createProjectStore } from '../../../src/io/sqlite/project-store.ts'
import { openProjectsDatabase, openTakesDatabase } from '../../../src/io/sqlite/open-databases.ts'
import { openTakeReader } from '../../../src/io/sqlite/take-reader.ts'
import { createTakeStore } from '../../../src/io/sqlite/take-store.ts'
import { noise, takeId } from '../../fixtures/sample-takes.ts'

const writer = new URL('../../fixtures/take-writer.ts', import.meta.url)

/** Kills a writer a little after its `count`th report; answers with the takes it had told of. */
async function writeAndKill(root: string, first: number, count: number, spins: number) {
  const channel = forkProcess(writer, { name: 'writer', parameters: { root, first } })
  const gone = new Promise<void>((resolve) => channel.onExit(() => resolve()))
  const remote = connect(channel, () => failure('cancelled'))
  const told: number[] = []
  const killLater = (turns: number) => {
    if (turns === 0) channel.kill()
    else setImmediate(() => killLater(turns - 1))
  }
  const onReport = (recipe: number) => {
    told.push(recipe)
    if (told.length === count) killLater(spins)
  }
  await remote.call('write', [], { onReport }).catch(() => {})
  await gone
  return told
}

test('a SIGKILL at seeded moments leaves both databases sound and every acknowledged take in place', async () => {
  const folder = openDataFolder(mkdtempSync(join(tmpdir(), 'lectern-kill-')))
  const acknowledged: number[] = []
  for (const [round, byte] of noise(8, 42).entries()) {
    const first = round * 10_000
    const told = await writeAndKill(folder.root, first, 1 + (byte % 60), byte * 3)
    acknowledged.push(...told)

    const takesDatabase = openTakesDatabase(folder.takesDatabase)
    const takes = createTakeStore(takesDatabase, () => 0)
    const projectsDatabase = openProjectsDatabase(folder.projectsDatabase)
    const projects = createProjectStore(projectsDatabase)
    const reader = openTakeReader(folder.takesDatabase)

    expect(takesDatabase.pragma('integrity_check')).toBe('ok')
    expect(projectsDatabase.pragma('integrity_check')).toBe('ok')
    const ids = acknowledged.map((recipe) => takeId(recipe))
    expect([...takes.find(ids).keys()]).toEqual(ids)
    for (const recipe of told) {
      const expected = noise(1000 + (recipe % 40) * 5000, recipe)
      expect(Buffer.from(reader.flac(takeId(recipe)) ?? []).equals(expected)).toBe(true)
    }
    // The last command that was acknowledged, or a later one that died before it could tell.
    const voice = projects.read(`p${first}`).voice
    expect(Number(voice.replace('espeak:', ''))).toBeGreaterThanOrEqual(told.at(-1) ?? Infinity)
    reader.close()
    takesDatabase.close()
    projectsDatabase.close()
  }
  expect(acknowledged.length).toBeGreaterThan(20)
  rmSync(folder.root, { recursive: true })
})
