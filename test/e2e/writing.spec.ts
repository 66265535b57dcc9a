// What is written is never lost without a word, and never done instead of being written.
import type { Page } from '@playwright/test'
import { dialogueBook } from '../fixtures/dialogue-book.ts'
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

test('what is typed before the palette is there is looked for, and not done', async ({
  studio,
}) => {
  const { page } = await openBook(studio)
  // As on a small machine that has just begun.
  let arrive = () => {}
  const arrived = new Promise<void>((resolve) => (arrive = resolve))
  await page.route(/command-palette/, async (route) => {
    await arrived
    await route.continue()
  })
  await page.reload()
  await expect(page.getByRole('row').first()).toBeVisible()
  await page.getByRole('grid').focus()
  await page.keyboard.press('Control+k')
  await page.keyboard.type('mmr')
  arrive()
  await expect(page.getByRole('combobox')).toHaveValue('mmr')
  await page.keyboard.press('Escape')
  await expect(page.getByRole('dialog')).toBeHidden()
  await page.keyboard.press('ArrowDown')
  await expect(row(page, 1)).toHaveAttribute('aria-selected', 'true')
})
