// Processes of Lectern that are killed: the work goes on with others, and nobody is left behind.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { startStudio, type KillableStudio } from '../kill/start-studio.ts'
import { bookOf, paragraphsOf } from '../speech-server/verdict-texts.ts'
import { childrenCalled, childrenOf, hasProcessTree, isRunning, until } from './process-tree.ts'

const root = mkdtempSync(join(tmpdir(), 'lectern-killed-'))
const at = (name: string) => join(root, name)
const voice = 'espeak:gmw/en'
afterAll(() => rmSync(root, { recursive: true, force: true }))

describe.runIf(hasProcessTree)('a process that is killed', () => {
  let studio: KillableStudio
  let projectId: string
  beforeAll(async () => {
    writeFileSync(at('story.md'), bookOf('The harbour lamp', paragraphsOf(77, 48)))
    writeFileSync(at('long.md'), bookOf('A long night', paragraphsOf(78, 6000)))
    studio = await startStudio(at('data'))
    projectId = await studio.addBook(at('story.md'), voice)
  })
  afterAll(() => studio?.close())

  const kill = async (entry: string) => {
    const child = await until(() => childrenCalled(studio.pid, entry)[0])
    process.kill(child, 'SIGKILL')
  }

  it('amid a narration, that of the voices or of a codec, is replaced, and every segment is spoken', async () => {
    const { jobId } = await studio.call('speech.start', { projectId, scope: { kind: 'ticked' } })
    for (const [entry, done] of [
      ['voices', 3],
      ['codec', 12],
      ['voices', 24],
    ] as const) {
      await studio.jobThat({ kind: 'speech', states: ['running'], done })
      await kill(entry)
    }
    expect(await studio.endOf(jobId)).toMatchObject({ state: 'done', failed: 0 })
  })

  it('amid an export fails it with its sentence, or is replaced; the next one is done', async () => {
    const exportTo = async (name: string) => {
      const ticket = await studio.ticket('target', at(name))
      return studio.call('export.start', { projectId, ticket, format: 'm4b' })
    }
    const { jobId } = await exportTo('one.m4b')
    await kill('codec')
    const first = await studio.endOf(jobId)
    if (first.state === 'failed') expect(first.failure).toMatchObject({ code: 'codec-failed' })
    const { jobId: next } = await exportTo('two.m4b')
    expect(await studio.endOf(next)).toMatchObject({ state: 'done' })
  })

  it('amid the reading of a book costs that import alone, with its reason', async () => {
    const ticket = await studio.ticket('book', at('long.md'))
    const { jobId } = await studio.call('book.import', { ticket })
    await kill('reader')
    const job = await studio.endOf(jobId)
    expect(job).toMatchObject({ state: 'failed', failure: { code: 'book-hostile' } })
    expect((await studio.call('library.list', {})).projects).toHaveLength(1)
    await studio.addBook(at('long.md'), voice)
  })

  it('and was the studio itself leaves no process behind', async () => {
    await studio.call('speech.start', { projectId, scope: { kind: 'ticked' } })
    const { projects } = await studio.call('library.list', {})
    const other = projects.find(({ id }) => id !== projectId)?.id ?? ''
    await studio.call('speech.start', { projectId: other, scope: { kind: 'ticked' } })
    await until(() => childrenCalled(studio.pid, 'voices').length > 0)
    await until(() => childrenCalled(studio.pid, 'codec').length > 0)
    const children = childrenOf(studio.pid)
    await studio.kill()
    await until(() => !children.some(isRunning))
    // The lock is free, and the library whole.
    studio = await startStudio(at('data'))
    expect((await studio.call('library.list', {})).projects).toHaveLength(2)
  })
})
