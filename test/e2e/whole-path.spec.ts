// The whole path: a dropped EPUB becomes a chaptered audiobook; one edit costs one segment.
import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import type { Page } from '@playwright/test'
import { smallBook, smallEpub } from '../fixtures/small-book.ts'
import { dragOut } from './drag-out.ts'
import { expect, test, type StudioUnderTest } from './studio.ts'

type Probe = {
  format: { duration: string; tags: Record<string, string> }
  streams: { codec_type: string; codec_name: string; disposition: { attached_pic: number } }[]
  chapters: { start_time: string; end_time: string; tags: { title: string } }[]
}

/** What ffprobe says of a file; null where there is no ffprobe. */
function probe(path: string): Probe | null {
  const words = ['-v', 'error', '-show_format', '-show_streams', '-show_chapters', '-of', 'json']
  try {
    return JSON.parse(execFileSync('ffprobe', [...words, path], { encoding: 'utf8' })) as Probe
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null
    throw error
  }
}

async function addSmallBook(studio: StudioUnderTest): Promise<Page> {
  await studio.drop(studio.file('cat.epub', smallEpub()))
  await expect(studio.page.getByRole('heading', { level: 1, name: smallBook.title })).toBeVisible()
  return studio.page
}

test('a dropped EPUB is narrated and exported with chapters, cover and tags', async ({
  studio,
}) => {
  const page = await addSmallBook(studio)
  for (const { title } of smallBook.chapters) {
    await expect(page.getByRole('checkbox', { name: `Narrate and export ${title}` })).toBeChecked()
  }
  await page.getByRole('button', { name: 'Narrate', exact: true }).click()
  await studio.narrated()

  await page.getByRole('button', { name: 'Export', exact: true }).click()
  const dialog = page.getByRole('dialog')
  const button = studio.name === 'web' ? 'Export' : 'Choose where and export'
  const file = await studio.exported('cat.m4b', () =>
    dialog.getByRole('button', { name: button, exact: true }).click(),
  )
  expect(readFileSync(file).subarray(4, 8).toString()).toBe('ftyp')
  await dragOut(studio, dialog, file)

  const found = probe(file)
  test.skip(found === null, 'there is no ffprobe here')
  if (!found) return
  expect(found.chapters.map(({ tags }) => tags.title)).toEqual(
    smallBook.chapters.map(({ title }) => title),
  )
  const duration = Number(found.format.duration)
  expect(Math.abs(Number(found.chapters.at(-1)?.end_time) - duration)).toBeLessThan(0.1)
  expect(duration).toBeGreaterThan(10)
  expect(found.format.tags).toMatchObject({ title: smallBook.title, artist: smallBook.author })
  expect(found.streams.filter((stream) => stream.disposition.attached_pic === 1)).toHaveLength(1)
  expect(found.streams.find((stream) => stream.codec_type === 'audio')?.codec_name).toBe('aac')
})

test('an edited segment is the only one that is spoken again', async ({ studio }) => {
  const page = await addSmallBook(studio)
  // How loud the voice is would else be found out at some moment after the first sound: a take, too.
  const { projects } = await studio.ask('library.list', {})
  await studio.ask('voice.preview', { voice: projects[0]?.voice ?? '' })
  await page.getByRole('button', { name: 'Narrate', exact: true }).click()
  await studio.narrated()
  const takes = async () => (await studio.ask('cache.stats', {})).kinds.find(isTakes)?.entries ?? 0
  const before = await takes()

  await page.getByRole('row').filter({ hasText: 'In the morning there was fish.' }).dblclick()
  const editor = page.getByRole('textbox', { name: 'Text of the segment' })
  await editor.fill('In the morning there was bread.')
  await page.getByRole('button', { name: 'Save', exact: true }).click()
  const row = page.getByRole('row').filter({ hasText: 'In the morning there was bread.' })
  await expect(row).toContainText('Out of date')
  expect(await takes(), 'editing spends nothing').toBe(before)

  await page.getByRole('button', { name: 'Narrate', exact: true }).click()
  await studio.narrated()
  await expect(row).toContainText('Ready')
  expect(await takes(), 'one take more').toBe(before + 1)

  await page.getByRole('button', { name: 'Undo' }).click()
  await expect(
    page.getByRole('row').filter({ hasText: 'In the morning there was fish.' }),
  ).toContainText('Ready')
  expect(await takes(), 'what was spoken before is still there').toBe(before + 1)
})

const isTakes = ({ kind }: { kind: string }) => kind === 'takes'
