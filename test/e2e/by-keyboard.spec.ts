// What people ask for most, without a pointer: front matter skipped, words replaced, a crash survived, an export.
import type { Locator, Page } from '@playwright/test'
import { smallBook, smallEpub } from '../fixtures/small-book.ts'
import { command } from './palette.ts'
import { expect, test, type StudioUnderTest } from './studio.ts'

async function openBook(studio: StudioUnderTest): Promise<Page> {
  const { page } = studio
  await studio.drop(studio.file('cat.epub', smallEpub()))
  await expect(page.getByRole('heading', { level: 1, name: smallBook.title })).toBeVisible()
  await expect(page.getByRole('row').first()).toBeVisible()
  return page
}

const isFocused = (target: Locator) =>
  target.evaluate((element) => element === element.ownerDocument.activeElement)

/** Goes there by Tab, as far as that goes. */
async function tabTo(page: Page, target: Locator, key = 'Tab'): Promise<void> {
  for (let press = 0; press < 120; press += 1) {
    if (await isFocused(target)) return
    await page.keyboard.press(key)
  }
  await expect(target).toBeFocused()
}

test('front matter is skipped: a chapter is unticked, and not narrated', async ({ studio }) => {
  const page = await openBook(studio)
  const first = page.getByRole('checkbox', { name: /One: The Cat/ })
  await tabTo(page, first, 'Shift+Tab')
  await page.keyboard.press('Space')
  await expect(first).not.toBeChecked()
  await command(page, 'narrate all')
  await studio.narrated()
  const { projects } = await studio.ask('library.list', {})
  const projectId = projects[0]?.id ?? ''
  const { rows } = await studio.ask('segment.list', { projectId, from: 0, count: 20 })
  const states = rows.map(({ chapterId, status }) => `${chapterId} ${status.state}`)
  const chapters = [...new Set(rows.map(({ chapterId }) => chapterId))]
  expect(states.filter((state) => state.startsWith(`${chapters[0]} `))).not.toContain(
    `${chapters[0]} ready`,
  )
  expect(states).toContain(`${chapters[1]} ready`)
})

test('words are found and replaced', async ({ studio }) => {
  const page = await openBook(studio)
  await page.keyboard.press('Control+f')
  await page.keyboard.type('cat')
  const search = page.getByRole('search', { name: 'Find in the book' })
  await expect(search.getByRole('status')).toHaveText('3 places in 3 segments')
  await tabTo(page, search.getByRole('button', { name: 'Replace', exact: true }))
  await page.keyboard.press('Enter')
  await tabTo(page, search.getByRole('textbox', { name: 'Replace by' }))
  await page.keyboard.type('dog')
  await tabTo(page, search.getByRole('button', { name: 'Replace all 3' }))
  await page.keyboard.press('Enter')
  await expect(page.getByRole('grid')).toContainText('A dog lived')
  await tabTo(page, search.getByRole('searchbox'), 'Shift+Tab')
  await page.keyboard.press('Escape')
  await page.keyboard.press('Control+z')
  await expect(page.getByRole('grid')).toContainText('A cat lived')
})

test('after a crash the book is where it was, and goes on', async ({ studio }) => {
  await openBook(studio)
  await command(studio.page, 'narrate this chapter')
  await studio.narrated(3)
  await studio.kill()
  await studio.restart()
  const { page } = studio
  const book = page.getByRole('link', { name: new RegExp(smallBook.title) }).first()
  await expect(book).toBeVisible()
  await tabTo(page, book)
  await page.keyboard.press('Enter')
  await expect(page.getByRole('row').nth(1)).toContainText('Ready')
  await command(page, 'narrate all')
  await studio.narrated()
  await expect(page.getByRole('row').last()).toContainText('Ready')
})

test('a book is exported', async ({ studio }) => {
  const page = await openBook(studio)
  await command(page, 'narrate all')
  await studio.narrated()
  await page.keyboard.press('e')
  const dialog = page.getByRole('dialog', { name: 'Export the audiobook' })
  await expect(dialog).toBeVisible()
  const path = await studio.exported('cat.m4b', async () => {
    const button = studio.name === 'web' ? 'Export' : 'Choose where and export'
    await tabTo(page, dialog.getByRole('button', { name: button, exact: true }))
    await page.keyboard.press('Enter')
  })
  expect(path).toContain('cat.m4b')
})
