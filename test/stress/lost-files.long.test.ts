// Files that are gone or altered while Lectern runs: what can be made again is made again.
import { mkdtempSync, readdirSync, rmSync, truncateSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { systemClock } from '../../src/io/clock.ts'
import { openTakesDatabase } from '../../src/io/sqlite/open-databases.ts'
import { createTakeStore } from '../../src/io/sqlite/take-store.ts'
import { withOpenBook } from '../fixtures/open-book.ts'
import { promisedTakes } from '../fixtures/promised.ts'
import { longBook, quietCodecs, studioPorts } from '../fixtures/studio-ports.ts'
import { startStudio, type KillableStudio } from '../kill/start-studio.ts'
import { bookOf, paragraphsOf } from '../speech-server/verdict-texts.ts'

const root = mkdtempSync(join(tmpdir(), 'lectern-lost-'))
const at = (name: string) => join(root, name)
afterAll(() => rmSync(root, { recursive: true, force: true }))

describe('a sound in the spool', () => {
  it.each([
    ['cut short', (file: string) => truncateSync(file, 40)],
    ['gone', (file: string) => rmSync(file)],
  ])('that is %s before it is kept is asked for again', async (_, spoil) => {
    const database = openTakesDatabase(join(mkdtempSync(at('takes-')), 'takes.db'))
    const codecs = quietCodecs()
    const { prepare } = codecs
    let made = 0
    codecs.prepare = async (sounds, signal) => {
      const file = at(`take-${(made += 1)}.flac`)
      writeFileSync(file, Buffer.alloc(100, made))
      if (made === 2) spoil(file)
      return { ...(await prepare(sounds, signal)), file }
    }
    const takes = promisedTakes(createTakeStore(database, () => systemClock.now()))
    const test = studioPorts(systemClock, { reader: longBook(4), codecs, takes })
    await withOpenBook(test, async ({ narrate, rows }) => {
      expect(await narrate()).toMatchObject({ state: 'done', failed: 0 })
      const all = await rows()
      expect(all.filter(({ status }) => status.state !== 'ready')).toEqual([])
      expect(made).toBe(all.length + 1)
      expect(test.logged.join()).toContain('damaged before it was kept')
    })
    database.close()
  })
})

describe('the folders of what passes or can be made again', () => {
  const data = at('data')
  let studio: KillableStudio
  let projectId: string
  beforeAll(async () => {
    writeFileSync(at('story.md'), bookOf('The harbour lamp', paragraphsOf(77, 6)))
    studio = await startStudio(data)
    projectId = await studio.addBook(at('story.md'), 'espeak:gmw/en')
  })
  afterAll(() => studio?.close())

  const passing = ['spool', 'answers', 'previews', 'encodes', 'transfers']
  const tidyAway = () => {
    for (const name of passing) rmSync(join(data, name), { recursive: true, force: true })
  }
  const exported = async (name: string) => {
    const ticket = await studio.ticket('target', at(name))
    const { jobId } = await studio.call('export.start', { projectId, ticket, format: 'm4b' })
    return studio.endOf(jobId)
  }
  const chapterBytes = async () => {
    const { project } = await studio.call('project.open', { projectId })
    const chapterId = project.chapters[0]?.id ?? ''
    const { address, spans } = await studio.call('chapter.timeline', { projectId, chapterId })
    const heard = await studio.mediaBytes(spans[0]?.address ?? '')
    return [heard, await studio.mediaBytes(address ?? '')]
  }

  it('may be tidied away while it runs: narrating, hearing, sending and exporting make them again', async () => {
    tidyAway()
    const { jobId } = await studio.call('speech.start', { projectId, scope: { kind: 'ticked' } })
    expect(await studio.endOf(jobId)).toMatchObject({ state: 'done', failed: 0 })
    tidyAway()
    const before = await chapterBytes()
    expect(before.every((bytes) => bytes !== null && bytes > 1000)).toBe(true)
    expect(await exported('one.m4b')).toMatchObject({ state: 'done' })
    tidyAway()
    expect(await studio.upload(1000)).toBe(200)
    expect(await chapterBytes()).toEqual(before)
    expect(await exported('two.m4b')).toMatchObject({ state: 'done' })
  })

  it('may hold files that were cut short: previews and exports are what they were', async () => {
    const whole = await chapterBytes()
    await spoilAll('encodes', (file) => truncateSync(file, 60))
    expect(await chapterBytes()).toEqual(whole)
    expect(await exported('three.m4b')).toMatchObject({ state: 'done' })
    await spoilAll('previews', (file) => truncateSync(file, 60))
    expect(await chapterBytes()).toEqual(whole)
  })

  const spoilAll = async (folder: string, spoil: (file: string) => void) => {
    const files = readdirSync(join(data, folder), { recursive: true, withFileTypes: true })
    for (const file of files) if (file.isFile()) spoil(join(file.parentPath, file.name))
    expect(files.length).toBeGreaterThan(0)
  }
})
