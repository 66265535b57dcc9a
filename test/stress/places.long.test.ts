// Places that cannot be written to, belong to another process, or lie beyond a network that is not there.
import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { failureSentences } from '../../src/contract/index.ts'
import { runLectern } from '../cli/run-lectern.ts'
import { bookOf, paragraphsOf } from '../speech-server/verdict-texts.ts'
import { hasOwnMounts, inOwnMounts, type OwnMounts } from './own-mounts.ts'
import { startDoor } from './start-door.ts'

const root = mkdtempSync(join(tmpdir(), 'lectern-places-'))
const at = (name: string) => join(root, name)
const lectern = (args: string[], mounts?: OwnMounts) =>
  runLectern(args, { cwd: root, ...(mounts && { within: inOwnMounts(mounts) }) })
const narrate = (data: string, out: string, mounts?: OwnMounts, ...more: string[]) =>
  lectern(['narrate', 'story.md', '--data', at(data), '--out', at(out), ...more], mounts)

beforeAll(async () => {
  writeFileSync(at('story.md'), bookOf('The harbour lamp', paragraphsOf(77, 3)))
  writeFileSync(at('long.md'), bookOf('A long night', paragraphsOf(78, 3000)))
  for (const folder of ['new', 'shelf']) mkdirSync(at(folder))
  expect((await narrate('used', 'first.m4b')).code).toBe(0)
})
afterAll(() => rmSync(root, { recursive: true, force: true }))

describe.runIf(hasOwnMounts)('a folder that cannot be written to', () => {
  it.each(['new', 'used'])('ends the start where it is a library: %s', async (data) => {
    const { code, errors } = await narrate(data, 'none.m4b', { readOnly: [at(data)] })
    expect(code).toBe(1)
    const [told] = errors.split('\n')
    expect(told).toBe(failureSentences['folder-not-writable']({ folder: at(data) }))
  })

  it('is told before anything is spoken where it is the place of an export, and stays as it was', async () => {
    const { code, errors } = await narrate('used', 'shelf/x.m4b', { readOnly: [at('shelf')] })
    expect(code).toBe(1)
    expect(errors).toContain(failureSentences['folder-not-writable']({ folder: at('shelf') }))
    expect(readdirSync(at('shelf'))).toEqual([])
  })
})

describe.runIf(hasOwnMounts)('no network', () => {
  it.each(['http://192.0.2.1:8880', 'http://nobody.invalid:8880'])(
    'ends the run by a server at once, with its sentence: %s',
    async (url) => {
      const server = ['--server', url, '--allow-plain']
      const { code, errors } = await narrate('used', 'none.m4b', { offline: true }, ...server)
      expect(code).toBe(1)
      expect(errors).toContain('does not answer. Check that it runs')
    },
  )

  it('is not missed by the voices that come with Lectern', async () => {
    expect((await narrate('off', 'off.m4b', { offline: true })).code).toBe(0)
  })
})

describe('a second start on the same library', () => {
  const verbs = {
    web: [['doctor'], ['serve'], ['narrate', 'story.md', '--out', 'none.m4b']],
    terminal: [['doctor']],
  }
  it.each(['web', 'terminal'] as const)('says who has it: %s', async (door) => {
    const holder = await startDoor(door, { data: at('used'), cwd: root })
    try {
      const said = failureSentences['data-folder-busy']({ owner: `process ${holder.pid}, ${door}` })
      for (const verb of verbs[door]) {
        const { code, errors } = await lectern([...verb, '--data', at('used')])
        expect(code).toBe(1)
        expect(errors).toContain(said)
      }
    } finally {
      await holder.end()
    }
    expect((await lectern(['doctor', '--data', at('used')])).code).toBe(0)
  })
})
