// Exports of several files and of a part of a book, through the dialog: what lies in the folder, or in the zip.
import { execFileSync } from 'node:child_process'
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import type { Locator } from '@playwright/test'
import { epubEntries } from '../fixtures/epub-entries.ts'
import { plainPng, smallBook, smallEpub } from '../fixtures/small-book.ts'
import { expect, test, type StudioUnderTest } from './studio.ts'

/** The export dialog of a small book, which is narrated or just begun. */
async function openExport(studio: StudioUnderTest, narrated: 'all' | 'one'): Promise<Locator> {
  const { page } = studio
  await studio.drop(studio.file('cat.epub', smallEpub()))
  await expect(page.getByRole('heading', { level: 1, name: smallBook.title })).toBeVisible()
  if (narrated === 'all') {
    await page.getByRole('button', { name: 'Narrate', exact: true }).click()
    await studio.narrated()
  } else {
    await page.keyboard.press('r')
    await studio.narrated(1)
  }
  await page.getByRole('button', { name: 'Export', exact: true }).click()
  return page.getByRole('dialog', { name: 'Export the audiobook' })
}

/** Exports by the dialog's own button; answers with a folder of what was written. */
async function exportFolder(studio: StudioUnderTest, dialog: Locator, name: string) {
  const isWeb = studio.name === 'web'
  const path = await studio.exported(isWeb ? `${name}.zip` : name, () =>
    dialog.getByRole('button', { name: isWeb ? 'Export' : 'Choose where and export' }).click(),
  )
  if (!isWeb) return path
  const folder = join(dirname(path), 'unpacked')
  mkdirSync(folder)
  // A zip like any other.
  for (const entry of await epubEntries(readFileSync(path)))
    writeFileSync(join(folder, entry.name), entry.bytes)
  return folder
}

/** Title, album and length of a sound file; null where there is no ffprobe. */
function probe(path: string): { title: string; album: string; seconds: number } | null {
  const words = ['-v', 'error', '-show_entries', 'format', '-of', 'json', path]
  try {
    const { format } = JSON.parse(execFileSync('ffprobe', words, { encoding: 'utf8' })) as {
      format: { duration: string; tags: { title: string; album: string } }
    }
    return { ...format.tags, seconds: Number(format.duration) }
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null
    throw error
  }
}

test('a book leaves as an MP3 for each chapter, with its new title and captions', async ({
  studio,
}) => {
  const dialog = await openExport(studio, 'all')
  await dialog.getByRole('radio', { name: /^MP3/ }).click()
  await dialog.getByRole('combobox', { name: 'Files' }).selectOption('One for each chapter')
  await dialog.getByRole('combobox', { name: 'Beside the sound' }).selectOption('SubRip (SRT)')
  await dialog.getByText('Tags', { exact: true }).click()
  const title = dialog.getByRole('textbox', { name: 'Title' })
  await expect(title).toHaveValue(smallBook.title)
  await title.fill('')
  const button = studio.name === 'web' ? 'Export' : 'Choose where and export'
  await dialog.getByRole('button', { name: button, exact: true }).click()
  await expect(dialog.getByText('Give it a title.')).toBeVisible()
  await expect(title).toBeFocused()
  await title.fill('A Cat: in the Light/House')

  const picture = plainPng(64, 64, [200, 160, 40])
  await dialog.locator('input[type=file]').setInputFiles(studio.file('lamp.png', picture))
  await expect(dialog.getByText('lamp.png')).toBeVisible()

  // A closed dialog loses nothing.
  await studio.page.keyboard.press('Escape')
  await expect(dialog).toBeHidden()
  await studio.page.getByRole('button', { name: 'Export', exact: true }).click()
  await expect(dialog.getByRole('radio', { name: /^MP3/ })).toBeChecked()
  // Nor does a look at another screen close it.
  await studio.page.evaluate("location.hash = '#/settings'")
  await expect(dialog).toBeHidden()
  await studio.page.goBack()
  await expect(dialog.getByRole('radio', { name: /^MP3/ })).toBeChecked()
  await expect(title).toHaveValue('A Cat: in the Light/House')

  // A browser has no folders to copy into.
  const copies = dialog.getByRole('group', { name: 'A copy' })
  const shelf = join(studio.file('shelf.txt', ''), '..', 'Audiobooks')
  if (studio.name === 'web') await expect(copies).toBeHidden()
  else {
    mkdirSync(shelf)
    await studio.chosen([shelf], () =>
      copies.getByRole('button', { name: 'Choose a folder' }).click(),
    )
    await expect(copies.getByText('Also copy to “Audiobooks”')).toBeVisible()
  }
  const folder = await exportFolder(studio, dialog, 'A Cat')
  await expect(dialog.getByText(/3 chapters, 3 files/)).toBeVisible()
  if (studio.name !== 'web') {
    await expect(dialog.getByText('A copy is in “Audiobooks”.')).toBeVisible()
    expect(readdirSync(join(shelf, 'A Cat'))).toEqual(readdirSync(folder))
  }
  await dialog.getByRole('button', { name: 'Export again' }).click()
  await dialog.getByText('Earlier exports').click()
  await expect(dialog.getByRole('listitem')).toContainText(/3 files, MP3, .*just now/)
  const names = ['01 One_ The Cat', '02 Two_ The Fog', '03 Three_ The Morning']
  expect(readdirSync(folder).toSorted()).toEqual([
    ...names.flatMap((name) => [`${name}.mp3`, `${name}.srt`]),
    'cover.png',
    'metadata.json',
  ])
  expect(readFileSync(join(folder, 'cover.png'))).toEqual(picture)
  const captions = readFileSync(join(folder, '03 Three_ The Morning.srt'), 'utf8')
  expect(captions).toContain('In the morning there was fish.')
  const lastTime = [...captions.matchAll(/--> 00:00:(\d\d),(\d{3})/g)].at(-1)
  const about = JSON.parse(readFileSync(join(folder, 'metadata.json'), 'utf8')) as {
    title: string
    chapters: { start: number; end: number; title: string }[]
  }
  expect(about.title).toBe('A Cat: in the Light/House')
  expect(about.chapters.map((chapter) => chapter.title)).toEqual(
    smallBook.chapters.map((chapter) => chapter.title),
  )

  const found = probe(join(folder, '03 Three_ The Morning.mp3'))
  test.skip(found === null, 'there is no ffprobe here')
  if (!found) return
  expect(found).toMatchObject({
    title: 'Three: The Morning',
    album: 'A Cat: in the Light/House',
  })
  const spoken = Number(`${lastTime?.[1]}.${lastTime?.[2]}`)
  // What is said ends before the chapter's closing silence does.
  expect(found.seconds - spoken).toBeGreaterThan(1)
  expect(found.seconds - spoken).toBeLessThan(3)
  const { start, end } = about.chapters.at(-1) ?? { start: 0, end: 0 }
  expect(Math.abs(end - start - found.seconds)).toBeLessThan(0.1)
})

test('what is ready leaves while the rest is unspoken, and its end says what is missing', async ({
  studio,
}) => {
  const dialog = await openExport(studio, 'one')
  await expect(dialog.getByText(/\d+ segments are not spoken yet/)).toBeVisible()
  await expect(dialog.getByText('with them 2 chapters as a whole', { exact: false })).toBeVisible()
  const file = await studio.exported('part.m4b', () =>
    dialog.getByRole('button', { name: 'Export what is ready' }).click(),
  )
  expect(readFileSync(file).subarray(4, 8).toString()).toBe('ftyp')
  await expect(dialog.getByText(/\d+ segments are missing/)).toBeVisible()
  await expect(dialog.getByRole('listitem')).toHaveText([
    /One: The Cat: \d+ segments?/,
    /Two: The Fog: the whole chapter, \d+ segments?/,
    /Three: The Morning: the whole chapter, \d+ segments?/,
  ])
})

test('a folder for ACX comes with what every file measures', async ({ studio }) => {
  const dialog = await openExport(studio, 'all')
  await dialog.getByRole('combobox', { name: 'Files' }).selectOption('A folder for ACX (Audible)')
  await expect(dialog.getByRole('radio', { name: /^MP3/ })).toBeChecked()
  const folder = await exportFolder(studio, dialog, smallBook.title)
  expect(readFileSync(join(folder, 'report.txt'), 'utf8')).toContain('ACX')
  const table = dialog.getByRole('region', { name: 'What every file measures' })
  await expect(table.getByRole('row').nth(1)).toContainText(/\.mp3/)
  await expect(dialog.getByText('There are no opening credits.')).toBeVisible()

  // Its short chapters are more pause than speech: one click gives them what they lack.
  await dialog.getByRole('button', { name: 'Fix and export again' }).click()
  await expect(dialog.getByText('Every file meets what ACX asks')).toBeVisible()
  const gains = async () => {
    const { projects } = await studio.ask('library.list', {})
    const { project } = await studio.ask('project.open', { projectId: projects[0]?.id ?? '' })
    return project.chapters.flatMap(({ gainDb }) => gainDb ?? [])
  }
  expect((await gains()).length).toBeGreaterThan(0)
  await studio.page.keyboard.press('Escape')
  await studio.page.getByRole('button', { name: 'Undo' }).click()
  await expect.poll(gains).toEqual([])

  await studio.page.keyboard.press('e')
  await dialog.getByRole('button', { name: 'Add credits' }).click()
  await expect(studio.page.getByText('credits are there').first()).toBeVisible()
  await studio.page.keyboard.press('Escape')
  const chapters = studio.page.getByRole('navigation', { name: 'Chapters' })
  await expect(chapters.getByRole('listitem').first()).toContainText('Opening Credits')
  await expect(chapters.getByRole('listitem').last()).toContainText('Closing Credits')
})
