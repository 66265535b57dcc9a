// Killed in the midst of a person's edits: the document is as it was told, and every step can be taken back.
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { digestText } from '../../../src/core/base/digest.ts'
import { failure } from '../../../src/core/base/failure-error.ts'
import { openDataFolder } from '../../../src/io/data-folder.ts'
import { forkProcess } from '../../../src/io/process/fork.ts'
import { connect } from '../../../src/io/process/remote.ts'
import { openStores } from '../../../src/io/sqlite/stores.ts'
import { documentOf } from '../../fixtures/documents.ts'
import { silentLog } from '../../fixtures/silent-log.ts'
import { builtWorkers } from '../../fixtures/built.ts'

const editor = new URL('../../fixtures/desk-editor.ts', import.meta.url)

type Told = { projectId: string; document: string }

/** Kills it a little after its `count`th step; answers with what it had told, each document once. */
async function editAndKill(root: string, seed: number, count: number): Promise<Told[]> {
  const channel = forkProcess(editor, { name: 'editor', parameters: { root, seed } })
  const gone = new Promise<void>((resolve) => channel.onExit(() => resolve()))
  const remote = connect(channel, () => failure('cancelled'))
  const told: Told[] = []
  let steps = 0
  const killLater = (turns: number) => {
    if (turns === 0) channel.kill()
    else setImmediate(() => killLater(turns - 1))
  }
  const onReport = (step: Told) => {
    if (told.at(-1)?.document !== step.document) told.push(step)
    steps += 1
    if (steps === count) killLater((seed * 37) % 200)
  }
  await remote.call('edit', [], { onReport }).catch(() => {})
  await gone
  expect(steps).toBeGreaterThanOrEqual(count)
  return told
}

it.each([
  [1, 100],
  [2, 57],
  [3, 23],
])(
  'after a kill (seed %i, behind %i edits) the last step is there, and undo gives back every one',
  async (seed, count) => {
    const folder = openDataFolder(mkdtempSync(join(tmpdir(), 'lectern-edits-')))
    const told = await editAndKill(folder.root, seed, count)
    const { projects, close } = await openStores({
      ...{ entry: builtWorkers.store, folder, door: 'test', log: silentLog },
    })
    try {
      const projectId = told[0]?.projectId ?? ''
      const document = async () => digestText(await documentOf(projects, projectId))
      const end = await document()
      const documents = told.map((step) => step.document)
      // Steps that died before they could be told are there as a whole, or not at all.
      for (let more = 0; !documents.includes(await document()); more += 1) {
        expect(more).toBeLessThan(4)
        await projects.undo(projectId)
      }
      expect(documents.lastIndexOf(await document())).toBe(documents.length - 1)
      for (const before of documents.slice(0, -1).toReversed()) {
        await projects.undo(projectId)
        expect(await document()).toBe(before)
      }
      expect(await projects.history(projectId)).toEqual({ canUndo: false, canRedo: true })
      while ((await projects.history(projectId)).canRedo) await projects.redo(projectId)
      expect(await document()).toBe(end)
    } finally {
      await close()
      rmSync(folder.root, { recursive: true })
    }
  },
)
