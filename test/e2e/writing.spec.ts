// What is written in rows is never lost without a word.
import type { Page } from '@playwright/test'
import { dialogueBook } from '../fixtures/dialogue-book.ts'
import { smallEpub } from '../fixtures/small-book.ts'
import { expect, test, type StudioUnderTest } from './studio.ts'

async function openBook(studio: StudioUnderTest) {
  const { page } = studio
  await studio.drop(studio.file('ferry.txt', dialogueBook.text))
  await expect(page.getByRole('row').first()).toBeVisible()
  const { projects } = await studio.ask('library.list', {})
  const projectId = projects[0]?.id ?? ''
  const texts = async () => {
    const { rows } = await studio.ask('segment.list', { projectId, from: 0, count: 100 })
    return rows.map(({ text }) => text)
  }
  return { page, texts }
}

const row = (page: Page, at: number) => page.getByRole('row').nth(at)
const editor = (page: Page) => page.getByRole('textbox', { name: 'Text of the segment' })

test('what is written in a row is kept by a click elsewhere, and taken back by undo', async ({
  studio,
}) => {
  const { page, texts } = await openBook(studio)
  const before = await texts()
  await row(page, 2).click()
  await page.keyboard.press('Enter')
  await editor(page).fill('Another sentence.')
  await row(page, 4).click()
  await expect(editor(page)).toBeHidden()
  await expect.poll(async () => (await texts())[2]).toBe('Another sentence.')

  await page.keyboard.press('Enter')
  await editor(page).fill('One more.')
  await page.getByRole('button', { name: 'Settings' }).click()
  await expect.poll(async () => (await texts())[4]).toBe('One more.')
  await page.getByRole('button', { name: 'Back to the book' }).click()
  await page.getByRole('grid').focus()
  for (let step = 0; step < 2; step += 1) await page.keyboard.press('Control+z')
  await expect.poll(texts).toEqual(before)
})

test('Escape gives up what is written, and the page asks before it goes', async ({ studio }) => {
  test.skip(studio.name !== 'web', 'a window of Electron is not reloaded by its person')
  const { page, texts } = await openBook(studio)
  const before = await texts()
  await row(page, 2).click()
  await page.keyboard.press('Enter')
  await page.keyboard.type(' And more.')
  const asked = page.waitForEvent('dialog')
  void page.evaluate('location.reload()')
  const dialog = await asked
  expect(dialog.type()).toBe('beforeunload')
  await dialog.dismiss()
  await expect(editor(page)).toHaveValue(/And more\.$/)
  await page.keyboard.press('Escape')
  await expect(editor(page)).toBeHidden()
  expect(await texts()).toEqual(before)
})

test('the studio stands while rows get fewer than the one that is being cut', async ({
  studio,
}) => {
  const { page, texts } = await openBook(studio)
  const before = await texts()
  await row(page, 3).click()
  await page.keyboard.press('b')
  await page.keyboard.press('Enter')
  await expect.poll(async () => (await texts()).length).toBe(before.length + 1)
  await page.keyboard.press('End')
  await page.keyboard.press('b')
  await expect(page.getByRole('slider', { name: /cut/i })).toBeVisible()
  await page.getByRole('button', { name: 'Undo' }).click()
  await expect.poll(texts).toEqual(before)
  await expect(page.getByRole('grid')).toBeVisible()
})

test('what is written in a row is saved by whatever leads away from it, and undo takes it back', async ({
  studio,
}) => {
  const { page } = studio
  await studio.drop(studio.file('cat.epub', smallEpub()))
  const row = (position: number) => page.locator(`[data-position="${position}"]`)
  const box = page.getByRole('textbox', { name: 'Text of the segment' })
  const write = async (position: number, text: string) => {
    await row(position).dblclick()
    await box.press('Control+a')
    await page.keyboard.type(text)
  }
  await write(1, 'Written and left by a click.')
  await row(0).click()
  await expect(row(1)).toContainText('Written and left by a click.')
  await page.keyboard.press('Control+z')
  await expect(row(1)).not.toContainText('Written')

  await write(1, 'Written and left for the settings.')
  await page.goto(new URL('#/settings', page.url()).href)
  await expect(page.getByRole('heading', { level: 1, name: 'Settings' })).toBeVisible()
  await page.goBack()
  await expect(box).toHaveText('Written and left for the settings.')
  await page.keyboard.press('Escape')
  await expect(row(1)).toContainText('Written and left for the settings.')

  // Saved by Enter, and another one is opened before the answer: that one stays open.
  await write(1, 'Saved by Enter.')
  await page.keyboard.press('Enter')
  await write(2, 'Written right behind it.')
  await expect(row(1)).toContainText('Saved by Enter.')
  await expect(box).toHaveText('Written right behind it.')

  const asked = page.waitForEvent('dialog')
  const reloading = page.reload().catch(() => {})
  const dialog = await asked
  expect(dialog.type()).toBe('beforeunload')
  await dialog.accept()
  await reloading
  await expect(row(1)).toContainText('Saved by Enter.')
})

test('a text that is too long for a segment says so, is not saved, and stays written', async ({
  studio,
}) => {
  const { page } = studio
  await studio.drop(studio.file('cat.epub', smallEpub()))
  const row = page.locator('[data-position="1"]')
  await row.dblclick()
  const box = page.getByRole('textbox', { name: 'Text of the segment' })
  const long = `${'Word '.repeat(4000)}more`
  await box.fill(long)
  await expect(box).toHaveAccessibleDescription('4 letters too many for one segment')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('alert')).toContainText('A segment holds at most 20000 letters')
  await expect(box).toHaveValue(long)
  // Left by a click, it is a draft, and the row says so.
  await page.locator('[data-position="0"]').click()
  await expect(row).toContainText('Not saved yet')
  await row.dblclick()
  await expect(box).toHaveValue(long)
  await box.fill(long.slice(0, -5))
  await page.keyboard.press('Enter')
  await expect(box).toBeHidden()
  await expect(row).not.toContainText('Not saved yet')
  await expect(row).toContainText('Word Word')
})
