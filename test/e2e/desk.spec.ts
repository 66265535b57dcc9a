// The desk by keyboard: rows cut, joined, moved, taken out, found and replaced; the sound goes on.
import type { Page } from '@playwright/test'
import { smallBook, smallEpub } from '../fixtures/small-book.ts'
import { soundState, watchSound } from './page/in-page.js'
import { expect, test, type StudioUnderTest } from './studio.ts'

async function openNarrated(studio: StudioUnderTest): Promise<Page> {
  const { page } = studio
  await studio.drop(studio.file('cat.epub', smallEpub()))
  await expect(page.getByRole('heading', { level: 1, name: smallBook.title })).toBeVisible()
  await page.getByRole('button', { name: 'Narrate', exact: true }).click()
  await studio.narrated()
  await page.getByRole('grid').focus()
  return page
}

const chosen = (page: Page) => page.getByRole('row', { selected: true })
const texts = async (page: Page) =>
  (await page.getByRole('row').allInnerTexts()).map((text) => text.replaceAll('\n', ' '))

test('a row is cut, joined and taken out, and undo gives back every word', async ({ studio }) => {
  const page = await openNarrated(studio)
  const before = await page.getByRole('row').count()
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('b')
  const caret = page.getByRole('slider', { name: 'Where to cut the segment' })
  await expect(caret).toBeFocused()
  await page.keyboard.press('Home')
  await page.keyboard.press('ArrowRight')
  await expect(caret).toHaveAttribute('aria-valuetext', 'Before “lived”')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('row')).toHaveCount(before + 1)
  await expect(chosen(page)).toContainText('A cat')
  await expect(chosen(page)).not.toContainText('lived')
  // Nothing was spoken for it.
  await expect(chosen(page)).toContainText('Not spoken')

  await page.keyboard.press('Control+j')
  await expect(page.getByRole('row')).toHaveCount(before)
  await expect(chosen(page)).toContainText('A cat lived in the lighthouse.')

  await page.keyboard.press('Delete')
  await expect(page.getByRole('row')).toHaveCount(before - 1)
  await expect(page.getByRole('grid')).not.toContainText('A cat lived')
  for (let step = 0; step < 3; step += 1) await page.keyboard.press('Control+z')
  await expect(page.getByRole('row')).toHaveCount(before)
  await expect(page.getByRole('row').nth(1)).toContainText('A cat lived in the lighthouse.')
  await expect(page.getByRole('row').nth(1)).toContainText('Ready')
})

test('several rows are chosen and moved together', async ({ studio }) => {
  const page = await openNarrated(studio)
  const before = await texts(page)
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Shift+ArrowDown')
  await expect(chosen(page)).toHaveCount(2)
  await page.keyboard.press('Control+ArrowUp')
  await expect(page.getByRole('row').first()).toContainText('A cat lived')
  await page.keyboard.press('Control+z')
  await expect.poll(() => texts(page)).toEqual(before)
})

test('words are found, counted and replaced, and rows of a state are shown alone', async ({
  studio,
}) => {
  const page = await openNarrated(studio)
  const all = await page.getByRole('row').count()
  await page.keyboard.press('Control+f')
  await page.keyboard.type('cat')
  const search = page.getByRole('search', { name: 'Find in the book' })
  await expect(search.getByRole('status')).toHaveText('3 places in 3 segments')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('grid').locator('mark').first()).toHaveText(/cat/i)
  await search.getByRole('button', { name: 'Replace', exact: true }).click()
  await search.getByRole('textbox', { name: 'Replace by' }).fill('dog')
  await search.getByRole('button', { name: 'Replace all 3' }).click()
  await expect(page.getByRole('grid')).toContainText('A dog lived')
  await search.getByRole('combobox', { name: 'State' }).selectOption({ label: 'Out of date' })
  await search.getByRole('searchbox').fill('')
  await expect(search.getByRole('status')).toHaveText('3 segments')
  await expect(page.getByRole('row')).toHaveCount(3)
  await search.getByRole('searchbox').press('Escape')
  await expect(page.getByRole('row')).toHaveCount(all)
  await page.getByRole('grid').focus()
  await page.keyboard.press('Control+z')
  await expect(page.getByRole('grid')).toContainText('A cat lived')
})

test('the sound goes on while the rows around it are cut and taken out', async ({ studio }) => {
  const page = await openNarrated(studio)
  await page.evaluate(watchSound)
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Space')
  await expect.poll(async () => (await page.evaluate(soundState)).seconds).toBeGreaterThan(0)
  const { projects } = await studio.ask('library.list', {})
  const projectId = projects[0]?.id ?? ''
  const { rows } = await studio.ask('segment.list', { projectId, from: 0, count: 10 })
  const target = { kind: 'segments' as const, segmentIds: [rows[0]?.id ?? ''] }
  await studio.ask('segment.remove', { projectId, target })
  await expect(page.getByRole('row').first()).toContainText('A cat lived')
  expect((await page.evaluate(soundState)).paused).toBe(false)
  await expect(page.getByRole('row', { name: /Being heard/ })).toContainText('cat')
})
